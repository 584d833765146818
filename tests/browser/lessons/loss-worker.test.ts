import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import en from '@/client/messages/en/loss.json';
import ja from '@/client/messages/ja/loss.json';
import { launchChromium } from '../chromium';
import { ServerProcess } from '../server-process';
import { openStep } from './perceptron-walk';

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

/** Until the page's `workersCome` is set, no worker's code comes. */
const WITHOUT_WORKERS = `
  const Real = Worker;
  window.Worker = function (address, options) {
    return new Real(window.workersCome ? address : '/no-such-worker.js', options);
  };`;

test.each([
  ['en', 'en-GB', en],
  ['ja', 'ja-JP', ja],
] as const)(
  'I12: a worker that does not start is told of, and can be tried again, in %s',
  async (_, locale, words) => {
    const context = await browser.newContext({ locale, viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await page.addInitScript(WITHOUT_WORKERS);
    const failed = page.getByText(words.worker.failed);
    const retry = page.getByRole('button', { name: words.worker.retry, exact: true });
    const train = page.getByRole('button', { name: words.bar.train, exact: true });

    await openStep(page, server.origin, 'loss', 'challenge');
    await train.click();
    await failed.waitFor();
    await page.evaluate('window.workersCome = true');
    await retry.click();
    await page.locator('[data-testid="run-status"][data-state="finished"]').waitFor();
    expect(await failed.count()).toBe(0);

    // Also while the bench still waits for the guess.
    await openStep(page, server.origin, 'loss', 'race');
    await failed.waitFor();
    await context.close();
  },
);
