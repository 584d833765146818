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
  /** Share and longest task by the processor's time: what others took of the processor meanwhile is not in them. */
  cpu: number;
  longestCpuMs: number;
}

const LONG_TASK_MS = 50;
/** What Chromium's trace calls a task. */
const TASK = 'ThreadControllerImpl::RunTask';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: of the clock, and of the processor. */
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/**
 * Watches the page's main thread through DevTools, by the browser's own account of its tasks.
 * @param over called when the watching is over: reading the account then keeps this process busy, so whatever else it does is late
 */
export async function watchMainThread(
  browser: Browser,
  page: Page,
  seconds: number,
  over?: () => void,
): Promise<MainThread> {
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
  over?.();
  const tasks = tasksOf(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const grown = (name: string) => after.get(name)! - before.get(name)!;
  const wall = grown('Timestamp');
  await devtools.detach();
  return {
    busy: grown('TaskDuration') / wall,
    script: grown('ScriptDuration') / wall,
    style: grown('RecalcStyleDuration') / wall,
    layout: grown('LayoutDuration') / wall,
    longTasks: tasks.filter(({ ms }) => ms > LONG_TASK_MS).length,
    longestMs: Math.max(...tasks.map(({ ms }) => ms)),
    cpu: sum(tasks.map(({ cpuMs }) => cpuMs)) / 1_000 / wall,
    longestCpuMs: Math.max(...tasks.map(({ cpuMs }) => cpuMs)),
  };
}

interface Task {
  ms: number;
  cpuMs: number;
}

/** The tasks of the busiest main thread: the others are of pages that nobody has opened. */
function tasksOf(events: readonly TraceEvent[]): Task[] {
  const threads = new Map<string, Task[]>();
  for (const { name, args, pid, tid } of events)
    if (name === 'thread_name' && args?.name === 'CrRendererMain') threads.set(`${pid} ${tid}`, []);
  for (const { name, ph, pid, tid, dur = 0, tdur = 0 } of events)
    if (name === TASK && ph === 'X')
      threads.get(`${pid} ${tid}`)?.push({ ms: dur / 1_000, cpuMs: tdur / 1_000 });
  const busyMs = (tasks: readonly Task[]) => tasks.reduce((all, { ms }) => all + ms, 0);
  const [busiest] = [...threads.values()].toSorted((a, b) => busyMs(b) - busyMs(a));
  if (!busiest?.length)
    throw new Error('The trace tells of no task: does this Chromium name them otherwise?');
  return busiest;
}
