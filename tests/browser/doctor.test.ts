import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, sidewaysOverflow } from './axe';
import { everybodyLeaves, launchChromium, openTab, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** Students have their training looked at, in real Chromium with the real workers. */
const server = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterEach(() => everybodyLeaves(browser));

afterAll(async () => {
  await browser?.close();
});

async function open(path: string, looks: { width: number; height: number; locale: string }): Promise<Page> {
  const { locale, ...viewport } = looks;
  const page = await openTab(browser, { viewport, locale });
  await page.goto(server.origin + path);
  return page;
}

/** Whoever looks later, on a fast machine or a slow one, finds the same training: it stands there. */
const STOPS = '&stop-steps=600';
const DESK = { width: 1366, height: 768, locale: 'en-GB' };
const doctor = (page: Page) => page.getByTestId('doctor');
const kinds = (page: Page) =>
  page.getByTestId('finding').evaluateAll((all) => all.map((finding) => finding.getAttribute('data-kind')));
const step = async (page: Page) =>
  Number(await page.getByTestId('run-status').getAttribute('data-step')) || 0;

test('on the 2-D bench: nothing before the first step, then what ails it, with its number', async () => {
  const page = await open(`/lab#rate=10&hidden=8,8&points=spiral${STOPS}`, DESK);
  const errors = watchErrors(page);
  await page.getByTestId('network').waitFor();
  await page.getByRole('button', { name: 'Check my training' }).click();
  await expect.poll(() => doctor(page).getAttribute('data-state')).toBe('early');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect.poll(() => step(page)).toBe(600);
  await page.getByRole('button', { name: 'Check my training' }).click();
  await expect.poll(() => kinds(page)).toContain('rate-too-high');
  await expect.poll(() => doctor(page).textContent()).toMatch(/the loss jumps by \d+%/);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('on a phone in Japanese: a healthy training is said to be healthy', async () => {
  const page = await open(`/lab#rate=0.03${STOPS}`, { width: 390, height: 844, locale: 'ja' });
  await page.getByRole('button', { name: '訓練', exact: true }).click();
  await expect.poll(() => step(page)).toBe(600);
  await page.getByRole('button', { name: '訓練を診断' }).click();
  await expect.poll(() => doctor(page).getAttribute('data-state')).toBe('said');
  await expect.poll(() => doctor(page).textContent()).toContain('悪いところは見つかりません');
  expect(await sidewaysOverflow(page)).toBe(0);
});

test('at the digits: units that died of a rate of 10', async () => {
  const page = await open('/learn/handwritten-digits?step=train', DESK);
  await page.getByRole('slider', { name: 'Learning rate' }).focus();
  await page.keyboard.press('End');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect.poll(() => step(page)).toBeGreaterThan(30);
  await page.getByRole('button', { name: 'Check my training' }).click();
  await expect.poll(async () => (await kinds(page)).join()).toMatch(/dead-units|rate-too-high/);
});
