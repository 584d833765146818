import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import enErrors from '@/client/messages/en/errors.json';
import { createTeacher } from '@/people/teacher';
import { launchChromium, watchErrors } from '@/tests/browser/chromium';
import { sharedServer } from '@/tests/browser/shared-server';
import { HoldingFilter } from './holding-filter';

/** What a filter holds back for ever is noticed, tried again and explained, and goes on by itself once it is let through. */
const server = sharedServer();
let browser: Browser;
let filter: HoldingFilter;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

beforeEach(async () => {
  filter = await HoldingFilter.start(server.origin);
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1366, height: 768 } });
  page = await context.newPage();
});

afterEach(async () => {
  await page.context().close();
  await filter.stop();
});

const notice = () => page.getByTestId('held-back');

test('pictures: told after seconds, and shown once they are let through', async () => {
  const errors = watchErrors(page);
  let open = false;
  filter.holds = (asked) => asked.startsWith('/data/digits/') && !open;
  await page.goto(`${filter.origin}/learn/handwritten-digits?step=look`);
  await notice().getByText(enErrors.held.title).waitFor();
  expect(await page.getByTestId('picture').count()).toBe(0);
  open = true;
  // The try after this one comes through.
  await notice().waitFor({ state: 'detached' });
  await page.locator('[data-testid="bench"] canvas').first().waitFor();
  expect(filter.held.length).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});

test('the code of a bench: told, and asked for again by itself', async () => {
  const address = '/learn/perceptron';
  const html = await (await fetch(server.origin + address)).text();
  // The page's own scripts come; each piece that it fetches later is held back at its first asking.
  filter.holds = (asked) =>
    asked.startsWith('/_next/static/chunks/') && !asked.includes('again=') && !html.includes(asked);
  // On a slow machine a piece may be asked for, and held back, before all has loaded.
  await page.goto(filter.origin + address, { waitUntil: 'commit' });
  await notice().getByText(enErrors.held.title).waitFor();
  await page.locator('[data-testid="bench"] fieldset').first().waitFor();
  await notice().waitFor({ state: 'detached' });
  expect(filter.held.length).toBeGreaterThan(0);
});

test('the class behind a code: told, and the door opens once the answer is let through', async () => {
  const { code } = await (await createTeacher(server.origin)).createClass('perceptron');
  let open = false;
  filter.holds = (asked) => asked.startsWith('/api/classes/') && !open;
  await page.goto(`${filter.origin}/join/${code}`);
  await page.getByText(enErrors.offline).first().waitFor();
  open = true;
  await page.getByRole('textbox', { name: 'Nickname' }).fill('Mia');
  await page.getByRole('button', { name: 'Join class' }).click();
  await page.waitForURL(/\/class\//);
});
