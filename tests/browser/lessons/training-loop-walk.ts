import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import enBench from '@/client/messages/en/bench.json';
import enDatasets from '@/client/messages/en/datasets.json';
import en from '@/client/messages/en/loop.json';
import enGates from '@/client/messages/en/perceptron.json';
import jaBench from '@/client/messages/ja/bench.json';
import jaDatasets from '@/client/messages/ja/datasets.json';
import ja from '@/client/messages/ja/loop.json';
import jaGates from '@/client/messages/ja/perceptron.json';
import { DATASETS } from '@/protocol/datasets';
import type { Place } from './place';

const WORDS = { en, ja };
const BENCH_WORDS = { en: enBench, ja: jaBench };
const DATASET_WORDS = { en: enDatasets, ja: jaDatasets };
const UNDO = { en: enGates.undo, ja: jaGates.undo };
type Block = keyof typeof en.block;

export const pickName = (words: typeof en, block: Block) =>
  words.move.pick.replace('{block}', words.block[block]);

/** Runs the program to its end; what was said of it. */
async function outcome(page: Page): Promise<{ end: string; diagnosis: string }> {
  await page.getByTestId('loop-run').click();
  const box = page.getByTestId('loop-outcome');
  await expect.poll(() => box.getAttribute('data-end')).not.toBe('');
  return {
    end: (await box.getAttribute('data-end')) ?? '',
    diagnosis: (await box.getAttribute('data-diagnosis')) ?? '',
  };
}

/** By keyboard: pick a block up, choose its gap, put it there. */
async function put(page: Page, words: typeof en, block: Block, gap: string): Promise<void> {
  await page.getByRole('button', { name: pickName(words, block) }).press('Enter');
  await page.getByRole('button', { name: gap, exact: true }).press('Enter');
}

async function assemble({ page, language, open }: Place): Promise<void> {
  const words = WORDS[language];
  await open('assemble');
  expect((await outcome(page)).diagnosis).toBe('empty');
  await put(page, words, 'rule', words.gap.beforeLoop);
  await put(page, words, 'update', words.gap.loopEnd);
  await put(page, words, 'gradient', words.gap.loopEnd);
  await put(page, words, 'feed', words.gap.loopEnd);
  // Without a loss nothing moves.
  expect(await outcome(page)).toEqual({ end: 'given-up', diagnosis: 'noLoss' });
  await put(page, words, 'loss', words.gap.beforeLoop);
  // update, gradient, feed: each update follows an old slope.
  expect((await outcome(page)).diagnosis).toBe('late');
  // The buttons put it right, and keep the focus on their block.
  const down = page.getByRole('button', { name: words.move.down.replace('{block}', words.block.update) });
  await down.press('Enter');
  await down.press('Enter');
  expect(
    await page.evaluate(() => document.activeElement?.closest('[data-block]')?.getAttribute('data-block')),
  ).toBe('update');
  await page.getByRole('button', { name: words.move.up.replace('{block}', words.block.feed) }).press('Enter');
  expect(await outcome(page)).toEqual({ end: 'reached', diagnosis: 'right' });
  await page.reload();
  expect(await outcome(page)).toEqual({ end: 'reached', diagnosis: 'right' });
}

/** Drags a block with the mouse. */
async function drag(page: Page, block: Block, target: string, where: 'above' | 'middle'): Promise<void> {
  const from = (await page.locator(`[data-block="${block}"] [data-action="pick"]`).boundingBox())!;
  const to = (await page.locator(target).boundingBox())!;
  await page.mouse.move(from.x + 60, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + to.height, { steps: 6 });
  await page.mouse.move(to.x + 60, to.y + (where === 'above' ? 3 : to.height / 2), { steps: 4 });
  await page.mouse.up();
}

async function breakIt({ page, language, open }: Place): Promise<void> {
  const words = WORDS[language];
  await open('break');
  const found = (count: number) =>
    expect.poll(() => page.getByTestId('mistakes').getAttribute('data-found')).toBe(String(count));
  const undo = () => page.getByRole('button', { name: UNDO[language], exact: true }).click();

  await page.getByRole('combobox', { name: words.setting.feed }).selectOption('same');
  expect(await outcome(page)).toEqual({ end: 'given-up', diagnosis: 'sameBatch' });
  await found(1);
  await undo();

  await drag(page, 'update', '[data-tray]', 'middle');
  expect(await outcome(page)).toEqual({ end: 'given-up', diagnosis: 'noUpdate' });
  await found(2);
  await undo();

  await drag(page, 'feed', '[data-row="2"]', 'above');
  expect(await outcome(page)).toEqual({ end: 'given-up', diagnosis: 'feedOnce' });
  await found(3);
  await undo();

  await page.getByRole('button', { name: words.move.away.replace('{block}', words.block.rule) }).click();
  expect(await outcome(page)).toEqual({ end: 'given-up', diagnosis: 'noRule' });
  await found(4);
  await undo();
  expect(await outcome(page)).toEqual({ end: 'reached', diagnosis: 'right' });

  // One block at a time: the update has no gradient yet.
  await page.getByRole('button', { name: words.move.up.replace('{block}', words.block.update) }).click();
  for (let i = 0; i < 4; i++) await page.getByRole('button', { name: words.oneBlock }).click();
  await page.getByText(words.effect['no-gradient'].replace('{block}', words.block.update)).first().waitFor();
}

async function runDigits({ kind, page, language, open }: Place): Promise<void> {
  const words = BENCH_WORDS[language];
  await open('run');
  const bench = page.getByTestId('loop-digits');
  await expect.poll(() => bench.getAttribute('data-pictures')).toBe('32');
  await page.getByRole('button', { name: words.bar.step, exact: true }).click();
  await expect.poll(() => bench.getAttribute('data-step')).toBe('1');
  await page.getByRole('button', { name: words.bar.train, exact: true }).click();
  const status = page.getByTestId('run-status');
  await expect.poll(() => status.getAttribute('data-state')).toBe('finished');
  await expect
    .poll(async () => Number(await status.getAttribute('data-validation-accuracy')))
    .toBeGreaterThan(0.85);
  await open('knobs');
  await page.getByRole('button', { name: words.settings.more, exact: true }).waitFor();
  await open('challenge');
  await page.getByRole('button', { name: words.bar.submit, exact: true }).click();
  await page.getByText(words.challenge.newBest).waitFor();
  if (kind === 'alone') await passBars(page, language);
}

/** Alone: the bars that the network reached, kept over a reload; a race in which it does not count; and other pictures. */
async function passBars(page: Page, language: Place['language']): Promise<void> {
  const words = BENCH_WORDS[language];
  const [first, , last] = DATASETS.digits.check.bars;
  const passed = (bar: number) => page.locator(`[data-bar="${bar}"]`).getAttribute('data-passed');
  await expect.poll(() => passed(first!)).toBe('true');
  expect(await passed(last!)).toBe('false');
  await page.getByRole('button', { name: words.solo.start.replace('{minutes}', '5') }).click();
  await page.getByTestId('countdown').first().waitFor();
  await page.getByRole('button', { name: words.bar.submit, exact: true }).click();
  await page.getByText(words.solo.notBest).waitFor();
  // It had been trained before the clock began.
  await expect.poll(() => page.getByTestId('best-in-time').innerText()).toBe(words.solo.noneInTime);
  await page.reload();
  await expect.poll(() => passed(first!)).toBe('true');
  await page.getByTestId('countdown').first().waitFor();
  const clothes = page.getByRole('radio', { name: DATASET_WORDS[language].fashion.name });
  await clothes.check({ force: true });
  await page.locator(`[data-bar="${DATASETS.fashion.check.bars[0]}"][data-passed="false"]`).waitFor();
  await expect.poll(() => clothes.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: words.challenge.toTraining, exact: true }).click();
  const training = words.tabs['digits-training'];
  await page.getByRole('tab', { name: training, exact: true, selected: true }).waitFor();
}

/** Everything that a student does in lesson 9, to a network in the competition where there is a class. */
export async function walkTrainingLoop(place: Place): Promise<void> {
  await assemble(place);
  await breakIt(place);
  await runDigits(place);
}
