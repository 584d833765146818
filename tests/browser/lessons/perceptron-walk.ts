import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import en from '@/client/messages/en/perceptron.json';
import ja from '@/client/messages/ja/perceptron.json';
import { gatesChallenge } from '@/engine/challenges/gates';
import { LESSON_WORDS } from '@/lessons/words/words';
import { solveGate } from '@/people/solutions';
import type { ChallengeGate } from '@/protocol/challenges/gates';
import { guess, type Place, setNumber, waitForGoal } from './place';

const WORDS = { en, ja };

async function waitForRows(page: Page, right: number): Promise<void> {
  await page.locator(`[data-testid="rows-right"][data-right="${right}"]`).waitFor();
}

async function walkBuild({ page, language, open }: Place): Promise<void> {
  const words = WORDS[language];
  const field = (name: string) => words.exact.replace('{name}', name);
  await open('weigh');
  await waitForRows(page, 4);
  // One input off: the sum 1 stays below θ.
  const first = page.getByRole('switch').first();
  await first.press('Space');
  expect(await first.getAttribute('aria-checked')).toBe('false');
  await page.getByTestId('bench').getByText('y = 0', { exact: true }).waitFor();
  for (const at of [1, 0]) await page.getByRole('switch').nth(at).press('Space');
  await waitForGoal(page, 'inputs');
  // θ = 2 is still AND: 1 + 1 is at θ. Above it nothing reaches it any more.
  await setNumber(page, field('θ'), 2);
  await waitForRows(page, 4);
  await waitForGoal(page, 'theta');
  await setNumber(page, field('θ'), 2.5);
  await waitForRows(page, 3);
  await page.getByRole('button', { name: words.undo, exact: true }).click();
  await waitForRows(page, 4);

  await open('line');
  for (const [name, value] of [
    ['w₁', -1],
    ['w₂', -1],
    ['θ', -1.5],
  ] as const) {
    await setNumber(page, field(name), value);
  }
  await waitForRows(page, 4);
  await waitForGoal(page, 'nand');
}

async function walkLearning({ page, language, open }: Place): Promise<void> {
  const words = WORDS[language].learn;
  const status = page.getByTestId('run-status');
  await open('learn');
  await page.getByRole('button', { name: words.step, exact: true }).click();
  await page.locator('[data-testid="run-status"][data-step="1"]').waitFor();
  await page.getByRole('button', { name: words.train, exact: true }).click();
  await page.locator('[data-testid="run-status"][data-outcome="converged"]').waitFor();
  expect(await status.getAttribute('data-accuracy')).toBe('1');
  await waitForGoal(page, 'converge');

  await open('never');
  await page.getByRole('button', { name: words.toEnd, exact: true }).click();
  await page.locator('[data-testid="run-status"][data-outcome="cycle"]').waitFor();
  await waitForGoal(page, 'cycle');
}

async function walkXor(place: Place): Promise<void> {
  const { page, language, open } = place;
  const words = WORDS[language];
  await open('xor');
  // Nothing moves before the guess.
  const slider = page.getByRole('slider').first();
  expect(await slider.isDisabled()).toBe(true);
  await guess(place, LESSON_WORDS[language].perceptron.steps.xor.prediction.choices[1]);
  // OR gets three rows, and that is the best: all fourteen tables never are four.
  await setNumber(page, words.exact.replace('{name}', 'θ'), 0.5);
  await waitForRows(page, 3);
  // Whoever types it letter by letter has met the table of θ = 0 on the way.
  const found = page.getByTestId('tables-found');
  await expect.poll(async () => Number(await found.getAttribute('data-found'))).toBeGreaterThanOrEqual(2);
  for (const view of ['diagonals', 'sums', 'count'] as const) {
    await page.getByText(words.xor.why[view], { exact: true }).click();
    await page.getByText(words.xor.text[view]).waitFor();
  }
  await page.locator('[data-testid="tables-found"][data-found="14"]').waitFor();
  for (const goal of ['three', 'reasons']) await waitForGoal(page, goal);
}

/** Builds a gate on the challenge's bench, under the rule that was dealt, and hands it in. */
export async function handInGate({ page, language, seed }: Omit<Place, 'open'>, gate: ChallengeGate) {
  const words = WORDS[language];
  const field = (name: string) => words.exact.replace('{name}', name);
  const task = gatesChallenge.deal(seed).find((one) => one.gate === gate)!;
  await page.getByTestId('bench').locator('label', { hasText: words.goal[gate] }).first().click();
  const { weights, threshold } = solveGate(task);
  for (const [i, weight] of weights.entries()) {
    if (task.rule.kind === 'weight' && task.rule.input === i) continue;
    await setNumber(page, field(`w${'₁₂₃'[i]}`), weight);
  }
  if (task.rule.kind !== 'threshold') await setNumber(page, field('θ'), threshold);
  await waitForRows(page, 2 ** weights.length);
  await page.getByRole('button', { name: words.challenge.submit, exact: true }).click();
}

async function walkChallenge(place: Place): Promise<void> {
  const { page, seed, open } = place;
  await open('challenge');
  for (const [i, { gate }] of gatesChallenge.deal(seed).entries()) {
    await handInGate(place, gate);
    await page.locator(`[data-testid="gates-solved"][data-solved="${i + 1}"]`).waitFor();
  }
  // What was built and reached is there after a reload.
  await page.reload();
  await page.locator('[data-testid="gates-solved"][data-solved="5"]').waitFor();
  await waitForRows(page, 4);
  await waitForGoal(page, 'gates');
}

/** Everything that a student does in lesson 2, to the challenge's goal. */
export async function walkPerceptron(place: Place): Promise<void> {
  await walkBuild(place);
  await walkLearning(place);
  await walkXor(place);
  await walkChallenge(place);
}
