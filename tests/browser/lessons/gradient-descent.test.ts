import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gradientDescent } from '@/lessons/gradient-descent/lesson';
import { accessibilityProblems, sidewaysOverflow } from '../axe';
import { launchChromium, watchErrors } from '../chromium';
import { ServerProcess } from '../server-process';
import { walkGradientDescent } from './gradient-descent-walk';
import { dragByTouch, openStep } from './perceptron-walk';

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
  'lesson 7 from a curve to all three landscapes of the challenge, in %s',
  async (language) => {
    await withPage({ locale: language === 'ja' ? 'ja-JP' : 'en-GB' }, (page) =>
      walkGradientDescent(page, server.origin, language),
    );
  },
);

test('every step fits a phone and axe finds nothing, in both themes', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await withPage(
      { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme, reducedMotion: 'reduce' },
      async (page) => {
        for (const step of gradientDescent.steps) {
          await openStep(page, server.origin, gradientDescent.id, step.id);
          expect(await accessibilityProblems(page), step.id).toEqual([]);
          expect(await sidewaysOverflow(page), step.id).toBeLessThanOrEqual(0);
        }
      },
    );
  }
});

test('a finger drags the ball across the landscape without scrolling the page', async () => {
  await withPage({ viewport: { width: 390, height: 844 }, hasTouch: true }, async (page) => {
    await openStep(page, server.origin, gradientDescent.id, 'landscape');
    const map = page.getByTestId('map');
    await map.scrollIntoViewIfNeeded();
    const box = (await map.boundingBox())!;
    const at = (x: number, y: number) => ({ x: box.x + box.width * x, y: box.y + box.height * y });
    const scrolled = await page.evaluate(() => window.scrollY);
    await dragByTouch(page, at(0.2, 0.2), at(0.75, 0.75));
    // Three quarters to the right of a map from −4 to 4 is 2, three quarters down −2.
    await page.waitForFunction(() => {
      const values = [...document.querySelectorAll('input')].map((input) =>
        Number(input.value.replace('−', '-')),
      );
      return (
        values.some((value) => Math.abs(value - 2) < 0.1) && values.some((value) => Math.abs(value + 2) < 0.1)
      );
    });
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  });
});
