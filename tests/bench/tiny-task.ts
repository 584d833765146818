import { roundsOf, summaryOf } from './rounds-of';
import { onWorkerPage } from './worker-page';

/** A row of `npm run bench -- training`. */
export interface TinyTaskRow {
  task: 'tiny-2-4-4-1-b10';
  engine: 'typed-arrays' | 'tfjs-cpu-bare';
  /** Milliseconds a step. */
  stepMs: { min: number; median: number };
  examplesPerS: number;
  /** Median step over the bare tfjs loop's. */
  overBareTfjs: number;
}

const BATCH = 10;

/** The tiny task in Chromium, in a worker: our engine beside a bare tfjs (cpu) loop of the same task. */
export async function measureTinyTask(): Promise<TinyTaskRow[]> {
  return onWorkerPage({ 'tiny-task': 'tests/bench/tiny-task.worker.ts' }, async (page) => {
    const ours = summaryOf(await roundsOf(page, '/tiny-task.js', 'ours'));
    const tfjs = summaryOf(await roundsOf(page, '/tiny-task.js', 'tfjs'));
    const row = (engine: TinyTaskRow['engine'], stepMs: TinyTaskRow['stepMs']): TinyTaskRow => ({
      task: 'tiny-2-4-4-1-b10',
      engine,
      stepMs,
      examplesPerS: Math.round((BATCH * 1000) / stepMs.median),
      overBareTfjs: significant(stepMs.median / tfjs.median),
    });
    return [row('typed-arrays', ours), row('tfjs-cpu-bare', tfjs)];
  });
}

/** Three significant digits: steps are microseconds here and milliseconds there. */
function significant(value: number): number {
  return Number(value.toPrecision(3));
}
