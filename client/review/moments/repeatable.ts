import { totalSteps } from '@/engine/training/schedule';
import type { CheckpointListing } from '@/protocol/checkpoints';
import type { RunSummary } from '@/protocol/run';
import { trainsPictures } from '@/protocol/run-kind';

/**
 * Why no step of a run can be computed again. `points`: it is one of the 2-D bench. `backend`: it ended on something whose bits depend on the device.
 * `other-start`: it began with the weights of another run, and what its optimiser remembered at the kept moments is not kept.
 */
export type Unrepeatable = 'points' | 'backend' | 'other-start';

/** The steps of a run that can be computed again, to the bit, from its experiment and what was kept of it. */
export interface RepeatableSteps {
  from: number;
  to: number;
  /** Steps from which it can be gone on: the start, by its seed, and where the optimiser remembers nothing the kept moments. */
  anchors: readonly number[];
}

type Repeated = Pick<RunSummary, 'experiment' | 'backend' | 'state' | 'last' | 'continues'>;

/** Which steps of a run can be computed again; null: it has none but those that are kept. */
export function repeatableSteps(
  run: Repeated,
  checkpoints: readonly Pick<CheckpointListing, 'step'>[],
): RepeatableSteps | Unrepeatable | null {
  if (!trainsPictures(run)) return 'points';
  const { experiment, backend, state, last, continues } = run;
  if (backend !== 'kernels') return 'backend';
  const kept = checkpoints.map(({ step }) => step).sort((a, b) => a - b);
  const anchors = [...(continues ? [] : [0]), ...(experiment.optimizer === 'sgd' ? kept : [])];
  const [from] = anchors;
  if (from === undefined) return 'other-start';
  // What came after the last sound moment of one that diverged are no numbers.
  const end = state === 'diverged' ? (kept.at(-1) ?? 0) : Math.max(last?.step ?? 0, kept.at(-1) ?? 0);
  const to = Math.min(end, totalSteps(experiment));
  return to > from ? { from, to, anchors } : null;
}
