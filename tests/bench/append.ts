import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { migrateDatabase } from '@/server/store/migrate';
import { openStore } from '@/server/store/open-store';
import type { Store } from '@/server/store/store';
import { aClass, aRun, aStudent, TEACHER } from '@/tests/store/made-things';
import { addTeacher } from '@/tests/store/teacher';
import { percentile, round } from './percentiles';

const OPTIONS = {
  runs: { type: 'string', default: '300' },
  rate: { type: 'string', default: '4' },
  points: { type: 'string', default: '1' },
  seconds: { type: 'string', default: '10' },
  /** postgres://…; without it a throw-away SQLite file. */
  database: { type: 'string' },
} as const;

interface Load {
  runs: number;
  /** Batches a second and run. */
  rate: number;
  points: number;
  seconds: number;
}

/** Appends at an even pace, as students do, and gives each batch's milliseconds from the call to the answer. */
async function appendEvenly(store: Store, runIds: string[], load: Load): Promise<number[]> {
  const latencies: number[] = [];
  const pending: Promise<void>[] = [];
  const period = 1000 / load.rate;
  const begun = performance.now();
  const appendOne = async (runId: string, sequence: number) => {
    const asked = performance.now();
    const points = Array.from({ length: load.points }, (_, index) => ({
      step: sequence * load.points + index,
      epoch: sequence / 100,
      loss: Math.exp(-sequence / 50),
      accuracy: 1 - Math.exp(-sequence / 50),
      validationLoss: null,
      validationAccuracy: null,
      examplesPerSecond: 5123.4,
    }));
    const outcome = await store.appendBatch(
      runId,
      1,
      { sequence, points, state: 'training', report: null },
      Date.now(),
    );
    if (outcome.kind !== 'stored') throw new Error(`a batch was not stored: ${outcome.kind}`);
    latencies.push(performance.now() - asked);
  };
  const runOne = async (runId: string, offset: number) => {
    for (let sequence = 1; sequence <= load.rate * load.seconds; sequence += 1) {
      const due = begun + offset + (sequence - 1) * period;
      await pause(Math.max(0, due - performance.now()));
      pending.push(appendOne(runId, sequence));
    }
  };
  await Promise.all(runIds.map((runId, index) => runOne(runId, (index / runIds.length) * period)));
  await Promise.all(pending);
  return latencies;
}

/**
 * How fast batches are committed: many runs, each at an even pace, through the store in its thread.
 * `pointsPerS` is what was stored, `commitMs` from the call to the answer after the commit, `eventLoopMaxMs` the
 * longest that this thread was blocked meanwhile.
 * @param args `--runs 300 --rate 4 --points 1 --seconds 10 [--database postgres://…]`
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const load: Load = {
    runs: Number(values.runs),
    rate: Number(values.rate),
    points: Number(values.points),
    seconds: Number(values.seconds),
  };
  const dataDir = mkdtempSync(path.join(tmpdir(), 'perceptroom-bench-'));
  const env = { databaseUrl: values.database ?? null, dataDir };
  await migrateDatabase(env);
  await addTeacher(env, TEACHER).catch(() => {
    // A database that was measured before has the teacher already.
  });
  const store = await openStore(env, { inWorker: true });
  try {
    const students = Array.from({ length: load.runs }, (_, index) => aStudent(`Student ${index}`));
    const state = aClass({ students: Object.fromEntries(students.map((student) => [student.id, student])) });
    await store.createClass(state);
    const runs = students.map((student) => aRun(state.id, student.id));
    await Promise.all(runs.map((one) => store.attachRun(one, Date.now())));

    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const begun = performance.now();
    const latencies = await appendEvenly(
      store,
      runs.map(({ id }) => id),
      load,
    );
    const seconds = (performance.now() - begun) / 1000;
    delay.disable();
    await store.deleteClass(state.id);
    return {
      pointsPerS: Math.round((latencies.length * load.points) / seconds),
      commitMs: { p50: round(percentile(latencies, 0.5)), p99: round(percentile(latencies, 0.99)) },
      eventLoopMaxMs: round(delay.max / 1e6),
    };
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
