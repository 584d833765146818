import type { RunSummary } from '@/protocol/run';
import { isOpen } from '@/protocol/run-state';

/**
 * The run that each student is at, as far as what is stored tells: the newest that goes on, else the newest. Runs of a sweep begin later than the run
 * on the bench, and come only once they are over.
 */
export function runsAtBenches<Run extends Pick<RunSummary, 'studentId' | 'state' | 'createdAt'>>(
  runs: readonly Run[],
): Run[] {
  const at = new Map<string, Run>();
  for (const run of runs) {
    const other = at.get(run.studentId);
    if (!other || isAhead(run, other)) at.set(run.studentId, run);
  }
  return [...at.values()];
}

function isAhead(run: Pick<RunSummary, 'state' | 'createdAt'>, other: typeof run): boolean {
  if (isOpen(run.state) !== isOpen(other.state)) return isOpen(run.state);
  return run.createdAt >= other.createdAt;
}
