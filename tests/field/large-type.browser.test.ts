import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '@/tests/browser/chromium';
import { PagesStage } from '@/tests/browser/every-page';
import { Stage } from '@/tests/browser/lessons/lesson-walk';
import { crowded } from './large-type';
import { drawn, walkPages } from './walk-pages';

/** Every page in a window of which hardly anything is left, with letters twice as large, and where small letters are made larger. */

const stage = new Stage();
let pages: PagesStage;
beforeAll(async () => {
  pages = new PagesStage(stage.server.origin, stage.browser);
});
afterAll(() => pages?.close());

const at = (how: string, faults: string[]) => faults.map((fault) => `${how}: ${fault}`);

async function inSmallWindows(tab: Page): Promise<string[]> {
  const tall = at('320 × 256', await crowded(tab, true));
  await tab.setViewportSize({ width: 320, height: 220 });
  await drawn(tab);
  const low = at('320 × 220', await crowded(tab, true));
  await tab.setViewportSize({ width: 1366, height: 768 });
  await tab.addStyleTag({ content: 'html { font-size: 200% !important }' });
  await tab.waitForFunction(() => document.documentElement.dataset.under?.includes('lg'));
  await drawn(tab);
  return [...tall, ...low, ...at('letters of 32 px', await crowded(tab, false))];
}

test('at 400 % no bar covers a third and nothing scrolls sideways; with text at 200 % nothing is cut off', async () => {
  expect(await walkPages(pages, { viewport: { width: 320, height: 256 } }, inSmallWindows)).toEqual({});
});

test('where a least size of 24 px is set, boxes grow with the words in them', async () => {
  const browser = await launchChromium(['--blink-settings=minimumFontSize=24']);
  const large = new PagesStage(stage.server.origin, browser);
  const found = await walkPages(
    large,
    {},
    async (tab) => {
      await tab.waitForFunction(() => document.documentElement.style.fontSize !== '');
      await drawn(tab);
      return crowded(tab, false, true);
    },
    ({ name }) => /^(landing|join|console, (live|lobby)|class, training|sign up|own account)$/.test(name),
  );
  large.close();
  await browser.close();
  expect(found).toEqual({});
});

test('control: a bar of half the window, a line that cannot break, words on words and out of their box are found', async () => {
  const found = await walkPages(
    pages,
    { viewport: { width: 320, height: 220 } },
    async (tab) => {
      await tab.evaluate(() => {
        const bar = document.createElement('div');
        bar.style.cssText = 'position: fixed; bottom: 0; left: 0; right: 0; height: 110px';
        const line = document.createElement('p');
        line.style.cssText = 'white-space: nowrap; width: 900px';
        line.textContent = 'words that go on and on';
        const button = document.createElement('button');
        button.style.cssText = 'width: 40px; white-space: nowrap';
        button.textContent = 'a button too small';
        const over = document.createElement('p');
        over.style.cssText = 'margin-top: -1lh';
        over.textContent = 'words on other words';
        document.body.append(bar, button, line, over);
      });
      return crowded(tab, true, true);
    },
    ({ name }) => name === 'landing',
  );
  for (const fault of ['bars cover 5', 'the page is', 'reaches out of its box', 'words on words'])
    expect(
      found.landing?.some((one) => one.startsWith(fault)),
      fault,
    ).toBe(true);
});
