import { afterAll, beforeAll, expect, test } from 'vitest';
import { PagesStage } from '../browser/every-page';
import { Stage } from '../browser/lessons/lesson-walk';
import { crowded } from './large-type';
import { walkPages } from './walk-pages';

/** Every page in a window of which hardly anything is left, and with letters twice as large. */

const stage = new Stage();
let pages: PagesStage;
beforeAll(async () => {
  pages = new PagesStage(stage.server.origin, stage.browser);
});
afterAll(() => pages?.close());

const frame = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';

test('at 400 % no bar covers a third and nothing scrolls sideways; with text at 200 % nothing is cut off', async () => {
  const found = await walkPages(pages, { viewport: { width: 320, height: 256 } }, async (tab) => {
    const at = (how: string, faults: string[]) => faults.map((fault) => `${how}: ${fault}`);
    const tall = at('320 × 256', await crowded(tab, true));
    await tab.setViewportSize({ width: 320, height: 220 });
    await tab.evaluate(frame);
    const low = at('320 × 220', await crowded(tab, true));
    await tab.setViewportSize({ width: 1366, height: 768 });
    await tab.addStyleTag({ content: 'html { font-size: 200% !important }' });
    await tab.waitForFunction(() => document.documentElement.dataset.under?.includes('lg'));
    await tab.evaluate(frame);
    return [...tall, ...low, ...at('letters of 32 px', await crowded(tab, false))];
  });
  expect(found).toEqual({});
});

test('control: a bar of half the window and a line that cannot break are found', async () => {
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
        document.body.append(bar, line);
      });
      return crowded(tab, true);
    },
    ({ name }) => name === 'landing',
  );
  expect(found.landing?.some((fault) => fault.startsWith('bars cover 5'))).toBe(true);
  expect(found.landing?.some((fault) => fault.startsWith('the page is'))).toBe(true);
});
