import { bestCheckpoint } from '@/protocol/checkpoints';
import { LIMITS } from '@/protocol/limits';

/** A kept moment as the rule sees it. */
export interface HeldCheckpoint {
  runId: string;
  studentId: string;
  step: number;
  /** Bytes of its weights. */
  size: number;
  savedAt: number;
  validationLoss: number | null;
}

/** How many moments of a run are kept, and how many bytes of a run, a student, a class. */
export interface CheckpointQuota {
  perRun: number;
  bytesPerRun: number;
  bytesPerStudent: number;
  bytesPerClass: number;
}

export const CHECKPOINT_QUOTA: CheckpointQuota = {
  perRun: LIMITS.checkpointsPerRun,
  bytesPerRun: LIMITS.checkpointBytesPerRun,
  bytesPerStudent: LIMITS.checkpointBytesPerStudent,
  bytesPerClass: LIMITS.checkpointBytesPerClass,
};

/**
 * Which of a class's moments are to go, so that what is left is within the quota. In a run the best (least validation loss) and the last
 * stay; of those between, the ones that leave the steps spaced geometrically. Beyond what a student may have, the least useful go first: of the
 * oldest runs those between, then the last where another is the best, then the best. A full class takes from whoever has most.
 * @param held all of one class
 */
export function surplusCheckpoints(
  held: readonly HeldCheckpoint[],
  quota: CheckpointQuota = CHECKPOINT_QUOTA,
): HeldCheckpoint[] {
  const left = new Set(held);
  const gone: HeldCheckpoint[] = [];
  const drop = (one: HeldCheckpoint) => {
    left.delete(one);
    gone.push(one);
  };
  for (const run of groupBy(held, ({ runId }) => runId)) {
    let ofRun = run;
    while (ofRun.length > quota.perRun || bytesOf(ofRun) > quota.bytesPerRun) {
      const one = leastUseful(ofRun);
      drop(one);
      ofRun = ofRun.filter((other) => other !== one);
    }
  }
  for (const student of groupBy([...left], ({ studentId }) => studentId))
    for (let ofStudent = student; bytesOf(ofStudent) > quota.bytesPerStudent; ) {
      const one = leastUseful(ofStudent);
      drop(one);
      ofStudent = ofStudent.filter((other) => other !== one);
    }
  while (bytesOf([...left]) > quota.bytesPerClass) {
    const students = groupBy([...left], ({ studentId }) => studentId);
    drop(leastUseful(students.reduce((most, one) => (bytesOf(one) > bytesOf(most) ? one : most))));
  }
  return gone;
}

function leastUseful(of: readonly HeldCheckpoint[]): HeldCheckpoint {
  const runs = groupBy(of, ({ runId }) => runId)
    .map((run) => run.sort((a, b) => a.step - b.step))
    .sort((a, b) => newest(a) - newest(b));
  for (const run of runs) {
    const between = leastBetween(run);
    if (between) return between;
  }
  const two = runs.find((run) => run.length > 1);
  return two ? two.at(-1)! : runs[0]![0]!;
}

/** Of those that are neither best nor last the one whose neighbours are nearest to each other, as steps multiply; null: there are none. */
function leastBetween(run: readonly HeldCheckpoint[]): HeldCheckpoint | null {
  const best = bestCheckpoint(run);
  let least: HeldCheckpoint | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [i, one] of run.entries()) {
    if (one === best || i === run.length - 1) continue;
    // Before the first stands the start, which the seed gives.
    const gap = Math.log((run[i + 1]!.step + 1) / ((run[i - 1]?.step ?? 0) + 1));
    if (gap >= nearest) continue;
    nearest = gap;
    least = one;
  }
  return least;
}

const newest = (run: readonly HeldCheckpoint[]) => Math.max(...run.map(({ savedAt }) => savedAt));
const bytesOf = (of: readonly HeldCheckpoint[]) => of.reduce((sum, { size }) => sum + size, 0);

function groupBy(of: readonly HeldCheckpoint[], key: (one: HeldCheckpoint) => string): HeldCheckpoint[][] {
  const groups = new Map<string, HeldCheckpoint[]>();
  for (const one of of) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}
