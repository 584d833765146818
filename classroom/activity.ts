import type { Activity } from '@/protocol/activity';
import type { Point } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';

/** What a card's state is judged by: only the recent part of the run is needed. */
export interface ActivityEvidence {
  connected: boolean;
  /** State of the latest run; null before the first. */
  runState: RunState | null;
  /** Recent points of the latest run, oldest first. */
  recent: readonly Point[];
  /** Accuracy of guessing (protocol/datasets). */
  chance: number;
}

/**
 * One word for what a student is doing. Away beats everything; the end of a run beats how it went; while it trains,
 * trouble that a teacher can help with is named.
 */
export function activityOf({ connected, runState, recent, chance }: ActivityEvidence): Activity {
  if (!connected) return 'disconnected';
  switch (runState) {
    case null:
      return 'connected';
    case 'diverged':
      return 'diverged';
    case 'finished':
      return 'finished';
    case 'paused':
    case 'stopped':
      return 'idle';
    case 'training':
      if (isStuck(recent, chance)) return 'stuck';
      return isOverfitting(recent) ? 'overfitting' : 'training';
  }
}

const STUCK_EPOCHS = 1;
const STUCK_POINTS = 8;

/**
 * Stuck: for at least one epoch of recent points the accuracy has stayed near guessing (under twice chance)
 * and the loss of the second half is not 1 % below that of the first.
 */
export function isStuck(recent: readonly Point[], chance: number): boolean {
  const first = recent[0];
  const last = recent.at(-1);
  if (!first || !last || recent.length < STUCK_POINTS || last.epoch - first.epoch < STUCK_EPOCHS)
    return false;
  const half = Math.floor(recent.length / 2);
  const early = mean(recent.slice(0, half).map(({ loss }) => loss));
  const late = mean(recent.slice(half).map(({ loss }) => loss));
  const accuracy = mean(recent.slice(half).map((point) => point.accuracy));
  if (early === null || late === null || accuracy === null) return false;
  return accuracy < 2 * chance && late > 0.99 * early;
}

const OVERFITTING_MEASUREMENTS = 4;

/**
 * Overfitting: the validation loss has risen over three measurements or more and stands 5 % above its lowest,
 * while the training loss has gone on falling since then.
 */
export function isOverfitting(recent: readonly Point[]): boolean {
  const measured = recent.filter((point) => point.validationLoss !== null);
  if (measured.length < OVERFITTING_MEASUREMENTS) return false;
  let lowest = 0;
  measured.forEach((point, index) => {
    if (point.validationLoss! <= measured[lowest]!.validationLoss!) lowest = index;
  });
  const best = measured[lowest]!;
  const latest = measured.at(-1)!;
  if (measured.length - 1 - lowest < 3 || latest.validationLoss! < 1.05 * best.validationLoss!) return false;
  return best.loss !== null && latest.loss !== null && latest.loss < best.loss;
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
