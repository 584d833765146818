import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTeacher } from '@/people/teacher';
import { launchChromium, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** A lesson is tried before it is held: simulated students come by the room's own door and really train, and nothing is left of it. */
const { origin } = sharedServer();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a dry run has students who guess and train over real sockets, and can be removed afterwards', async () => {
  const teacher = await createTeacher(origin);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  await context.addCookies(teacher.cookies(origin));
  page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(`${origin}/teach/start`);
  await page.getByText('Try it before the lesson').click();
  await page.getByText('Dry run with simulated students').click();
  await page
    .locator('[data-lesson="handwritten-digits"]')
    .getByRole('button', { name: 'Start a dry run' })
    .click();
  await page.waitForURL('**/teach/live/*');
  const code = page.url().split('/').at(-1)!;
  // To the server they are students like any other.
  const desk = await teacher.conduct(code);
  await page.getByRole('slider', { name: 'How many' }).fill('4');
  await button('Let them come').click();
  await page.locator('[data-testid=dry-run] [data-here="4"]').waitFor();
  await button('Begin').click();
  await button('Next step').click();
  const cards = page.getByTestId('student-card');
  await expect.poll(() => cards.count()).toBe(4);
  await page.locator('[data-testid=student-card][data-state=training]:not([data-step=""])').first().waitFor();
  // SHOT page dry
  const trained = await page.locator('[data-testid=student-card]:not([data-step=""])').count();
  expect(trained).toBeGreaterThan(0);
  await button('End class').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End class' }).click();
  await page.getByText('Nothing of it counts for any group.').waitFor();
  // SHOT page dryover
  await button('Remove the class').click();
  await page.waitForURL('**/teach');
  expect(await teacher.ask('GET', `/api/classes/${code}`)).toMatchObject({ ok: false });
  desk.close();
  expect(errors).toEqual([]);
});
