import { afterAll, beforeAll, expect, test } from 'vitest';
import { PagesStage } from '../browser/every-page';
import { Stage } from '../browser/lessons/lesson-walk';
import { unseen, unseenFocus } from './forced-colours';
import { walkPages } from './walk-pages';

/** Every page as it looks where the system forces its own few colours, dark and light. */

const stage = new Stage();
let pages: PagesStage;
beforeAll(async () => {
  pages = new PagesStage(stage.server.origin, stage.browser);
});
afterAll(() => pages?.close());

test('what is chosen, what cannot be used, how far a bar is, and the focus are seen on every page', async () => {
  const found = await walkPages(pages, { forcedColors: 'active', colorScheme: 'dark' }, async (tab) => [
    ...(await unseen(tab)),
    ...(await unseenFocus(tab)),
  ]);
  expect(found).toEqual({});
});

test('in the light colours too, whatever theme was chosen here', async () => {
  const found = await walkPages(
    pages,
    { forcedColors: 'active', colorScheme: 'light' },
    async (tab) => {
      await tab.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
      const ground = await tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      return [...(ground === 'rgb(255, 255, 255)' ? [] : [`the page is ${ground}`]), ...(await unseen(tab))];
    },
    ({ name }) => /^(landing|lab|console, live|class, training|lesson handwritten-digits, draw)/.test(name),
  );
  expect(found).toEqual({});
});

test('control: where a fill is painted over with the ground, the measure finds it', async () => {
  const plain =
    '[role="tab"], [role="tab"] * { background: none !important; border-color: transparent !important } button { color: red !important }';
  const found = await walkPages(
    pages,
    { forcedColors: 'active' },
    async (tab) => {
      await tab.addStyleTag({ content: plain });
      return unseen(tab);
    },
    ({ name }) => name === 'lesson handwritten-digits, draw',
  );
  const faults = Object.values(found).flat();
  expect(faults.some((fault) => fault.startsWith('tab:'))).toBe(true);
  expect(faults.some((fault) => fault.startsWith('disabled:'))).toBe(true);
});
