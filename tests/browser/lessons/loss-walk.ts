import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import enLesson from '@/client/messages/en/lesson.json';
import en from '@/client/messages/en/loss.json';
import jaLesson from '@/client/messages/ja/lesson.json';
import ja from '@/client/messages/ja/loss.json';
import { lossChallenge } from '@/engine/challenges/loss';
import { loss } from '@/lessons/loss/lesson';
import { LOSS_PARTS, RATE_CHOICES, START_CHOICES } from '@/protocol/challenges/loss';
import { openStep, SEED, setNumber } from './perceptron-walk';

const WORDS = { en, ja };
const LESSON_WORDS = { en: enLesson, ja: jaLesson };
type Language = keyof typeof WORDS;

async function walkCurves(page: Page, origin: string, language: Language): Promise<void> {
  const words = WORDS[language];
  await openStep(page, origin, 'loss', 'how-wrong');
  const sum = async () => Number(await page.getByTestId('squared-sum').getAttribute('data-sum'));
  // The same distance, spread out and in one place.
  await page.getByRole('button', { name: words.several.preset.spread, exact: true }).click();
  await page.locator('[data-testid="squared-sum"][data-sum^="0.12"]').waitFor();
  expect(await sum()).toBeCloseTo(0.12);
  await page.getByRole('button', { name: words.several.preset.single, exact: true }).click();
  await page.locator('[data-testid="squared-sum"][data-sum="0.36"]').waitFor();
  await setNumber(page, words.several.output.replace('{name}', words.several.name.cat), 1);
  await page.locator('[data-testid="squared-sum"][data-sum="0"]').waitFor();

  await openStep(page, origin, 'loss', 'two-losses');
  await setNumber(page, words.one.sum, 6);
  await page.locator('[data-testid="loss-now"][data-y^="0.9975"]').waitFor();
  expect(Number(await page.getByTestId('loss-now').getAttribute('data-times'))).toBeGreaterThan(200);
  await page.getByText(words.one.situation.stuck).waitFor();
  // The same by the slider's own keys.
  const slider = page.getByRole('slider', { name: words.one.sum });
  await slider.press('Home');
  await page.getByText(words.one.situation.right).waitFor();
}

async function walkRace(page: Page, origin: string, language: Language): Promise<void> {
  const words = WORDS[language];
  const step = loss.steps.find(({ id }) => id === 'race')!;
  const train = page.getByRole('button', { name: words.bar.train, exact: true });
  await openStep(page, origin, 'loss', 'race');
  // Nothing runs before the guess.
  expect(await train.isDisabled()).toBe(true);
  await page
    .getByTestId('bench')
    .getByText(step.prediction!.text[language].choices[1]!, { exact: true })
    .first()
    .click();
  await page.getByRole('button', { name: LESSON_WORDS[language].prediction.commit, exact: true }).click();
  await page.waitForFunction(() => !document.querySelector('[data-testid="bench"] fieldset:disabled'));
  await page.locator('label', { hasText: words.race.speeds.fast }).click();
  await page.getByRole('button', { name: words.bar.step, exact: true }).click();
  await page.locator('[data-testid="run-status"][data-step="1"]').waitFor();
  await train.click();
  await page.locator('[data-testid="run-status"][data-verdict="1"]').waitFor();
  await page.getByRole('button', { name: words.bar.pause, exact: true }).click();
  const accuracy = async (id: string) =>
    Number(await page.getByTestId(`lane-${id}`).getAttribute('data-accuracy'));
  expect(await accuracy('binary-cross-entropy')).toBeGreaterThan(await accuracy('squared-error'));
  // Where it stood is there after a reload.
  const at = await page.getByTestId('run-status').getAttribute('data-step');
  await page.reload();
  await page.locator(`[data-testid="run-status"][data-step="${at}"]`).waitFor();
}

/** The best settings that there are for a part, found by trying them all. */
function bestSettings(part: (typeof LOSS_PARTS)[number]) {
  const task = lossChallenge.deal(SEED);
  const starts = part === 'stuck' ? (['saturated'] as const) : START_CHOICES;
  return starts
    .flatMap((start) =>
      RATE_CHOICES.map((rate) => ({ part, loss: 'binary-cross-entropy', start, rate }) as const),
    )
    .map((answer) => ({ answer, result: lossChallenge.check(task, answer, 0) }))
    .sort((a, b) => b.result.value - a.result.value)[0]!;
}

async function walkChallenge(page: Page, origin: string, language: Language): Promise<void> {
  const words = WORDS[language];
  await openStep(page, origin, 'loss', 'challenge');
  const bench = page.getByTestId('bench');
  for (const part of LOSS_PARTS) {
    const { answer, result } = bestSettings(part);
    await bench.locator('label', { hasText: words.challenge.part[part] }).click();
    await bench.locator('label', { hasText: words.name[answer.loss] }).click();
    if (part === 'free') await bench.locator('label', { hasText: words.start[answer.start] }).click();
    await bench.getByRole('radio', { name: String(answer.rate), exact: true }).check();
    await page.getByRole('button', { name: words.bar.train, exact: true }).click();
    await page.locator(`[data-testid="run-status"][data-best="${result.shown.amount}"]`).waitFor();
    await bench
      .getByRole('button', { name: new RegExp(String(result.shown.amount)) })
      .first()
      .click();
    await bench
      .locator('label', { hasText: words.challenge.partReached })
      .nth(LOSS_PARTS.indexOf(part))
      .waitFor();
  }
}

/** Everything that a student does in lesson 6, to the challenge's goal. */
export async function walkLoss(page: Page, origin: string, language: Language): Promise<void> {
  await walkCurves(page, origin, language);
  await walkRace(page, origin, language);
  await walkChallenge(page, origin, language);
}
