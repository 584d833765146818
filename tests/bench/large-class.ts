import { decide } from '@/classroom/decide';
import type { ClassState } from '@/classroom/state';
import { findLesson } from '@/lessons/registry';
import { freshId } from '@/people/credentials';
import type { Experiment } from '@/protocol/experiment';
import type { Point, RunReport } from '@/protocol/run';
import { hashSecret } from '@/server/live/credentials';
import type { Store } from '@/server/store/store';

export const STUDENTS = 200;
export const RUNS = 10;
export const BATCHES = 10;
export const POINTS = 50;

const RATES = [0.01, 0.03, 0.1, 0.3];
const HIDDEN = [[], [16], [64], [128, 32]];

function pointAt(step: number): Point {
  const loss = 2.3 * Math.exp(-step / 200) + 0.2;
  return {
    step,
    epoch: step / 100,
    loss,
    accuracy: 1 - loss / 2.6,
    validationLoss: loss * 1.1,
    validationAccuracy: 1 - loss / 2.4,
    examplesPerSecond: 4_000,
  };
}

function reportOf(run: number): RunReport {
  const wrong = 1 + (run % 5);
  return {
    confusion: Array.from({ length: 10 }, (_, row) =>
      Array.from({ length: 10 }, (_, column) => (row === column ? 100 - 9 * wrong : wrong)),
    ),
    seconds: 20 + (run % 7),
  };
}

/** The experiment of a student's run: rate, network and seed differ, as where a class tries things out. */
function experimentOf(student: number, run: number): Experiment {
  const plain = findLesson('handwritten-digits')!.experiment!;
  return {
    ...plain,
    learningRate: RATES[(student + run) % RATES.length]!,
    network: { kind: 'dense', hidden: HIDDEN[run % HIDDEN.length]!, activation: 'relu' },
    seed: student * RUNS + run,
  };
}

/**
 * Fills a class as 200 students with 10 runs of 500 points would have: through the rules and the store, not through SQL.
 * @returns ids of the runs
 */
export async function fillClass(store: Store, classId: string): Promise<string[]> {
  const before = await store.loadClass(classId);
  if (!before) throw new Error('The class is gone');
  let state: ClassState = before;
  const ids = Array.from({ length: STUDENTS }, () => freshId());
  for (const [index, studentId] of ids.entries()) {
    const secretHash = hashSecret(studentId);
    const joined = decide(
      state,
      { type: 'student:join', studentId, secretHash, nickname: `Pupil ${index}` },
      { kind: 'newcomer' },
      { now: Date.now(), isNicknameFit: () => true },
    );
    if (!joined.ok) throw new Error(joined.code);
    state = joined.state;
  }
  await store.saveClass(before, state);
  const runs: string[] = [];
  for (const [student, studentId] of ids.entries()) {
    const own = Array.from({ length: RUNS }, () => freshId());
    runs.push(...own);
    await Promise.all(own.map((id, run) => train(store, { id, classId, studentId, student, run })));
  }
  return runs;
}

interface RunToFill {
  id: string;
  classId: string;
  studentId: string;
  student: number;
  run: number;
}

async function train(store: Store, { student, run, ...ids }: RunToFill): Promise<void> {
  const now = Date.now();
  const experiment = experimentOf(student, run);
  const attached = await store.attachRun({ ...ids, experiment, backend: 'wasm', startedAt: now }, now);
  const batches = Array.from({ length: BATCHES }, (_, batch) => {
    const last = batch === BATCHES - 1;
    return {
      sequence: batch + 1,
      points: Array.from({ length: POINTS }, (_, point) => pointAt(batch * POINTS + point)),
      state: last ? ('finished' as const) : ('training' as const),
      report: last ? reportOf(run) : null,
    };
  });
  await Promise.all(batches.map((batch) => store.appendBatch(ids.id, attached!.epoch, batch, Date.now())));
}
