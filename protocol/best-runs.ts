import type { RunResult } from './run-table';

/** The best run of each student, by the accuracy that the server verified, else by its own; those with none are left out. */
export function bestRuns(runs: readonly RunResult[]): RunResult[] {
  const best = new Map<string, RunResult>();
  for (const run of runs) {
    const before = best.get(run.studentId);
    if (accuracyOf(run) > (before ? accuracyOf(before) : Number.NEGATIVE_INFINITY))
      best.set(run.studentId, run);
  }
  return [...best.values()];
}

function accuracyOf({ verifiedAccuracy, accuracy }: RunResult): number {
  return verifiedAccuracy ?? accuracy.value ?? Number.NEGATIVE_INFINITY;
}
