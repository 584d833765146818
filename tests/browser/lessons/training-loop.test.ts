import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import enBench from '@/client/messages/en/bench.json';
import en from '@/client/messages/en/loop.json';
import enGates from '@/client/messages/en/perceptron.json';
import jaBench from '@/client/messages/ja/bench.json';
import ja from '@/client/messages/ja/loop.json';
import jaGates from '@/client/messages/ja/perceptron.json';
import { trainingLoop } from '@/lessons/training-loop/lesson';
import { launchChromium } from '../chromium';
import { ServerProcess } from '../server-process';
import { expectFitsPhone, type Language, localeOf, withPage } from './lesson-page';

const SEED = 7;
const WORDS = { en, ja };
const BENCH_WORDS = { en: enBench, ja: jaBench };
const UNDO = { en: enGates.undo, ja: jaGates.undo };
type Block = keyof typeof en.block;

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

async function open(page: Page, step: string): Promise<void> {
  await page.goto(`${server.origin}/learn/${trainingLoop.id}?step=${step}&seed=${SEED}`);
  await page.getByTestId('bench').locator('button, [data-testid="loop-digits"]').first().waitFor();
}

const pickName = (words: typeof en, block: Block) => words.move.pick.replace('{block}', words.block[block]);

/** Runs the program to its end; what was said of it. */
async function outcome(page: Page): Promise<{ end: string; diagnosis: string }> {
  await page.getByTestId('loop-run').click();
  const box = page.getByTestId('loop-outcome');
  await expect.poll(() => box.getAttribute('data-end'), { timeout: 30_000 }).not.toBe('');
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

async function assemble(page: Page, words: typeof en): Promise<void> {
  await open(page, 'assemble');
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

async function breakIt(page: Page, language: Language): Promise<void> {
  const words = WORDS[language];
  await open(page, 'break');
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

async function runDigits(page: Page, language: Language): Promise<void> {
  const words = BENCH_WORDS[language];
  await open(page, 'run');
  const bench = page.getByTestId('loop-digits');
  await expect.poll(() => bench.getAttribute('data-pictures'), { timeout: 30_000 }).toBe('32');
  await page.getByRole('button', { name: words.bar.step, exact: true }).click();
  await expect.poll(() => bench.getAttribute('data-step'), { timeout: 30_000 }).toBe('1');
  await page.getByRole('button', { name: words.bar.train, exact: true }).click();
  const status = page.getByTestId('run-status');
  await expect.poll(() => status.getAttribute('data-state'), { timeout: 120_000 }).toBe('finished');
  expect(Number(await status.getAttribute('data-validation-accuracy'))).toBeGreaterThan(0.85);
  await open(page, 'knobs');
  await page.getByRole('tab', { selected: true }).waitFor();
  await open(page, 'challenge');
  await page.getByText(words.challenge.alone).waitFor();
}

test.each<Language>(['en', 'ja'])('lesson 9 from the empty loop to digits, in %s', async (language) => {
  await withPage(browser, localeOf(language), async (page) => {
    page.setDefaultTimeout(30_000);
    await assemble(page, WORDS[language]);
    await breakIt(page, language);
    await runDigits(page, language);
  });
});

test('a finger takes a block by its grip, and scrolls elsewhere', async () => {
  await withPage(browser, { viewport: { width: 390, height: 844 }, hasTouch: true }, async (page) => {
    await open(page, 'assemble');
    await page.getByRole('button', { name: pickName(en, 'loss') }).tap();
    await page.getByRole('button', { name: en.gap.beforeLoop, exact: true }).tap();
    expect(await page.locator('[data-program] [data-block]').first().getAttribute('data-block')).toBe('loss');
    const grip = page.locator('[data-block="loss"] .touch-none');
    expect(await grip.evaluate((element) => getComputedStyle(element).touchAction)).toBe('none');
  });
});

test('every step fits a phone and axe finds nothing, in both themes', async () => {
  await expectFitsPhone(browser, trainingLoop, open);
});
