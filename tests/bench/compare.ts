import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { ServerProcess } from '@/people/server-process';
import { createTeacher } from '@/people/teacher';
import { comparePath, MOST_COMPARED } from '@/protocol/compare-runs';
import { launchChromium } from '@/tests/browser/chromium';
import { fillNewClass, RUNS } from './large-class';
import { type Deeds, measurePainted, press, TIMES } from './painted';

const curves = (page: Page) => page.getByTestId('compared-curves');
/** To and fro, so that there is always a next one. */
const turn = (time: number, steps: number) => (Math.floor(time / steps) % 2 === 0 ? 'ArrowDown' : 'ArrowUp');

const COMPARE: Deeds = {
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

const runs = (page: Page) => page.getByRole('table', { name: 'Runs', exact: true });
const heads = (page: Page) => runs(page).locator('thead button');
const boxes = (page: Page) => runs(page).getByRole('checkbox');
const TABLE: Deeds = {
  'table: sort': (page, time) => press(heads(page).nth(time % 4), 'Enter'),
  'table: search': (page, time) =>
    press(page.getByRole('searchbox').first(), time % 2 === 0 ? '1' : 'Backspace'),
  'table: choose': (page, time) => press(boxes(page).nth(1 + time), ' '),
};

/**
 * `npm run bench -- compare [--cpu 1,4] [--deeds hover,zoom]`: how soon the page of 50 compared runs of 500 points, and the table of the 2,000 runs that
 * they are chosen from, show what comes of what is done to them.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      cpu: { type: 'string', default: '1,4' },
      deeds: { type: 'string', default: [...Object.keys(COMPARE), ...Object.keys(TABLE)].join() },
    },
  });
  const cpus = values.cpu.split(',').map(Number);
  const wanted = values.deeds.split(',');
  const server = await ServerProcess.start();
  const browser = await launchChromium({ whole: true });
  try {
    const teacher = await createTeacher(server.origin);
    const { id, runs: all } = await fillNewClass(server, teacher, { spread: 0.3 });
    const step = Math.floor(all.length / MOST_COMPARED);
    const compared = all.filter((_, index) => index % step === Math.floor(index / step) % RUNS);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
    await context.addCookies(teacher.cookies());
    const measure = async (path: string, deeds: Deeds, stands: (page: Page) => Promise<void>) => {
      const page = await context.newPage();
      await page.goto(`${server.origin}${path}`);
      await stands(page);
      const names = wanted.filter((name) => name in deeds);
      const rows = await measurePainted(page, deeds, { cpus, names });
      await page.close();
      return rows;
    };
    return {
      ...(await measure(comparePath(compared), COMPARE, async (page) => {
        await curves(page).waitFor();
        await curves(page).scrollIntoViewIfNeeded();
      })),
      ...(await measure(`/review/${id}`, TABLE, (page) => runs(page).waitFor())),
    };
  } finally {
    await browser.close();
    await server.remove();
  }
}
