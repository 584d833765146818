import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import en from '@/client/messages/en/playground.json';
import ja from '@/client/messages/ja/playground.json';
import { spiralChallenge } from '@/engine/challenges/spiral';
import { LESSON_WORDS } from '@/lessons/words/words';
import { accessibilityProblems } from '@/tests/browser/axe';
import { guess, type Place, waitForGoal } from './place';

const WORDS = { en, ja };

export const status = (page: Page) => page.getByTestId('run-status');

/** A number that stands on the page as an attribute; NaN where there is none. */
export async function number(locator: Locator, attribute: string): Promise<number> {
  return Number((await locator.getAttribute(attribute)) || 'NaN');
}

/** Waits until the test accuracy is at least so much. */
export async function accuracy(page: Page, least: number): Promise<void> {
  await expect.poll(() => number(status(page), 'data-accuracy')).toBeGreaterThanOrEqual(least);
}

const train = ({ page, language }: Place) =>
  page.getByRole('button', { name: WORDS[language].bar.train, exact: true });

/** Units more in a layer: one at a time, each there before the next. */
export async function addUnits(
  { page, language }: Pick<Place, 'page' | 'language'>,
  layer: number,
  count: number,
): Promise<void> {
  const name = WORDS[language].network.more.replace('{layer}', String(layer));
  const weights = () => number(page.getByTestId('weight-count'), 'data-count');
  for (let i = 0; i < count; i++) {
    const before = await weights();
    await page.getByRole('button', { name, exact: true }).click();
    await expect.poll(weights).toBeGreaterThan(before);
  }
}

/** XOR waits for a guess: three units, the second choice. */
export async function guessUnits(place: Place): Promise<void> {
  const { prediction } = LESSON_WORDS[place.language]['neural-networks'].steps.xor;
  await guess(place, prediction.choices[1]);
}

/** Step units learn nothing; units that bend enclose the disc. */
async function bend(place: Place): Promise<void> {
  const { page, language, open } = place;
  const words = WORDS[language];
  await open('bend');
  await train(place).click();
  await expect.poll(() => number(status(page), 'data-step')).toBeGreaterThan(1500);
  expect(await number(status(page), 'data-accuracy')).toBeLessThan(0.75);
  await page.getByText(words.stepUnits.title).first().waitFor();
  await page.getByLabel(words.settings.activation, { exact: true }).selectOption('tanh');
  await accuracy(page, 0.95);
  // The picture says it too.
  await expect.poll(() => page.getByTestId('surface').getAttribute('aria-label')).toMatch(/(9\d|100)%/);
  for (const goal of ['step', 'enclose']) await waitForGoal(page, goal);
}

/** The bench counts weights as layers grow, and units are looked at one by one. */
async function growLayers(place: Place): Promise<void> {
  const { page, language, open } = place;
  const { bar, network } = WORDS[language];
  await open('layers');
  const count = page.getByTestId('weight-count');
  expect(await count.getAttribute('data-count')).toBe('31');
  await addUnits(place, 1, 1);
  // (2×5+5) + (5×3+3) + (3×1+1)
  await expect.poll(() => count.getAttribute('data-count')).toBe('37');
  await page.getByRole('button', { name: network.layerMore.replace('{most}', '6') }).click();
  await expect.poll(() => count.getAttribute('data-count')).toBe('49');
  await waitForGoal(page, 'grow');
  for (let i = 0; i < 2; i++) await page.getByRole('button', { name: bar.undo, exact: true }).click();
  await expect.poll(() => count.getAttribute('data-count')).toBe('31');
  await seeOnePlace(place);
  for (const [unit, layer] of [
    [1, 1],
    [2, 1],
    [1, 2],
  ] as const) {
    const name = network.unit.replace('{place}', String(unit)).replace('{layer}', String(layer));
    await page
      .getByTestId('network')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .focus();
  }
  await waitForGoal(page, 'look');
}

/** One place of the plane through 2–4–3–1: eight units, whose last one answers; another place is answered in another way. */
async function seeOnePlace({ page, language }: Place): Promise<void> {
  const { inside } = WORDS[language];
  await page.getByRole('button', { name: inside.open, exact: true }).click();
  const sheet = page.getByTestId('point-inside');
  await expect.poll(() => sheet.locator('[data-unit]').count()).toBe(8);
  const answer = () => sheet.locator('[data-unit="3.1"] [data-testid="unit-answer"]').textContent();
  const before = await answer();
  await sheet.getByRole('slider').first().press('Home');
  await expect.poll(answer).not.toBe(before);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
}

/** Steps after which four or more units that are not there have stopped halfway, as the third hint says. */
const HALFWAY_STEPS = 5_000;
/** The plus ends there. */
const MOST_UNITS = 8;

/** Trains XOR from four hidden units on, with one more whenever it has stopped halfway. @returns with how many it stayed learnt */
async function trainUntilKept(place: Place): Promise<number> {
  const { page } = place;
  await train(place).click();
  const kept = page.locator('[data-testid="prediction"]:not([data-outcome=""])');
  for (let units = 4; ; units++) {
    let arrived: boolean | null = null;
    await expect
      .poll(async () => {
        if ((await kept.count()) > 0) arrived = true;
        else if (units < MOST_UNITS && (await number(status(page), 'data-step')) > HALFWAY_STEPS)
          arrived = false;
        return arrived;
      })
      .not.toBeNull();
    if (arrived) return units;
    await addUnits(place, 1, 1);
  }
}

/** XOR is learnt with more units; a weight is set by hand with the keyboard alone. */
async function learnXor(place: Place): Promise<void> {
  const { page, language, open } = place;
  const { bar, network } = WORDS[language];
  await open('xor');
  await guessUnits(place);
  await addUnits(place, 1, 3);
  const units = await trainUntilKept(place);
  // What came true is what was trained: the third choice is four units, the last five and more.
  const outcome = units === 4 ? 2 : 3;
  await page.locator(`[data-testid="prediction"][data-guess="1"][data-outcome="${outcome}"]`).waitFor();
  await page.getByRole('button', { name: bar.pause, exact: true }).click();
  await page.locator('[data-testid=network] [tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  const unit = network.unit.replace('{place}', '1').replace('{layer}', '1');
  const edge = network.weight.replace('{from}', 'x₁').replace('{to}', unit);
  // A blank that binds is a blank.
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.replaceAll('\u00a0', ' '));
  await expect.poll(focused).toBe(edge);
  await page.keyboard.press('Enter');
  const field = page.getByTestId('weight-value');
  await field.fill('0');
  await field.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('0');
  for (const goal of ['kept', 'weight']) await waitForGoal(page, goal);
  await field.press('Escape');
  await expect.poll(focused).toBe(edge);
}

/** Features stand in for a layer: the circle from squares, XOR from the product alone. */
async function helpWithFeatures(place: Place): Promise<void> {
  const { page, language, open } = place;
  const { network, points } = WORDS[language];
  await open('features');
  const toggle = (name: string) =>
    page.getByRole('button', { name: network.feature.replace('{name}', name), exact: true }).click();
  for (const name of ['x₁²', 'x₂²']) await toggle(name);
  await train(place).click();
  await accuracy(page, 0.98);
  await page.getByRole('radio', { name: points.xor }).check();
  for (const name of ['x₁x₂', 'x₁', 'x₂', 'x₁²', 'x₂²']) await toggle(name);
  await expect.poll(() => page.getByTestId('weight-count').getAttribute('data-count')).toBe('2');
  await accuracy(page, 0.98);
  for (const goal of ['circle', 'product']) await waitForGoal(page, goal);
}

/** A large network learns few noisy points by heart; L2 brings the test loss down. */
async function learnByHeart(place: Place): Promise<void> {
  const { page, language, open } = place;
  const { bar, settings } = WORDS[language];
  await open('overfitting');
  await page.getByLabel(settings.speed).selectOption('full');
  await train(place).click();
  await expect.poll(() => status(page).getAttribute('data-state')).toBe('reached');
  const spoilt = () => number(status(page), 'data-test-loss');
  // The numbers come with the next picture.
  await expect
    .poll(async () => (await spoilt()) / (await number(status(page), 'data-loss')))
    .toBeGreaterThan(3);
  const spoiltTo = await spoilt();
  await page.getByLabel('L2', { exact: true }).selectOption('0.01');
  await page.getByRole('button', { name: bar.reset, exact: true }).click();
  await train(place).click();
  // It never stops at the mark: nothing is learnt by heart any more.
  await expect.poll(() => number(status(page), 'data-step')).toBeGreaterThan(5_000);
  await expect.poll(() => number(status(page), 'data-test-loss')).toBeLessThan(spoiltTo / 2);
  for (const goal of ['gap', 'remedy']) await waitForGoal(page, goal);
}

/** Steps after which a start does not arrive any more: those that do take 160,000. */
const HOPELESS_STEPS = 600_000;

/** The spiral: over the budget nothing is handed in, within it the goal is reached. */
async function reachSpiral(place: Place): Promise<void> {
  const { page, language, seed, open } = place;
  const words = WORDS[language];
  const { budget } = spiralChallenge.deal(seed);
  await open('challenge');
  const handIn = page.getByRole('button', { name: words.challenge.submit, exact: true });
  expect(await handIn.getAttribute('aria-disabled')).toBe('true');
  for (const name of ['sin x₁', 'sin x₂'])
    await page.getByRole('button', { name: words.network.feature.replace('{name}', name) }).click();
  await addUnits(place, 1, 4);
  // 4-8-1: 49 weights.
  const used = page.getByTestId('weight-budget');
  await expect.poll(() => number(used, 'data-weights')).toBe(49);
  await page.getByRole('button', { name: words.network.layerMore.replace('{most}', '6') }).click();
  await expect.poll(() => number(used, 'data-weights')).toBeGreaterThan(budget);
  await expect.poll(() => handIn.getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('button', { name: words.network.layerFewer, exact: true }).click();
  await page.getByRole('button', { name: words.settings.more, exact: true }).click();
  await page.getByLabel(words.settings.optimizer).selectOption('adam');
  await page.getByLabel(words.settings.speed).selectOption('full');
  const result = page.getByTestId('challenge-result');
  let handInAt = 0;
  /** Null: it may still arrive. Who has the goal hands in, and where the hidden points say otherwise again after twice the steps. */
  const reached = async () => {
    const step = await number(status(page), 'data-step');
    if (step >= handInAt && (await number(status(page), 'data-accuracy')) >= 0.95) {
      handInAt = 2 * step;
      await handIn.click();
    }
    if ((await result.getAttribute('data-reached')) === 'true') return true;
    return step > HOPELESS_STEPS ? false : null;
  };
  // Not every start arrives: where one does not, another batch goes another way. A machine with much to do is given its time.
  let arrived = false;
  for (const [i, batch] of ['30', '50', '20', '10'].entries()) {
    await page.getByLabel(words.settings.batch, { exact: true }).selectOption(batch);
    if (i > 0) await page.getByRole('button', { name: words.bar.reset, exact: true }).click();
    handInAt = 0;
    await train(place).click();
    await expect
      .poll(
        async () => {
          const now = await reached();
          arrived = now === true;
          return now;
        },
        { interval: 500 },
      )
      .not.toBeNull()
      .catch(() => undefined);
    if (arrived) break;
  }
  expect(arrived).toBe(true);
  expect(await number(result, 'data-best')).toBeGreaterThanOrEqual(0.95);
  // Reached stays reached: the page says so after a reload, too.
  await page.reload();
  await result.getByText(words.challenge.reached.split('{')[0]!.trim()).waitFor();
}

/** What a student does in a class of lesson 4, to the challenge's goal. */
export async function walkNeuralNetworks(place: Place): Promise<void> {
  await bend(place);
  await learnXor(place);
  await reachSpiral(place);
}

/** All that lesson 4 asks for, step by step. */
export async function walkAllNeuralNetworks(place: Place): Promise<void> {
  await bend(place);
  await growLayers(place);
  await learnXor(place);
  await helpWithFeatures(place);
  await learnByHeart(place);
  await reachSpiral(place);
}
