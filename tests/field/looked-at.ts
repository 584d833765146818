/** Pages as people see them who need them otherwise: in the system's few colours, in a window of which hardly anything is left, with letters twice as large. */
import type { Page } from 'playwright-core';
import { unseen, unseenFocus } from './forced-colours';
import { crowdedAtRest } from './large-type';
import { drawn } from './walk-pages';

/** The window in which a page is come to. */
const WIDE = { width: 1366, height: 768 };

const at = (how: string, faults: string[]) => faults.map((fault) => `${how}: ${fault}`);

/** Makes a tab ready for the next page: in colours that are forced from the start. */
export async function asFoundAtFirst(tab: Page): Promise<void> {
  await tab.setViewportSize(WIDE);
  await tab.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
}

/** What is chosen, what cannot be used, how far a bar is, and the focus are seen. The page is in its own colours afterwards. */
export async function inForcedColours(tab: Page): Promise<string[]> {
  await drawn(tab);
  const faults = [...(await unseen(tab)), ...(await unseenFocus(tab))];
  await tab.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  return faults;
}

/** At 400 % of a window no bar covers a third of it and nothing scrolls sideways. */
export async function inSmallWindows(tab: Page): Promise<string[]> {
  await tab.setViewportSize({ width: 320, height: 256 });
  await drawn(tab);
  const tall = at('320 × 256', await crowdedAtRest(tab, true));
  await tab.setViewportSize({ width: 320, height: 220 });
  await drawn(tab);
  const low = at('320 × 220', await crowdedAtRest(tab, true));
  await tab.setViewportSize(WIDE);
  return [...tall, ...low];
}

/** With text at 200 % nothing is cut off. The letters are as they were afterwards. */
export async function inLargeLetters(tab: Page): Promise<string[]> {
  const large = await tab.addStyleTag({ content: 'html { font-size: 200% !important }' });
  await tab.waitForFunction(() => document.documentElement.dataset.under?.includes('lg'));
  await drawn(tab);
  const faults = await crowdedAtRest(tab, false);
  await large.evaluate((style) => (style as unknown as Element).remove());
  await tab.waitForFunction(() => !document.documentElement.dataset.under?.includes('lg'));
  return faults;
}
