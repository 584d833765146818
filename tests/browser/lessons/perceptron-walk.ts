import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import enLesson from '@/client/messages/en/lesson.json';
import en from '@/client/messages/en/perceptron.json';
import jaLesson from '@/client/messages/ja/lesson.json';
import ja from '@/client/messages/ja/perceptron.json';
import { gatesChallenge } from '@/engine/challenges/gates';
import { perceptron } from '@/lessons/perceptron/lesson';
import { solveGate } from '../../engine/challenges/solutions';

/** What is dealt is known, so that the walk can solve it. */
export const SEED = 7;

const WORDS = { en, ja };
const LESSON_WORDS = { en: enLesson, ja: jaLesson };
type Language = keyof typeof WORDS;

/** Opens a step of a lesson alone, and waits for its bench. */
export async function openStep(page: Page, origin: string, lesson: string, step: string): Promise<void> {
  await page.goto(`${origin}/learn/${lesson}?step=${step}&seed=${SEED}`);
  await page.getByTestId('bench').locator('fieldset').first().waitFor();
}

/** Types a number into the field that is named so. */
export async function setNumber(page: Page, label: string, value: number): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.fill(String(value));
  await field.press('Enter');
}

async function waitForRows(page: Page, right: number): Promise<void> {
  await page.locator(`[data-testid="rows-right"][data-right="${right}"]`).waitFor();
}

async function walkBuild(page: Page, origin: string, language: Language): Promise<void> {
  const words = WORDS[language];
  const field = (name: string) => words.exact.replace('{name}', name);
  await openStep(page, origin, 'perceptron', 'weigh');
  await waitForRows(page, 4);
  // One input off: the sum 1 stays below θ.
  const first = page.getByRole('switch').first();
  await first.press('Space');
  expect(await first.getAttribute('aria-checked')).toBe('false');
  await page.getByTestId('bench').getByText('y = 0', { exact: true }).waitFor();
  // θ = 2 is still AND: 1 + 1 is at θ. Above it nothing reaches it any more.
  await setNumber(page, field('θ'), 2);
  await waitForRows(page, 4);
  await setNumber(page, field('θ'), 2.5);
  await waitForRows(page, 3);
  await page.getByRole('button', { name: words.undo, exact: true }).click();
  await waitForRows(page, 4);

  await openStep(page, origin, 'perceptron', 'line');
  for (const [name, value] of [
    ['w₁', -1],
    ['w₂', -1],
    ['θ', -1.5],
  ] as const) {
    await setNumber(page, field(name), value);
  }
  await waitForRows(page, 4);
}

async function walkLearning(page: Page, origin: string, language: Language): Promise<void> {
  const words = WORDS[language].learn;
  const status = page.getByTestId('run-status');
  await openStep(page, origin, 'perceptron', 'learn');
  await page.getByRole('button', { name: words.step, exact: true }).click();
  await page.locator('[data-testid="run-status"][data-step="1"]').waitFor();
  await page.getByRole('button', { name: words.train, exact: true }).click();
  await page.locator('[data-testid="run-status"][data-outcome="converged"]').waitFor();
  expect(await status.getAttribute('data-accuracy')).toBe('1');

  await openStep(page, origin, 'perceptron', 'never');
  await page.getByRole('button', { name: words.toEnd, exact: true }).click();
  await page.locator('[data-testid="run-status"][data-outcome="cycle"]').waitFor();
}

async function walkXor(page: Page, origin: string, language: Language): Promise<void> {
  const words = WORDS[language];
  const step = perceptron.steps.find(({ id }) => id === 'xor')!;
  await openStep(page, origin, 'perceptron', 'xor');
  // Nothing moves before the guess.
  const slider = page.getByRole('slider').first();
  expect(await slider.isDisabled()).toBe(true);
  await page.getByText(step.prediction!.text[language].choices[1]!, { exact: true }).click();
  await page.getByRole('button', { name: LESSON_WORDS[language].prediction.commit, exact: true }).click();
  await page.waitForFunction(() => !document.querySelector('[data-testid="bench"] fieldset:disabled'));
  // OR gets three rows, and that is the best: all fourteen tables never are four.
  await setNumber(page, words.exact.replace('{name}', 'θ'), 0.5);
  await waitForRows(page, 3);
  await page.locator('[data-testid="tables-found"][data-found="2"]').waitFor();
  for (const view of ['diagonals', 'sums', 'count'] as const) {
    await page.getByText(words.xor.why[view], { exact: true }).click();
    await page.getByText(words.xor.text[view]).waitFor();
  }
  await page.locator('[data-testid="tables-found"][data-found="14"]').waitFor();
}

async function walkChallenge(page: Page, origin: string, language: Language): Promise<void> {
  const words = WORDS[language];
  const field = (name: string) => words.exact.replace('{name}', name);
  await openStep(page, origin, 'perceptron', 'challenge');
  let solved = 0;
  for (const task of gatesChallenge.deal(SEED)) {
    await page.getByTestId('bench').locator('label', { hasText: words.goal[task.gate] }).first().click();
    const { weights, threshold } = solveGate(task);
    for (const [i, weight] of weights.entries()) {
      if (task.rule.kind === 'weight' && task.rule.input === i) continue;
      await setNumber(page, field(`w${'₁₂₃'[i]}`), weight);
    }
    if (task.rule.kind !== 'threshold') await setNumber(page, field('θ'), threshold);
    await waitForRows(page, 2 ** weights.length);
    await page.getByRole('button', { name: words.challenge.submit, exact: true }).click();
    solved++;
    await page.locator(`[data-testid="gates-solved"][data-solved="${solved}"]`).waitFor();
  }
  // What was built and reached is there after a reload.
  await page.reload();
  await page.locator('[data-testid="gates-solved"][data-solved="5"]').waitFor();
  await waitForRows(page, 4);
}

/** Everything that a student does in lesson 2, to the challenge's goal. */
export async function walkPerceptron(page: Page, origin: string, language: Language): Promise<void> {
  await walkBuild(page, origin, language);
  await walkLearning(page, origin, language);
  await walkXor(page, origin, language);
  await walkChallenge(page, origin, language);
}

/** Drags with a finger, from place to place of the window. */
export async function dragByTouch(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await send('touchStart', [from]);
  for (let i = 1; i <= 8; i++) {
    await send('touchMove', [
      { x: from.x + ((to.x - from.x) * i) / 8, y: from.y + ((to.y - from.y) * i) / 8 },
    ]);
  }
  await send('touchEnd', []);
  await session.detach();
}
