import type { Browser, Page } from 'playwright-core';

/** What a page's main thread did for a while. */
export interface MainThread {
  /** Share of the time in which it had something to do. */
  busy: number;
  /** Parts of that: scripts, and what the browser itself makes of what they changed. */
  script: number;
  style: number;
  layout: number;
  /** Tasks beyond 50 ms. */
  longTasks: number;
  longestMs: number;
}

const LONG_TASK_MS = 50;

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  dur?: number;
  args?: { name?: string };
}

/** Watches the page's main thread through DevTools, by the browser's own account of its tasks. */
export async function watchMainThread(browser: Browser, page: Page, seconds: number): Promise<MainThread> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'timeTicks' });
  const read = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value]));
  };
  await browser.startTracing(page, { categories: ['toplevel'] });
  const before = await read();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const after = await read();
  const { longTasks, longestMs } = tasksOf(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
  const grown = (name: string) => after.get(name)! - before.get(name)!;
  const wall = grown('Timestamp');
  await devtools.detach();
  return {
    busy: grown('TaskDuration') / wall,
    script: grown('ScriptDuration') / wall,
    style: grown('RecalcStyleDuration') / wall,
    layout: grown('LayoutDuration') / wall,
    longTasks,
    longestMs,
  };
}

/** The tasks of the busiest main thread: the others are of pages that nobody has opened. */
function tasksOf(events: readonly TraceEvent[]): Pick<MainThread, 'longTasks' | 'longestMs'> {
  const threads = new Map<string, number[]>();
  for (const { name, args, pid, tid } of events)
    if (name === 'thread_name' && args?.name === 'CrRendererMain') threads.set(`${pid} ${tid}`, []);
  for (const { name, ph, pid, tid, dur = 0 } of events)
    if (name.endsWith('RunTask') && ph === 'X') threads.get(`${pid} ${tid}`)?.push(dur / 1_000);
  const sum = (tasks: readonly number[]) => tasks.reduce((all, task) => all + task, 0);
  const [busiest] = [...threads.values()].toSorted((a, b) => sum(b) - sum(a));
  if (!busiest?.length)
    throw new Error('The trace tells of no task: does this Chromium name them otherwise?');
  return {
    longTasks: busiest.filter((task) => task > LONG_TASK_MS).length,
    longestMs: Math.max(...busiest),
  };
}
