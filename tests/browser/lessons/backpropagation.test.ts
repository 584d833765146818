import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blanksOf, exerciseOf } from '@/client/benches/backpropagation/fill-work';
import { quantity, valuesOf } from '@/client/benches/backpropagation/quantities';
import en from '@/client/messages/en/backpropagation.json';
import ja from '@/client/messages/ja/backpropagation.json';
import { gradientsChallenge, slopesOf } from '@/engine/challenges/gradients';
import { backpropagation } from '@/lessons/backpropagation/lesson';
import { launchChromium } from '../chromium';
import { ServerProcess } from '../server-process';
import { expectFitsPhone, type Language, localeOf, withPage } from './lesson-page';

const SEED = 7;
const WORDS = { en, ja };
/** The order of the challenge's answer, by the fields' names. */
const ASKED = ['gw5', 'gw6', 'gb3', 'gw1', 'gw2', 'gb1', 'gw3', 'gw4', 'gb2'];

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
  await page.goto(`${server.origin}/learn/${backpropagation.id}?step=${step}&seed=${SEED}`);
  await page.getByTestId('bench').locator('[data-chip]').first().waitFor();
}

const chip = (page: Page, id: string) => page.locator(`[data-chip="${id}"]`);
const blank = (page: Page, id: string) => page.locator(`[data-blank="${id}"]`);
const stage = (page: Page, at: number) => page.locator(`[data-testid="stage"][data-stage="${at}"]`).waitFor();

async function fill(page: Page, id: string, text: string): Promise<void> {
  await blank(page, id).fill(text);
  await blank(page, id).press('Enter');
}

async function watch(page: Page, words: typeof en): Promise<void> {
  await open(page, 'forward');
  await stage(page, 0);
  for (const at of [1, 2, 3]) {
    await page.getByRole('button', { name: words.watch.forward }).click();
    await stage(page, at);
  }
  // The numbers come from the product that their label names.
  expect(await chip(page, 'z1').getAttribute('aria-label')).toContain(
    '0.8 · 0.6 + (−0.4) · 0.9 + 0.1 = 0.220',
  );

  await open(page, 'backward');
  await stage(page, 3);
  await chip(page, 'gw1').click();
  await expect.poll(() => page.getByTestId('origin').textContent()).toContain(words.waiting.chain);
  for (const symbol of ['δ₁', '∂L/∂h₁', 'δ₃', '∂L/∂y']) {
    await page.getByTestId('origin').getByRole('button', { name: symbol, exact: true }).last().waitFor();
  }
  // By keyboard alone.
  await page.getByRole('button', { name: words.watch.backward }).focus();
  for (const at of [4, 5, 6, 7]) {
    await page.keyboard.press('Enter');
    await stage(page, at);
  }
  expect(await chip(page, 'gw1').getAttribute('data-state')).toBe('known');

  await open(page, 'wiggle');
  await chip(page, 'w6').click();
  await page.getByText('±0.001').click();
  const verdict = page.getByTestId('wiggle-verdict');
  await expect.poll(() => verdict.getAttribute('data-same')).toBe('true');
  // Arrow keys walk through the picture.
  await chip(page, 'x1').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-chip'))).toBe('gw1');
  await chip(page, 'x1').click();
  const field = page.getByRole('textbox', { name: words.given.exact });
  await field.fill('-0.5');
  await field.press('Enter');
  await expect.poll(() => chip(page, 'x1').getAttribute('aria-label')).toContain('−0.5');
  await expect.poll(() => verdict.getAttribute('data-same')).toBe('true');
  // Work survives a reload.
  await page.reload();
  await expect.poll(() => chip(page, 'x1').getAttribute('aria-label')).toContain('−0.5');
}

/** As a Japanese keyboard writes: full-width digits, a comma for the point. */
function fullWidth(text: string): string {
  return text.replace('.', ',').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

async function fillIn(page: Page, words: typeof en): Promise<void> {
  const values = valuesOf(exerciseOf(SEED, 0));
  const blanks = blanksOf(0);
  await open(page, 'fill');
  const right = page.getByTestId('fill-right');

  // ∂L/∂y by tapping numbers in the picture.
  await blank(page, 'dy3').focus();
  await page.keyboard.type('2 × (');
  await chip(page, 'y3').click();
  await page.keyboard.type(' − ');
  await chip(page, 't').click();
  await page.keyboard.type(')');
  await page.keyboard.press('Enter');
  await expect.poll(() => right.getAttribute('data-right')).toBe('1');

  // δ without the bend's slope: told at once, and what was left out.
  await fill(page, 'd3', values.dy3.toFixed(3));
  await expect.poll(() => blank(page, 'd3').getAttribute('data-state')).toBe('wrong');
  await expect
    .poll(() => page.locator('#fill-reason').textContent())
    .toContain(words.reason.noSlope.replace('{about}', quantity('dy3').symbol));
  await fill(page, 'd3', (-values.d3).toFixed(4));
  await expect.poll(() => page.locator('#fill-reason').textContent()).toContain(words.reason.sign);

  for (const id of blanks.slice(1)) await fill(page, id, fullWidth(values[id].toFixed(4).replace('-', '−')));
  await expect.poll(() => right.getAttribute('data-right')).toBe(String(blanks.length));
  await page.reload();
  await expect.poll(() => right.getAttribute('data-right')).toBe(String(blanks.length));
  await page.getByRole('button', { name: words.fill.next }).click();
  await expect.poll(() => right.getAttribute('data-right')).toBe('0');
}

async function challenge(page: Page): Promise<void> {
  const slopes = slopesOf(gradientsChallenge.deal(SEED));
  await open(page, 'challenge');
  const score = page.getByTestId('gradients-right');
  for (const [i, id] of ASKED.entries()) {
    // One wrong sign among them.
    await fill(page, id, ((i === 0 ? -1 : 1) * slopes[i]!).toFixed(3));
  }
  await page.getByTestId('gradients-submit').click();
  await expect.poll(() => score.getAttribute('data-right')).toBe('8');
  expect(await blank(page, 'gw5').getAttribute('data-state')).toBe('wrong');
  expect(await blank(page, 'gw6').getAttribute('data-state')).toBe('right');
  await fill(page, 'gw5', slopes[0]!.toFixed(3));
  await page.getByTestId('gradients-submit').click();
  await expect.poll(() => score.getAttribute('data-reached')).toBe('true');
}

test.each<Language>(['en', 'ja'])(
  'lesson 8 from the forward pass to the whole gradient, in %s',
  async (language) => {
    await withPage(browser, localeOf(language), async (page) => {
      await watch(page, WORDS[language]);
      await fillIn(page, WORDS[language]);
      await challenge(page);
    });
  },
);

test('on a phone a tap on the picture writes into the field below it', async () => {
  await withPage(browser, { viewport: { width: 390, height: 844 }, hasTouch: true }, async (page) => {
    await open(page, 'challenge');
    await chip(page, 'gw6').tap();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-blank')))
      .toBe('gw6');
    await chip(page, 'y2').tap();
    await page.getByRole('button', { name: '×', exact: true }).tap();
    await chip(page, 'y1').tap();
    expect(await blank(page, 'gw6').inputValue()).toMatch(/^0\.\d{3} × 0\.\d{3}$/);
    await page.getByTestId('field-note').getByText(/=/).waitFor();
  });
});

test('every step fits a phone and axe finds nothing, in both themes', async () => {
  await expectFitsPhone(browser, backpropagation, open);
});
