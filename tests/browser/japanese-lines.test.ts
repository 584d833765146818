import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LESSONS } from '@/lessons/registry';
import { launchChromium } from './chromium';
import { brokenWords } from './japanese-lines';
import { chooseStep } from './lessons/place';
import { sharedServer } from './shared-server';

/** Lines of Japanese end between phrases (docs/decisions/0040): looked at where they are, with all words, checks and questions open. */

/** Parts of a step that are opened: some close others. */
const MOST_OPENED = 4;
const SCREENS = {
  'a laptop': { width: 1366, height: 768 },
  'a phone': { width: 390, height: 844 },
};

const server = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

test('no line of a lesson ends inside a word, nor between a number and its counter, on a laptop and a phone', async () => {
  const page = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  const found = new Set<string>();
  // What is told more, and what is asked, each in the place of the words before.
  const closed = page.locator('main button[aria-expanded="false"]:visible').first();
  for (const lesson of LESSONS) {
    await page.setViewportSize(SCREENS['a laptop']);
    await page.goto(`${server.origin}/learn/${lesson.id}?seed=7`);
    for (const step of lesson.steps) {
      await page.setViewportSize(SCREENS['a laptop']);
      await chooseStep(page, lesson, step.id);
      for (const [screen, size] of Object.entries(SCREENS)) {
        await page.setViewportSize(size);
        const look = async () => {
          for (const line of await brokenWords(page))
            found.add(`${lesson.number} ${step.id}, ${screen}: ${line}`);
        };
        await look();
        for (let turn = 0; turn < MOST_OPENED && (await closed.count()) > 0; turn += 1) {
          await closed.click();
          await look();
        }
      }
    }
  }
  expect([...found]).toEqual([]);
});
