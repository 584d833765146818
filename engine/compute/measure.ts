import { operationsOf } from '@/protocol/measurement';
import {
  COMPUTE_TASKS,
  type ComputeBackend,
  type ComputeTask,
  type DeviceFigure,
  type Skipped,
} from './plan';

/** A task of a size, ready to run. */
export interface PreparedTask {
  /** Does it so many times; is settled when the last result has really been calculated, which on a GPU means read. */
  run(times: number): Promise<void>;
  /** Whether the result is right. */
  agrees(): Promise<boolean>;
  dispose(): void;
}

export interface Runner {
  backend: ComputeBackend;
  prepare(task: ComputeTask, size: number): Promise<PreparedTask>;
}

/** Rounds that a median is of, where there is time. */
const ROUNDS = 7;
/** A round should take so long, since clocks in browsers are coarse: small tasks are repeated. */
const ROUND_MS = 20;
/** All rounds of one size together. */
const BUDGET_MS = 600;
/** A size that would take longer than this for once is left out. */
const TOO_SLOW_MS = 1_500;
const MOST_REPEATS = 2_000;

/**
 * Measures a task on one backend, from the smallest size up, and yields each figure. Once warm: the first run is told
 * apart; then rounds of as many repeats as make a round long enough, and the median of them.
 * @param now milliseconds
 * @param stopped asked between rounds
 * @param wanted only these sizes, however slow they are
 */
export async function* measureTask(
  runner: Runner,
  task: ComputeTask,
  now: () => number,
  stopped: () => boolean = () => false,
  wanted?: readonly number[],
): AsyncGenerator<DeviceFigure | Skipped, void> {
  const { backend } = runner;
  let before: { size: number; ms: number } | null = null;
  for (const size of COMPUTE_TASKS[task].sizes) {
    if (stopped()) return;
    if (wanted && !wanted.includes(size)) continue;
    const expected: number = before
      ? (before.ms * operationsOf(task, size)) / operationsOf(task, before.size)
      : 0;
    if (!wanted && expected > TOO_SLOW_MS) {
      yield { task, backend, size, why: 'too-slow' };
      continue;
    }
    let prepared: PreparedTask | null = null;
    try {
      prepared = await runner.prepare(task, size);
      const figure = await measurePrepared(prepared, now, stopped);
      before = { size, ms: figure.medianMs };
      yield { task, backend, size, ...figure };
    } catch {
      yield { task, backend, size, why: 'failed' };
      return;
    } finally {
      prepared?.dispose();
    }
  }
}

async function measurePrepared(prepared: PreparedTask, now: () => number, stopped: () => boolean) {
  const time = async (times: number) => {
    const from = now();
    await prepared.run(times);
    return now() - from;
  };
  const firstMs = await time(1);
  const agrees = await prepared.agrees();
  // Once more, now warm, to find how often it goes into a round; twice as often until the clock can tell.
  let repeats = 1;
  let took = await time(repeats);
  while (took < ROUND_MS / 4 && repeats < MOST_REPEATS) {
    repeats *= 2;
    took = await time(repeats);
  }
  repeats = Math.max(1, Math.min(MOST_REPEATS, Math.round((repeats * ROUND_MS) / Math.max(took, 0.001))));
  const rounds: number[] = [];
  const until = now() + BUDGET_MS;
  while (rounds.length < ROUNDS && (rounds.length === 0 || now() < until) && !stopped()) {
    rounds.push((await time(repeats)) / repeats);
  }
  return { firstMs, medianMs: median(rounds), rounds: rounds.length, agrees };
}

/** The middle one; of an even number the mean of the two. 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
