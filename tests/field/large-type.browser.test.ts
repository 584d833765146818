import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '@/tests/browser/chromium';
import { PagesStage } from '@/tests/browser/every-page';
import { Stage } from '@/tests/browser/lessons/lesson-walk';
import { crowded, crowdedAtRest } from './large-type';
import { drawn, walkPages } from './walk-pages';

/** Pages where small letters are made larger; what is looked for, on a page that has it (all pages: every-page.browser.test.ts). */

const stage = new Stage();
let pages: PagesStage;
beforeAll(async () => {
  pages = new PagesStage(stage.server.origin, stage.browser);
});
afterAll(() => pages?.close());

test.each([
  ['in a wide window', { viewport: { width: 1366, height: 768 } }],
  ['on a phone, in Japanese', { viewport: { width: 390, height: 844 }, locale: 'ja-JP' }],
])('where a least size of 24 px is set, boxes grow with the words in them: %s', async (_, options) => {
  const browser = await launchChromium({ args: ['--blink-settings=minimumFontSize=24'] });
  const large = new PagesStage(stage.server.origin, browser);
  const found = await walkPages(
    large,
    options,
    async (tab) => {
      await tab.waitForFunction(() => document.documentElement.style.fontSize !== '');
      await drawn(tab);
      return crowdedAtRest(tab, false, true);
    },
    ({ name }) =>
      !/^(lesson|class) /.test(name) || /^(class, |lesson (perceptron|handwritten-digits),)/.test(name),
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
