import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesOf } from '@/client/i18n/messages';
import { createTeacher } from '@/people/teacher';
import { accessibilityProblems, sidewaysOverflow } from './axe';
import { launchChromium, openTab, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** What passes may be missed; that something was not done may not, however slowly somebody reads. */
const { origin } = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

test.each([
  { language: 'en', viewport: { width: 1366, height: 768 } },
  { language: 'ja', viewport: { width: 390, height: 844 } },
] as const)(
  'what was not done is said until it is closed, once, while what was done passes ($language)',
  async ({ language, viewport }) => {
    const { account, common, teach } = messagesOf(language);
    const teacher = await createTeacher(origin);
    const page = await openTab(browser, { viewport, locale: language === 'ja' ? 'ja-JP' : 'en-GB' });
    const errors = watchErrors(page);
    await page.context().addCookies(teacher.cookies());
    await page.goto(`${origin}/teach/account`);
    const said = page.locator('[data-sonner-toast]');
    const failed = said.filter({ hasText: teach.accountProblem.offline });
    const signOut = page.getByRole('button', { name: teach.account.signOut, exact: true });

    await page.context().setOffline(true);
    await signOut.click();
    await failed.waitFor();
    // The same once more takes its place.
    await signOut.click();
    await expect.poll(() => failed.count()).toBe(1);
    await page.context().setOffline(false);

    await page.getByRole('textbox', { name: account.own.name, exact: true }).fill('Ada');
    await page.getByRole('button', { name: account.own.nameSave, exact: true }).click();
    const done = said.filter({ hasText: account.own.nameSaved });
    await done.waitFor();
    // Said later, gone sooner.
    await done.waitFor({ state: 'detached' });
    expect(await failed.isVisible()).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await failed.getByRole('button', { name: common.close, exact: true }).press('Enter');
    await failed.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  },
);
