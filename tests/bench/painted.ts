import type { Locator, Page } from 'playwright-core';
import { percentile, round } from './percentiles';

/** What is done to a page, by name; `time` counts from 0, so that each time there is something to draw anew. */
export type Deeds = Record<string, (page: Page, time: number) => Promise<void>>;

/** So many times each. */
export const TIMES = 12;

/** Presses a key in a field. */
export async function press(field: Locator, key: string): Promise<void> {
  await field.focus();
  await field.press(key);
}

/** Runs in the page: from when something was done until what came of it was painted, the longest of what was done since the last question. */
const WATCH = `
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: 'event', durationThreshold: 16 });
`;
const ASK = `new Promise((done) => {
  const last = () => { const { longest } = window; window.longest = 0; done(longest); };
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(last, 300)));
})`;

/**
 * How soon a page shows what comes of what is done to it, on a processor so many times slower. Milliseconds as the browser's Event Timing tells
 * them, in steps of eight; what is below 16 is told as 0.
 */
export async function measurePainted(
  page: Page,
  deeds: Deeds,
  { cpus, names }: { cpus: readonly number[]; names: readonly string[] },
): Promise<Record<string, { p50: number; most: number }>> {
  await page.evaluate(WATCH);
  const devtools = await page.context().newCDPSession(page);
  const rows: Record<string, { p50: number; most: number }> = {};
  for (const cpu of cpus) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    for (const name of names) {
      const times: number[] = [];
      await page.evaluate(ASK);
      for (let time = 0; time < TIMES; time += 1) {
        await deeds[name]!(page, time);
        times.push(await page.evaluate<number>(ASK));
      }
      rows[`${name} ×${cpu}`] = { p50: round(percentile(times, 0.5)), most: Math.max(...times) };
    }
  }
  return rows;
}
