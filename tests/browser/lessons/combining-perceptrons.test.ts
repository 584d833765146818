import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { combiningPerceptrons } from '@/lessons/combining-perceptrons/lesson';
import { accessibilityProblems, sidewaysOverflow } from '../axe';
import { launchChromium, watchErrors } from '../chromium';
import { ServerProcess } from '../server-process';
import { walkCircuits } from './circuit-walk';
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

async function withPage(options: BrowserContextOptions, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  const errors = watchErrors(page);
  await act(page);
  expect(errors).toEqual([]);
  await context.close();
}

test.each(['en', 'ja'] as const)(
  'lesson 3 from two lines to the box with the fewest units, in %s',
  async (language) => {
    await withPage({ locale: language === 'ja' ? 'ja-JP' : 'en-GB' }, (page) =>
      walkCircuits(page, server.origin, language),
    );
  },
);

test('every step fits a phone and axe finds nothing, in both themes', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await withPage(
      { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme, reducedMotion: 'reduce' },
      async (page) => {
        for (const step of combiningPerceptrons.steps) {
          await openStep(page, server.origin, combiningPerceptrons.id, step.id);
          expect(await accessibilityProblems(page), step.id).toEqual([]);
          expect(await sidewaysOverflow(page), step.id).toBeLessThanOrEqual(0);
        }
      },
    );
  }
});
