import type { EngineErrorCode } from '@/engine/engine-error';
import type { Backend } from '@/protocol/experiment-choices';

/** One failure of a training, oldest first in a list; `backend` null where none had started yet. */
export interface Failure {
  code: EngineErrorCode;
  backend: Backend | null;
}

export type Recovery =
  /** Start a new worker and go on from the last checkpoint, not on these backends. */
  | { act: 'restart'; avoid: Backend[] }
  /** Tell the student; what was trained so far is kept. */
  | { act: 'give-up' };

/** After so many failures of one training something is wrong that a restart does not mend. */
const MOST_FAILURES = 4;

/**
 * What to do after the last of some failures. A lost or overfull device is not tried again in this training; a worker
 * that merely died gets a second chance on the same backend; pictures that do not come are no fault of the worker's.
 */
export function decideRecovery(failures: readonly Failure[], wanted: Backend | 'auto'): Recovery {
  const last = failures.at(-1);
  if (!last || last.code === 'data-failed' || last.code === 'not-begun') return { act: 'give-up' };
  if (failures.length >= MOST_FAILURES) return { act: 'give-up' };
  // A backend that the student forced and that never ran is the student's to change.
  if (last.code === 'backend-failed' && last.backend === null) return { act: 'give-up' };
  const avoid = new Set<Backend>();
  const deaths = new Map<Backend, number>();
  for (const { code, backend } of failures) {
    if (!backend) continue;
    const count = (deaths.get(backend) ?? 0) + 1;
    deaths.set(backend, count);
    if (code !== 'worker-failed' || count > 1) avoid.add(backend);
  }
  // Plain JavaScript is the last resort: when it fails, or everything has, nothing is left.
  if (avoid.has('cpu') || (wanted === 'cpu' && avoid.size > 0)) return { act: 'give-up' };
  return { act: 'restart', avoid: [...avoid] };
}
