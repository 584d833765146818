import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loss } from '@/lessons/loss/lesson';
import { accessibilityProblems, sidewaysOverflow } from '../axe';
import { launchChromium, watchErrors } from '../chromium';
import { ServerProcess } from '../server-process';
import { walkLoss } from './loss-walk';
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
  'lesson 6 from the squares to both parts of the challenge, in %s',
  async (language) => {
    await withPage({ locale: language === 'ja' ? 'ja-JP' : 'en-GB' }, (page) =>
      walkLoss(page, server.origin, language),
    );
  },
);

test('every step fits a phone and axe finds nothing, in both themes', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await withPage(
      { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme, reducedMotion: 'reduce' },
      async (page) => {
        for (const step of loss.steps) {
          await openStep(page, server.origin, loss.id, step.id);
          expect(await accessibilityProblems(page), step.id).toEqual([]);
          expect(await sidewaysOverflow(page), step.id).toBeLessThanOrEqual(0);
        }
      },
    );
  }
});

test('a finger drags the output along the curve without scrolling the page', async () => {
  await withPage({ viewport: { width: 390, height: 844 }, hasTouch: true }, async (page) => {
    await openStep(page, server.origin, loss.id, 'two-losses');
    const plot = page.getByTestId('bench').getByRole('img').first();
    await plot.scrollIntoViewIfNeeded();
    const box = (await plot.boundingBox())!;
    const scrolled = await page.evaluate(() => window.scrollY);
    const y = box.y + box.height / 2;
    await dragByTouch(page, { x: box.x + box.width * 0.5, y }, { x: box.x + box.width * 0.9, y });
    await page.waitForFunction(() => {
      const now = document.querySelector('[data-testid="loss-now"]');
      return Number(now?.getAttribute('data-y')) > 0.85;
    });
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  });
});
