import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeTabs } from '@/people/recording-tab';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { PATIENCE_MS } from '@/tests/patience';
import { everybodyLeaves, launchChromium, openTab } from './chromium';
import { sharedServer } from './shared-server';

/** On a slow computer or network a page is seen, and typed into, long before its scripts are there. */
const server = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
});
afterAll(async () => {
  closeTabs();
  await everybodyLeaves(browser);
  await browser?.close();
});

/** A page as the server has written it, and the way to let its scripts come. */
async function openLifeless(path: string): Promise<{ page: Page; live(): Promise<void> }> {
  const page = await openTab(browser, { viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  page.setDefaultTimeout(PATIENCE_MS);
  let come: () => void = () => undefined;
  const mayCome = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await mayCome;
    await route.continue();
  });
  await page.goto(`${server.origin}${path}`, { waitUntil: 'commit' });
  return {
    page,
    live: async () => {
      come();
      // Of the form itself: it may be a part that comes later than the page around it.
      await page.waitForFunction(() =>
        Object.keys(document.querySelector('form') ?? {}).some((key) => key.startsWith('__reactProps$')),
      );
    },
  };
}

test('a code that is typed before the page is alive is read, and Enter takes nothing away', async () => {
  const { code } = await teacher.createClass('training-loop');
  const { page, live } = await openLifeless('/');
  const field = page.getByRole('textbox');
  await field.fill(code.toLowerCase());
  await field.press('Enter');
  await live();
  expect(new URL(page.url()).search).toBe('');
  expect(await field.inputValue()).toBe(code.toLowerCase());
  await page.getByRole('button', { name: /^Join/ }).click();
  await page.waitForURL(`**/join/${code}`);
});

test('a nickname that is typed before the page is alive is the one that joins', async () => {
  const { code } = await teacher.createClass('training-loop');
  const { page, live } = await openLifeless(`/join/${code}`);
  const field = page.getByRole('textbox');
  await field.fill('Early Bird');
  await field.press('Enter');
  // What was pressed while a part of the page was on its way, React does as soon as it is there.
  await live();
  await page.waitForURL((url) => !url.pathname.startsWith('/join/'));
  await page.getByText('Early Bird').first().waitFor();
});

test('a password that is sent before the page is alive is in no address, and signs in afterwards', async () => {
  const { page, live } = await openLifeless('/teach/sign-in');
  await page.getByLabel('Email').fill(teacher.email);
  await page.getByLabel('Password', { exact: true }).fill(teacher.password);
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await live();
  expect(page.url()).not.toContain('password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/teach');
});
