import { afterAll, beforeAll, expect, test } from 'vitest';
import { PagesStage } from '@/tests/browser/every-page';
import { Stage } from '@/tests/browser/lessons/lesson-walk';
import { unseen } from './forced-colours';
import { walkPages } from './walk-pages';

/** Pages as they look where the system forces its own few colours (all of them in the dark: every-page.browser.test.ts), or where more contrast is asked for. */

const stage = new Stage();
let pages: PagesStage;
beforeAll(async () => {
  pages = new PagesStage(stage.server.origin, stage.browser);
});
afterAll(() => pages?.close());

test('in the light colours what is chosen is seen too, whatever theme and language were chosen here', async () => {
  const found = await walkPages(
    pages,
    { forcedColors: 'active', colorScheme: 'light', locale: 'ja-JP' },
    async (tab) => {
      await tab.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
      const ground = await tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      return [...(ground === 'rgb(255, 255, 255)' ? [] : [`the page is ${ground}`]), ...(await unseen(tab))];
    },
    ({ name }) => /^(landing|lab|console, live|class, training|lesson handwritten-digits, draw)/.test(name),
  );
  expect(found).toEqual({});
});

test.each(['light', 'dark', 'system'])('who asks for more contrast has it in the theme %s', async (theme) => {
  const context = await stage.browser.newContext({
    colorScheme: theme === 'light' ? 'light' : 'dark',
    // With little motion every change of colour is a short one, and colours are read at once here.
    reducedMotion: 'no-preference',
  });
  const tab = await context.newPage();
  await tab.goto(stage.server.origin);
  await tab.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme);
  const colours = () =>
    tab.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      return ['--ink', '--ink-soft', '--line', '--line-strong'].map((name) => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color;
      });
    });
  // As many colours as there are names, unless more contrast is asked for.
  expect(new Set(await colours()).size).toBe(4);
  await tab.emulateMedia({ contrast: 'more' });
  expect(new Set(await colours()).size).toBe(1);
  await context.close();
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
    ({ name }) => name === 'lab, digits',
  );
  const faults = Object.values(found).flat();
  expect(faults.some((fault) => fault.startsWith('tab:'))).toBe(true);
  expect(faults.some((fault) => fault.startsWith('disabled:'))).toBe(true);
});
