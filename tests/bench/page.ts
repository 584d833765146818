import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { ServerProcess } from '@/people/server-process';
import { createTeacher } from '@/people/teacher';
import { launchChromium } from '@/tests/browser/chromium';
import { weighPages } from './page-weights';
import { round } from './percentiles';
import { openSlowLine } from './slow-line';

const ROUNDS = 3;

/** From pressing Join on a typed code to the first optimiser step, with an empty cache, in milliseconds. */
async function firstStep(
  browser: Browser,
  origin: string,
  code: string,
  turn: number,
  cpu: number,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    if (cpu > 1) {
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    }
    await page.goto(origin, { timeout: 120_000 });
    await page.getByRole('textbox', { name: 'Room code' }).fill(code);
    const started = performance.now();
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('textbox', { name: 'Nickname' }).fill(`Pupil ${turn}`);
    await page.getByRole('button', { name: 'Join class' }).click();
    const train = page.getByRole('button', { name: 'Train', exact: true });
    await train.click();
    await page.waitForFunction(
      () => Number(document.querySelector('[data-testid="run-status"]')?.getAttribute('data-step') ?? 0) >= 1,
      undefined,
      { polling: 20, timeout: 120_000 },
    );
    return performance.now() - started;
  } finally {
    await context.close();
  }
}

/** Runs in the page: counts the surfaces that are drawn within two seconds, and the longest task. */
async function watchSurface(): Promise<{ framesPerS: number; longestTaskMs: number }> {
  const context = document
    .querySelector<HTMLCanvasElement>('[data-testid=surface] canvas')!
    .getContext('2d')!;
  const drawImage = context.drawImage;
  let drawn = 0;
  context.drawImage = (...drawing: unknown[]) => {
    drawn += 1;
    (drawImage as (...all: unknown[]) => void).apply(context, drawing);
  };
  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, entry.duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  const began = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const seconds = (performance.now() - began) / 1_000;
  observer.disconnect();
  context.drawImage = drawImage;
  return { framesPerS: Math.round((drawn / seconds) * 10) / 10, longestTaskMs: Math.round(longestTaskMs) };
}

/** The lab's surface while 2-8-8-1 trains at full speed: four stretches of two seconds. */
async function surfaceOfTheLab(browser: Browser, origin: string): Promise<object> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  await page.goto(`${origin}/lab#points=spiral&hidden=8,8&count=500`);
  await page.getByLabel('Speed').selectOption('full');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const stretches: { framesPerS: number; longestTaskMs: number }[] = [];
  for (let stretch = 0; stretch < 4; stretch += 1) stretches.push(await page.evaluate(watchSurface));
  await page.close();
  return {
    framesPerS: stretches.map(({ framesPerS }) => framesPerS),
    longestTaskMs: Math.max(...stretches.map((one) => one.longestTaskMs)),
  };
}

/**
 * `npm run bench -- page`: weight of the pages and their scripts, and how soon a student trains. `--net KBITS,MS`: over a line of
 * that rate and way there and back; `--cpu N`: on a page slowed N times. With either only the first step is measured.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: { net: { type: 'string' }, cpu: { type: 'string' } } });
  const [kbits, roundTripMs] = (values.net ?? '').split(',').map(Number);
  const slowed = values.net !== undefined || values.cpu !== undefined;
  const server = await ServerProcess.start();
  const line = kbits ? await openSlowLine(server.port, { kbits, roundTripMs: roundTripMs ?? 0 }) : null;
  const origin = line ? `http://localhost:${line.port}` : server.origin;
  const browser = await launchChromium({ whole: true });
  try {
    const teacher = await createTeacher(server.origin);
    const { code } = await teacher.createClass('handwritten-digits');
    const console = await teacher.conduct(code);
    await console.command({ type: 'class:begin' });
    const times: number[] = [];
    for (let index = 0; index < ROUNDS; index += 1)
      times.push(await firstStep(browser, origin, code, index, Number(values.cpu ?? 1)));
    if (slowed) {
      console.close();
      const all = times.map((time) => round(time, 0));
      const median = all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
      return { net: values.net ?? null, cpu: values.cpu ?? null, firstStepMs: median, firstStepMsAll: all };
    }
    const { sharedFrameGzKb, pages } = await weighPages(browser, server.origin, teacher, code);
    console.close();
    times.sort((a, b) => a - b);
    const firstStepMs = round(times[Math.floor(times.length / 2)]!, 0);
    return {
      sharedFrameGzKb,
      pages: pages.map((row) => ({ ...row, firstStepMs: row.page === '/class/CODE' ? firstStepMs : null })),
      surface: await surfaceOfTheLab(browser, server.origin),
      firstStepMsAll: times.map((time) => round(time, 0)),
    };
  } finally {
    await browser.close();
    line?.close();
    await server.remove();
  }
}
