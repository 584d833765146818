import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, watchErrors } from '@/tests/browser/chromium';
import { sharedServer } from '@/tests/browser/shared-server';

/** Numbers typed in full width, with any minus and a comma, in the fields of lab and lessons; what cannot be read is said. */
const server = sharedServer();
let browser: Browser;
const complaints: string[][] = [];
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  expect(complaints.flat()).toEqual([]);
  await browser?.close();
});

async function visit(path: string, locale = 'en-GB'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale });
  const page = await context.newPage();
  complaints.push(watchErrors(page));
  await page.goto(server.origin + path);
  return page;
}

test('the lab’s stop fields', async () => {
  const page = await visit('/lab');
  const steps = page.locator('input[data-setting="stop-steps"]');
  const loss = page.locator('input[data-setting="stop-loss"]');
  const accuracy = page.locator('input[data-setting="stop-accuracy"]');
  await steps.waitFor();
  for (const [field, typed, shown] of [
    [steps, '５０', '50'],
    [steps, '1,000', '1000'],
    [loss, '０，１', '0.1'],
    [loss, '0,05', '0.05'],
    [accuracy, '９０％', '90'],
  ] as const) {
    await field.fill(typed);
    await field.blur();
    await expect.poll(() => field.inputValue()).toBe(shown);
    expect(await field.getAttribute('aria-invalid')).toBeNull();
  }
  await steps.fill('fifty');
  await steps.blur();
  await page.getByRole('alert').filter({ hasText: '“fifty” is no number. 1000 is still set.' }).waitFor();
  expect(await steps.inputValue()).toBe('fifty');
  await steps.fill('1.5');
  await steps.blur();
  await page.getByRole('alert').filter({ hasText: 'A whole number from' }).waitFor();
  await steps.fill('');
  await steps.blur();
  expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
  await page.context().close();
});

test('a learning rate, a parameter of a unit, a given weight, in Japanese', async () => {
  const page = await visit('/learn/perceptron', 'ja-JP');
  const row = page.locator('input[type="text"][inputmode="text"]').first();
  await row.waitFor();
  for (const [typed, shown] of [
    ['－０．５', '−0.5'],
    ['ー1,25', '−1.25'],
    ['２', '2'],
  ] as const) {
    await row.fill(typed);
    await row.blur();
    await expect.poll(() => row.inputValue()).toBe(shown);
  }
  await row.fill('二');
  await row.blur();
  await page.getByText('「二」は数として読めません。今の値は 2 のままです。').waitFor();
  expect(await row.inputValue()).toBe('二');
  await page.context().close();
});
