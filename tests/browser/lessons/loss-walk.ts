import { expect } from 'vitest';
import { dealRace, RACE_STEPS, racePlans, reachedAt, verdict } from '@/client/benches/loss/race';
import en from '@/client/messages/en/loss.json';
import ja from '@/client/messages/ja/loss.json';
import { lossChallenge } from '@/engine/challenges/loss';
import { TrainingCourse } from '@/engine/dense/training-course';
import { LESSON_WORDS } from '@/lessons/words/words';
import { LOSS_CHOICES, LOSS_PARTS, RATE_CHOICES, START_CHOICES } from '@/protocol/challenges/loss';
import { guess, type Place, setNumber } from './place';

const WORDS = { en, ja };

async function walkCurves({ page, language, open }: Place): Promise<void> {
  const words = WORDS[language];
  await open('how-wrong');
  const sum = async () => Number(await page.getByTestId('squared-sum').getAttribute('data-sum'));
  // The same distance, spread out and in one place.
  await page.getByRole('button', { name: words.several.preset.spread, exact: true }).click();
  await page.locator('[data-testid="squared-sum"][data-sum^="0.12"]').waitFor();
  expect(await sum()).toBeCloseTo(0.12);
  await page.getByRole('button', { name: words.several.preset.single, exact: true }).click();
  await page.locator('[data-testid="squared-sum"][data-sum="0.36"]').waitFor();
  await setNumber(page, words.several.output.replace('{name}', words.several.name.cat), 1);
  await page.locator('[data-testid="squared-sum"][data-sum="0"]').waitFor();

  await open('two-losses');
  await setNumber(page, words.one.sum, 6);
  await page.locator('[data-testid="loss-now"][data-y^="0.9975"]').waitFor();
  expect(Number(await page.getByTestId('loss-now').getAttribute('data-times'))).toBeGreaterThan(200);
  await page.getByText(words.one.situation.stuck).waitFor();
  // The same by the slider's own keys.
  const slider = page.getByRole('slider', { name: words.one.sum });
  await slider.press('Home');
  await page.getByText(words.one.situation.right).waitFor();
}

async function walkRace(place: Place): Promise<void> {
  const { page, language, seed, open } = place;
  const words = WORDS[language];
  const train = page.getByRole('button', { name: words.bar.train, exact: true });
  await open('race');
  // Nothing runs before the guess.
  expect(await train.isDisabled()).toBe(true);
  await guess(place, LESSON_WORDS[language].loss.steps.race.prediction.choices[1]);
  await page.getByRole('button', { name: words.bar.step, exact: true }).click();
  await page.locator('[data-testid="run-status"][data-step="1"]').waitFor();
  await train.click();
  await page.locator('[data-testid="run-status"]:not([data-step="1"])').waitFor();
  await page.getByRole('button', { name: words.bar.pause, exact: true }).click();
  // Where it stood is there after a reload.
  await page.locator('[data-testid="run-status"][data-state="paused"]').waitFor();
  const at = await page.getByTestId('run-status').getAttribute('data-step');
  await page.reload();
  await page.locator(`[data-testid="run-status"][data-step="${at}"]`).waitFor();
  // To its end, whenever that is looked at: what comes of it follows from what was dealt.
  await page.locator('label', { hasText: words.race.speeds.fast }).click();
  await train.click();
  const courses = racePlans(dealRace(seed), 'saturated', 3).map((plan) => new TrainingCourse(plan));
  const result = verdict(
    courses.map((course) => reachedAt(course, RACE_STEPS)),
    RACE_STEPS,
    true,
  );
  await page.locator(`[data-testid="run-status"][data-state="finished"][data-verdict="${result}"]`).waitFor();
  for (const [i, loss] of LOSS_CHOICES.entries()) {
    const shown = await page.getByTestId(`lane-${loss}`).getAttribute('data-accuracy');
    expect(Number(shown), loss).toBeCloseTo(courses[i]!.at(RACE_STEPS).accuracy, 9);
  }
}

/** The best settings that there are for a part, found by trying them all. */
function bestSettings(seed: number, part: (typeof LOSS_PARTS)[number]) {
  const task = lossChallenge.deal(seed);
  const starts = part === 'stuck' ? (['saturated'] as const) : START_CHOICES;
  return starts
    .flatMap((start) =>
      RATE_CHOICES.map((rate) => ({ part, loss: 'binary-cross-entropy', start, rate }) as const),
    )
    .map((answer) => ({ answer, result: lossChallenge.check(task, answer, 0) }))
    .sort((a, b) => b.result.value - a.result.value)[0]!;
}

async function walkChallenge({ page, language, seed, open }: Place): Promise<void> {
  const words = WORDS[language];
  await open('challenge');
  const bench = page.getByTestId('bench');
  for (const part of LOSS_PARTS) {
    const { answer, result } = bestSettings(seed, part);
    await bench.locator('label', { hasText: words.challenge.part[part] }).click();
    await bench.locator('label', { hasText: words.name[answer.loss] }).click();
    if (part === 'free') {
      await bench.getByRole('radio', { name: words.start[answer.start], exact: true }).check();
    }
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
export async function walkLoss(place: Place): Promise<void> {
  await walkCurves(place);
  await walkRace(place);
  await walkChallenge(place);
}
