import type { Page } from 'playwright-core';
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

/** Runs one side in a worker of its own, so that neither warms up or clutters the other's engine. */
function roundsOf(page: Page, side: 'ours' | 'tfjs'): Promise<number[]> {
  return page.evaluate(
    (which) =>
      new Promise<number[]>((resolve, reject) => {
        const worker = new Worker('/tiny-task.js', { type: 'module' });
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = (event) => {
          worker.terminate();
          if (event.data.rounds) resolve(event.data.rounds);
          else reject(new Error(event.data.failed));
        };
        worker.postMessage(which);
      }),
    side,
  );
}

/** The tiny task in Chromium, in a worker: our engine beside a bare tfjs (cpu) loop of the same task. */
export async function measureTinyTask(): Promise<TinyTaskRow[]> {
  return onWorkerPage({ 'tiny-task': 'tests/bench/tiny-task.worker.ts' }, async (page) => {
    const ours = summary(await roundsOf(page, 'ours'));
    const tfjs = summary(await roundsOf(page, 'tfjs'));
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

function summary(rounds: readonly number[]): { min: number; median: number } {
  const sorted = rounds.toSorted((a, b) => a - b);
  return { min: significant(sorted[0]!), median: significant(sorted[Math.floor(sorted.length / 2)]!) };
}

/** Three significant digits: steps are microseconds here and milliseconds there. */
function significant(value: number): number {
  return Number(value.toPrecision(3));
}
