import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LAN_NAME, launchChromium, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

const server = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium({ whole: true });
});

afterAll(async () => {
  await browser?.close();
});

async function openAt(path: string): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(`http://${LAN_NAME}:${server.port}${path}`);
  return { page, errors };
}

test('I14: over plain http on a name that is no secure context, a class is held and a network is trained and submitted', async () => {
  const { page: teacher, errors: teacherErrors } = await openAt('/teach/sign-up');
  expect(await teacher.evaluate(() => window.isSecureContext)).toBe(false);
  await teacher.getByRole('textbox', { name: 'Name' }).fill('Mr Hopper');
  await teacher.getByRole('textbox', { name: 'Email' }).fill('hopper@example.org');
  await teacher.getByLabel('Password', { exact: true }).fill('a long enough password');
  await teacher.getByRole('button', { name: 'Create account' }).click();
  await teacher.waitForURL('**/teach');
  await teacher.goto(`http://${LAN_NAME}:${server.port}/teach/start`);
  await teacher.locator('[data-lesson="handwritten-digits"]').getByRole('button', { name: 'Start' }).click();
  await teacher.waitForURL('**/teach/live/*');
  const code = ((await teacher.getByTestId('room-code').first().textContent()) ?? '').trim();

  const { page: student, errors: studentErrors } = await openAt(`/join/${code}`);
  await student.getByRole('textbox', { name: 'Nickname' }).fill('Grace');
  await student.getByRole('button', { name: 'Join class' }).click();
  await student.waitForURL(`**/class/${code}`);
  await teacher.getByRole('button', { name: 'Begin' }).click();
  await student.getByRole('button', { name: 'Train', exact: true }).click();
  await student.waitForFunction(
    () => Number(document.querySelector<HTMLElement>('[data-testid="run-status"]')?.dataset.step ?? 0) >= 10,
  );
  await student.getByRole('button', { name: 'Submit' }).click();
  await teacher.getByRole('table', { name: 'Leaderboard' }).getByText('Grace', { exact: true }).waitFor();
  expect([...teacherErrors, ...studentErrors]).toEqual([]);
});
