import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium';
import { expectReasonsSeen } from './reasons';
import { sharedServer } from './shared-server';

/** Why a button cannot be used now is told where it can be read: at either edge of the window, above its end, in a narrow sheet. */
const server = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

/** Pages on which some buttons wait, once Train (where there is one) waits for the page no more. */
const PAGES = [
  { path: '/lab', trains: true },
  { path: '/lab?bench=digits', trains: true },
  { path: '/learn/training-loop', trains: false },
];

test.each(PAGES.flatMap((page) => [390, 1366].map((width) => ({ ...page, width }))))(
  '$path, $width pixels wide',
  async ({ path, trains, width }) => {
    const page = await browser.newPage({ viewport: { width, height: 720 }, locale: 'en-GB' });
    await page.goto(server.origin + path);
    if (trains)
      await page
        .getByRole('button', { name: 'Train', exact: true })
        .and(page.locator('button:not(:has([data-reason]))'))
        .waitFor();
    await page.locator('button:has([data-reason]):visible').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await expectReasonsSeen(page)).toBeGreaterThan(0);
    await page.close();
  },
);
