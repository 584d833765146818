import { readoutOf } from '@/client/benches/run/run-readout';
import type { CurrentRun } from '@/client/training/current-run';
import { DATASETS } from '@/protocol/datasets';

/** What has gone wrong with a run, as far as its numbers tell. */
export type RunTrouble = 'diverged' | 'stuck';

/** Chance times this is no better than guessing: a margin for luck on 2,000 pictures. */
const LUCK = 1.35;
/** So early nobody can tell. */
const EPOCHS_BEFORE_JUDGING = 1;

/**
 * `diverged`: the loss is no number any more. `stuck`: after a whole epoch the network still guesses; with large steps
 * units die or swing to and fro.
 */
export function runTroubleOf(current: CurrentRun | null): RunTrouble | null {
  if (current === null) return null;
  if (current.state === 'diverged') return 'diverged';
  const now = readoutOf(current);
  const least = LUCK * DATASETS[current.experiment.dataset].chance.accuracy;
  const guesses =
    now.validationAccuracy !== null &&
    now.validationAccuracy < least &&
    now.accuracy !== null &&
    now.accuracy < least;
  return now.epoch >= EPOCHS_BEFORE_JUDGING && guesses ? 'stuck' : null;
}
