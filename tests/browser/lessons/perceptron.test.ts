import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import en from '@/client/messages/en/perceptron.json';
import { perceptron } from '@/lessons/perceptron/lesson';
import { accessibilityProblems, sidewaysOverflow } from '../axe';
import { launchChromium, watchErrors } from '../chromium';
import { ServerProcess } from '../server-process';
import { dragByTouch, openStep, walkPerceptron } from './perceptron-walk';

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
  'lesson 2 from AND to the last gate of the challenge, in %s',
  async (language) => {
    await withPage({ locale: language === 'ja' ? 'ja-JP' : 'en-GB' }, (page) =>
      walkPerceptron(page, server.origin, language),
    );
  },
);

test('every step fits a phone and axe finds nothing, in both themes', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await withPage(
      { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme, reducedMotion: 'reduce' },
      async (page) => {
        for (const step of perceptron.steps) {
          await openStep(page, server.origin, perceptron.id, step.id);
          expect(await accessibilityProblems(page), step.id).toEqual([]);
          expect(await sidewaysOverflow(page), step.id).toBeLessThanOrEqual(0);
        }
      },
    );
  }
});

test('a finger drags the line and θ without scrolling the page', async () => {
  await withPage({ viewport: { width: 390, height: 844 }, hasTouch: true }, async (page) => {
    await openStep(page, server.origin, perceptron.id, 'line');
    const field = page.getByRole('textbox', { name: en.exact.replace('{name}', 'θ'), exact: true });
    const before = Number((await field.inputValue()).replace('−', '-'));
    const plane = page.getByRole('img', { name: /^Plane of the inputs/ });
    await plane.scrollIntoViewIfNeeded();
    const box = (await plane.boundingBox())!;
    // AND's line passes (0.75, 0.75); its window goes from −0.6 to 1.6, in a picture of 300 with its margins.
    const at = (x: number, y: number) => ({
      x: box.x + (box.width / 300) * (30 + ((x + 0.6) / 2.2) * 266),
      y: box.y + (box.height / 300) * (272 - ((y + 0.6) / 2.2) * 268),
    });
    const scrolled = await page.evaluate(() => window.scrollY);
    await dragByTouch(page, at(0.75, 0.75), at(0.25, 0.25));
    await page.waitForFunction((old) => {
      const input = [...document.querySelectorAll('input')].find((one) => one.ariaLabel?.startsWith('θ'));
      return input !== undefined && Number(input.value.replace('−', '-')) < old - 0.5;
    }, before);
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  });
});
