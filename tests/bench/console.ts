/** `npm run bench -- console`: how busy the pages of those who watch a class keep the computers that they are open on. */
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { launchChromium } from '@/tests/browser/chromium';
import { watchMainThread } from './main-thread';
import { startMeasuredServer } from './measured-server';
import { giveOwnComputer } from './own-computer';
import { percentile, round } from './percentiles';
import { StreamedClass } from './streamed-class';

/** How each page is opened, and what shows that the class is on it. */
const WATCHERS = {
  console: { path: '/teach/live/', width: 1366, height: 768, shown: '[data-testid="student-card"]' },
  screen: { path: '/screen/', width: 1920, height: 1080, shown: 'h1' },
} as const;
type Watcher = keyof typeof WATCHERS;

/** Pictures of the whole class, and what of them the projector is told to show. */
const LOOKS = { cards: null, curves: 'loss', map: 'loss-epochs' } as const;
type Look = keyof typeof LOOKS;

/** By then the scripts are compiled, and every student has begun. */
const WARM_UP_MS = 12_000;
/** A class that is sent later than this measures the machine, not the page. */
const LATE_MS = 50;

/**
 * `--students 60,200 --cpu 1,4 --pages console,screen --seconds 20 --size 1366x768 --look cards`: each page with each class at each slowness,
 * one after another, with motion as people have it. `--look curves` or `map`: the console shows that instead of cards, and the projector is
 * told to show it. `--own-computer`: the browser has a core for itself, which server and class do not share with it.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      students: { type: 'string', default: '60,200' },
      cpu: { type: 'string', default: '1,4' },
      pages: { type: 'string', default: 'console,screen' },
      seconds: { type: 'string', default: '20' },
      size: { type: 'string' },
      look: { type: 'string', default: 'cards' },
      'own-computer': { type: 'boolean', default: false },
    },
  });
  const numbers = (list: string) => list.split(',').map(Number);
  const [width, height] = values.size?.split('x').map(Number) ?? [];
  const look = values.look as Look;
  const { server, meter } = await startMeasuredServer();
  const browser = await launchChromium();
  const rows: object[] = [];
  try {
    const teacher = await createTeacher(server.origin);
    for (const students of numbers(values.students)) {
      const streamed = await StreamedClass.begin(teacher, students);
      if (look !== 'cards') await streamed.show(look, LOOKS[look]);
      for (const watcher of values.pages.split(',') as Watcher[]) {
        const page = await openPage(browser, teacher, streamed.code, watcher, width, height);
        if (watcher === 'console' && look !== 'cards') await lookAt(page, look);
        if (values['own-computer']) await giveOwnComputer(browser);
        await page.waitForTimeout(WARM_UP_MS);
        for (const slowdown of numbers(values.cpu)) {
          streamed.lateMs = [];
          let lateMs = 0;
          await meter.measure();
          rows.push({
            page: watcher,
            students,
            cpuSlowdown: slowdown,
            ...(await slowed(browser, page, slowdown, Number(values.seconds), () => {
              lateMs = percentile(streamed.lateMs, 0.99);
            })),
            serverCpu: round((await meter.figures()).cpu, 2),
            lateMs: round(lateMs),
          });
          if (lateMs > LATE_MS)
            console.error('The class was late: something else had the processor. Throw this row away.');
        }
        await page.context().close();
      }
      streamed.end();
    }
    return rows;
  } finally {
    await browser.close();
    meter.stop();
    await server.remove();
  }
}

async function openPage(
  browser: Browser,
  teacher: RegisteredTeacher,
  code: string,
  watcher: Watcher,
  width?: number,
  height?: number,
): Promise<Page> {
  const how = WATCHERS[watcher];
  const context = await browser.newContext({
    viewport: { width: width ?? how.width, height: height ?? how.height },
    locale: 'en-GB',
    reducedMotion: 'no-preference',
  });
  await context.addCookies(teacher.cookies());
  const page = await context.newPage();
  await page.goto(`${teacher.url}${how.path}${code}`);
  await page.locator(how.shown).first().waitFor();
  return page;
}

/** Shows the class as one picture instead of cards. */
async function lookAt(page: Page, look: Exclude<Look, 'cards'>): Promise<void> {
  await page.getByText(look === 'map' ? 'Map' : 'Curves', { exact: true }).click();
  await page.getByTestId(`class-${look}`).waitFor();
}

/** What the page's main thread does on a processor so many times slower. */
async function slowed(
  browser: Browser,
  page: Page,
  slowdown: number,
  seconds: number,
  over: () => void,
): Promise<object> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.waitForTimeout(2_000);
  const thread = await watchMainThread(browser, page, seconds, over);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await devtools.detach();
  const percent = (share: number) => round(share * 100);
  return {
    busyPercent: percent(thread.busy),
    longTasks: thread.longTasks,
    longestMs: round(thread.longestMs),
    cpuPercent: percent(thread.cpu),
    longestCpuMs: round(thread.longestCpuMs),
    scriptPercent: percent(thread.script),
    stylePercent: percent(thread.style),
    layoutPercent: percent(thread.layout),
  };
}
