import { parseArgs } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { ServerProcess } from '@/people/server-process';
import { createTeacher } from '@/people/teacher';
import { comparePath, MOST_COMPARED } from '@/protocol/compare-runs';
import { launchChromium } from '@/tests/browser/chromium';
import { fillNewClass, RUNS } from './large-class';
import { percentile, round } from './percentiles';

/** What is done to the page, so many times each; every time something that it has to draw anew. */
const TIMES = 12;
type Deeds = Record<string, (page: Page, time: number) => Promise<void>>;

const curves = (page: Page) => page.getByTestId('compared-curves');
const press = async (field: Locator, key: string) => {
  await field.focus();
  await field.press(key);
};
/** To and fro, so that there is always a next one. */
const turn = (time: number, steps: number) => (Math.floor(time / steps) % 2 === 0 ? 'ArrowDown' : 'ArrowUp');

const DEEDS: Deeds = {
  async hover(page, time) {
    const box = (await curves(page).boundingBox())!;
    const at = 0.2 + (0.6 * time) / TIMES;
    // Across all lines, slowly enough for each to be met.
    await page.mouse.move(box.x + box.width * at, box.y + 20);
    await page.mouse.move(box.x + box.width * at, box.y + box.height - 60, { steps: 40 });
  },
  smoothing: (page, time) =>
    press(page.locator('main input[type=range]').first(), time % 2 === 0 ? 'ArrowRight' : 'PageUp'),
  measure: (page, time) => press(page.locator('main select').nth(0), turn(time, 3)),
  axis: (page, time) => press(page.locator('main select').nth(1), turn(time, 3)),
  async zoom(page, time) {
    const box = (await curves(page).boundingBox())!;
    await page.mouse.move(box.x + box.width * (0.2 + 0.01 * time), box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 12 });
    await page.mouse.up();
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Whole length' }).click();
  },
  sort: (page, time) =>
    page
      .locator('main thead button')
      .nth(time % 4)
      .click(),
};

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
 * `npm run bench -- compare [--cpu 1,4] [--deeds hover,zoom]`: how soon the page of 50 compared runs of 500 points shows what comes of what is
 * done to it, on a processor so many times slower. Milliseconds as the browser's Event Timing tells them, in steps of eight; what is below 16 is
 * told as 0.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      cpu: { type: 'string', default: '1,4' },
      deeds: { type: 'string', default: Object.keys(DEEDS).join() },
    },
  });
  const server = await ServerProcess.start();
  const browser = await launchChromium({ whole: true });
  try {
    const teacher = await createTeacher(server.origin);
    const { runs } = await fillNewClass(server, teacher, { spread: 0.3 });
    const step = Math.floor(runs.length / MOST_COMPARED);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
    await context.addCookies(teacher.cookies());
    const page = await context.newPage();
    await page.goto(
      `${server.origin}${comparePath(runs.filter((_, index) => index % step === Math.floor(index / step) % RUNS))}`,
    );
    await curves(page).waitFor();
    await curves(page).scrollIntoViewIfNeeded();
    await page.evaluate(WATCH);
    const devtools = await context.newCDPSession(page);
    const rows: Record<string, object> = {};
    for (const cpu of values.cpu.split(',').map(Number)) {
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
      for (const name of values.deeds.split(',')) {
        const times: number[] = [];
        await page.evaluate(ASK);
        for (let time = 0; time < TIMES; time += 1) {
          await DEEDS[name]!(page, time);
          times.push(await page.evaluate<number>(ASK));
        }
        rows[`${name} ×${cpu}`] = { p50: round(percentile(times, 0.5)), most: Math.max(...times) };
      }
    }
    return rows;
  } finally {
    await browser.close();
    await server.remove();
  }
}
