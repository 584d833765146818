import type { Store } from '@/server/store/store';
import type { Recorded } from './page-student';

/** What came of the runs of some students, in points. */
export interface Came {
  students: number;
  recorded: number;
  acknowledged: number;
  /** Acknowledged, and not there. */
  lost: number;
  /** Recorded, and not there in the end. */
  missing: number;
  /** There more than once. */
  twice: number;
  /** There after a later one. */
  outOfOrder: number;
  /** Batches that still wait to be sent. */
  left: number;
  /** How often a student's connection was lost. */
  losses: number;
  /** Milliseconds until answers came. */
  answerMs: { p50: number; p99: number; longest: number };
}

export interface CutFigures {
  cuts: number;
  links: number;
  seed: number;
  /** How long each cut was, in order of length. */
  seconds: number[];
  cut: Came;
  /** Of those who forget what they have sent: they must be seen to lose. */
  control: Came;
  others: Came & { deskLosses: number };
}

/** Compares what the students know of their runs with what is stored. */
export async function compareWithStore(store: Store, runs: readonly Recorded[]): Promise<Came> {
  let [lost, missing, twice, outOfOrder] = [0, 0, 0, 0];
  for (const { runId, points, acknowledged } of runs) {
    const steps = ((await store.readRun(runId))?.points ?? []).map(({ step }) => step);
    const there = new Set(steps);
    twice += steps.length - there.size;
    outOfOrder += steps.filter((step, index) => index > 0 && step < steps[index - 1]!).length;
    for (let step = 1; step <= points; step += 1) {
      if (there.has(step)) continue;
      missing += 1;
      if (step <= acknowledged) lost += 1;
    }
  }
  const sum = (of: (run: Recorded) => number) => runs.reduce((total, run) => total + of(run), 0);
  const answers = runs.flatMap(({ answerMs }) => answerMs).sort((a, b) => a - b);
  const at = (share: number) => Math.round(answers[Math.floor((answers.length - 1) * share)] ?? 0);
  return {
    students: runs.length,
    recorded: sum(({ points }) => points),
    acknowledged: sum((run) => run.acknowledged),
    ...{ lost, missing, twice, outOfOrder },
    left: sum((run) => run.left),
    losses: sum((run) => run.losses),
    answerMs: { p50: at(0.5), p99: at(0.99), longest: at(1) },
  };
}

/** Whether all came as it should, and the control was seen to lose. */
export function isIntact({ cut, control, others }: CutFigures): boolean {
  const wrong = [cut, others].reduce(
    (sum, { lost, missing, twice, outOfOrder, left }) => sum + lost + missing + twice + outOfOrder + left,
    others.losses + others.deskLosses,
  );
  return wrong === 0 && cut.losses > 0 && control.lost > 0;
}
