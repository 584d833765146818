import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PagesStage } from '@/tests/browser/every-page';
import { Stage } from '@/tests/browser/lessons/lesson-walk';
import { unseen, unseenFocus } from './forced-colours';
import { crowdedAtRest } from './large-type';
import { drawn, walkPages } from './walk-pages';

/** Every page as people see it who need it otherwise: in the system's few colours, in a window of which hardly anything is left, with letters twice as large. */

const stage = new Stage();
let pages: PagesStage;
beforeAll(async () => {
  pages = new PagesStage(stage.server.origin, stage.browser);
});
afterAll(() => pages?.close());

const at = (how: string, faults: string[]) => faults.map((fault) => `${how}: ${fault}`);

/** What is chosen, what cannot be used, how far a bar is, and the focus are seen. */
async function inForcedColours(tab: Page): Promise<string[]> {
  const faults = [...(await unseen(tab)), ...(await unseenFocus(tab))];
  await tab.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  return at('forced colours', faults);
}

/** At 400 % of a window no bar covers a third of it and nothing scrolls sideways. */
async function inSmallWindows(tab: Page): Promise<string[]> {
  await tab.setViewportSize({ width: 320, height: 256 });
  await drawn(tab);
  const tall = at('320 × 256', await crowdedAtRest(tab, true));
  await tab.setViewportSize({ width: 320, height: 220 });
  await drawn(tab);
  return [...tall, ...at('320 × 220', await crowdedAtRest(tab, true))];
}

/** With text at 200 % nothing is cut off. */
async function inLargeLetters(tab: Page): Promise<string[]> {
  await tab.setViewportSize(WIDE);
  await tab.addStyleTag({ content: 'html { font-size: 200% !important }' });
  await tab.waitForFunction(() => document.documentElement.dataset.under?.includes('lg'));
  await drawn(tab);
  return at('letters of 32 px', await crowdedAtRest(tab, false));
}

const FORCED = { forcedColors: 'active', colorScheme: 'dark' } as const;
const WIDE = { width: 1366, height: 768 };

/** As the next page is to be come to. */
async function asBefore(tab: Page): Promise<void> {
  await tab.goto('about:blank');
  await tab.setViewportSize(WIDE);
  await tab.emulateMedia(FORCED);
}

test('in forced colours all is told apart; at 400 % and with text at 200 % nothing is covered or cut off', async () => {
  const found = await walkPages(pages, { ...FORCED, viewport: WIDE }, async (tab) => {
    const faults = [
      ...(await inForcedColours(tab)),
      ...(await inSmallWindows(tab)),
      ...(await inLargeLetters(tab)),
    ];
    await asBefore(tab);
    return faults;
  });
  expect(found).toEqual({});
});
