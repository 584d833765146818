import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { blanksOf, exerciseOf } from '@/client/benches/backpropagation/fill-work';
import { quantity, valuesOf } from '@/client/benches/backpropagation/quantities';
import en from '@/client/messages/en/backpropagation.json';
import ja from '@/client/messages/ja/backpropagation.json';
import { gradientsChallenge, slopesOf } from '@/engine/challenges/gradients';
import type { Place } from './place';

const WORDS = { en, ja };
/** The order of the challenge's answer, by the fields' names. */
const ASKED = ['gw5', 'gw6', 'gb3', 'gw1', 'gw2', 'gb1', 'gw3', 'gw4', 'gb2'];

export const chip = (page: Page, id: string) => page.locator(`[data-chip="${id}"]`);
export const blank = (page: Page, id: string) => page.locator(`[data-blank="${id}"]`);
const stage = (page: Page, at: number) => page.locator(`[data-testid="stage"][data-stage="${at}"]`).waitFor();

async function fill(page: Page, id: string, text: string): Promise<void> {
  await blank(page, id).fill(text);
  await blank(page, id).press('Enter');
}

async function watch({ page, language, open }: Place): Promise<void> {
  const words = WORDS[language];
  await open('forward');
  await stage(page, 0);
  for (const at of [1, 2, 3]) {
    await page.getByRole('button', { name: words.watch.forward }).click();
    await stage(page, at);
  }
  // The numbers come from the product that their label names.
  expect(await chip(page, 'z1').getAttribute('aria-label')).toContain(
    '0.8 · 0.6 + (−0.4) · 0.9 + 0.1 = 0.220',
  );

  await open('backward');
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

  await open('wiggle');
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

async function fillIn({ page, language, seed, open }: Place): Promise<void> {
  const words = WORDS[language];
  const values = valuesOf(exerciseOf(seed, 0));
  const blanks = blanksOf(0);
  await open('fill');
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
    // A blank that binds is a blank.
    .poll(async () => (await page.locator('#fill-reason').textContent())?.replaceAll('\u00a0', ' '))
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

/** Chips whose number runs into its sign. */
function writtenOver(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-chip]')].flatMap((chip) => {
      const [sign, value] = chip.previousElementSibling?.querySelectorAll('text') ?? [];
      if (!sign || !value) return [];
      const over = sign.getBoundingClientRect().right > value.getBoundingClientRect().left;
      return over ? [`${sign.textContent} ${value.textContent}`] : [];
    }),
  );
}

async function challenge({ page, seed, open }: Place): Promise<void> {
  const slopes = slopesOf(gradientsChallenge.deal(seed));
  await open('challenge');
  const score = page.getByTestId('gradients-right');
  for (const [i, id] of ASKED.entries()) {
    // One wrong sign among them.
    await fill(page, id, ((i === 0 ? -1 : 1) * slopes[i]!).toFixed(3));
  }
  await page.getByTestId('gradients-submit').click();
  await expect.poll(() => score.getAttribute('data-right')).toBe('8');
  expect(await writtenOver(page)).toEqual([]);
  expect(await blank(page, 'gw5').getAttribute('data-state')).toBe('wrong');
  expect(await blank(page, 'gw6').getAttribute('data-state')).toBe('right');
  await fill(page, 'gw5', slopes[0]!.toFixed(3));
  await page.getByTestId('gradients-submit').click();
  await expect.poll(() => score.getAttribute('data-reached')).toBe('true');
}

/** Everything that a student does in lesson 8, to the whole gradient. */
export async function walkBackpropagation(place: Place): Promise<void> {
  await watch(place);
  await fillIn(place);
  await challenge(place);
}
