import type { RunExperiment } from './experiment';
import { BACKENDS, type Backend } from './experiment-choices';
import type { RunSummary } from './run';
import { finalAccuracy, type RunAccuracy, trainingTime } from './run-figures';
import { isOnPoints } from './run-kind';
import { RUN_STATES, type RunState } from './run-state';

/** What came of a run: what a table needs, without curves and matrices. */
export interface RunResult {
  id: string;
  studentId: string;
  experiment: RunExperiment;
  backend: Backend;
  state: RunState;
  /** Server's clock, milliseconds since 1970. */
  createdAt: number;
  steps: number;
  accuracy: RunAccuracy;
  verifiedAccuracy: number | null;
  /** On validation data where that was measured last, else on training data; null: none, or no number. */
  finalLoss: number | null;
  /** Milliseconds of training. */
  time: number;
}

/** The runs of a class as they travel to a page: a large class has thousands, and hardly any experiment is new. */
export interface RunTable {
  /** Whoever has runs, and how many. */
  students: { id: string; runCount: number }[];
  /** All else, packed: a text costs a page nothing to send, where thousands of objects would each be looked at. `readRunTable` reads it. */
  packed: string;
}

const MEASURED = [null, 'validation', 'training'] as const;

type PackedResult = [
  id: string,
  student: number,
  experiment: number,
  seed: number | null,
  backend: number,
  state: number,
  sinceFirst: number,
  steps: number,
  accuracy: number | null,
  measured: number,
  verifiedAccuracy: number | null,
  finalLoss: number | null,
  time: number,
];

interface Packed {
  /** Of pictures all but the seed, which often differs alone. */
  experiments: object[];
  first: number;
  rows: PackedResult[];
}

/** Six digits: more than any table shows. */
const rounded = (value: number | null) => (value === null ? null : Number(value.toPrecision(6)));

/** What came of a run, from what is listed of it. */
export function runResult(run: RunSummary): RunResult {
  return {
    id: run.id,
    studentId: run.studentId,
    experiment: run.experiment,
    backend: run.backend,
    state: run.state,
    createdAt: run.createdAt,
    steps: run.last?.step ?? 0,
    accuracy: finalAccuracy(run),
    verifiedAccuracy: run.verifiedAccuracy,
    finalLoss: run.last?.validationLoss ?? run.last?.loss ?? null,
    time: trainingTime(run),
  };
}

function withoutSeed(whole: RunExperiment): [experiment: object, seed: number | null] {
  if (isOnPoints(whole)) return [whole, null];
  const { seed, ...experiment } = whole;
  return [experiment, seed];
}

/** Packs what came of runs, in their order. Figures keep six digits, times whole milliseconds. */
export function packRunTable(runs: readonly RunResult[]): RunTable {
  const students = new Map<string, { index: number; runCount: number }>();
  const indices = new Map<string, number>();
  const experiments: Packed['experiments'] = [];
  const first = runs[0]?.createdAt ?? 0;
  const rows = runs.map((run): PackedResult => {
    const student = students.get(run.studentId) ?? { index: students.size, runCount: 0 };
    student.runCount += 1;
    students.set(run.studentId, student);
    const [experiment, seed] = withoutSeed(run.experiment);
    const key = JSON.stringify(experiment);
    const index = indices.get(key) ?? experiments.push(experiment) - 1;
    indices.set(key, index);
    return [
      run.id,
      student.index,
      index,
      seed,
      BACKENDS.indexOf(run.backend),
      RUN_STATES.indexOf(run.state),
      run.createdAt - first,
      run.steps,
      rounded(run.accuracy.value),
      MEASURED.indexOf(run.accuracy.measured),
      rounded(run.verifiedAccuracy),
      rounded(run.finalLoss),
      Math.round(run.time),
    ];
  });
  return {
    students: [...students].map(([id, { runCount }]) => ({ id, runCount })),
    packed: JSON.stringify({ experiments, first, rows } satisfies Packed),
  };
}

/** The runs of a table, in their order. */
export function readRunTable({ students, packed }: RunTable): RunResult[] {
  const { experiments, first, rows } = JSON.parse(packed) as Packed;
  return rows.map(
    ([id, student, experiment, seed, backend, state, since, steps, accuracy, measured, ...rest]) => {
      const [verifiedAccuracy, finalLoss, time] = rest;
      return {
        id,
        studentId: students[student]!.id,
        // Of points they stay the same objects: what was read of one is known of all.
        experiment: (seed === null
          ? experiments[experiment]
          : { ...experiments[experiment], seed }) as RunExperiment,
        backend: BACKENDS[backend]!,
        state: RUN_STATES[state]!,
        createdAt: first + since,
        steps,
        accuracy: { value: accuracy, measured: MEASURED[measured]! },
        verifiedAccuracy,
        finalLoss,
        time,
      };
    },
  );
}
