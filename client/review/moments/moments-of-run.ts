import { bestCheckpoint, type CheckpointListing } from '@/protocol/checkpoints';
import type { Finding } from '@/protocol/finding';

/** A moment of a run that can be looked at. */
export interface RunMoment {
  /** Steps done; 0: the start, whose weights the seed gives. */
  step: number;
  epoch: number;
  validationLoss: number | null;
  validationAccuracy: number | null;
  /** What the doctor said then; null: nobody had asked yet. */
  findings: readonly Finding[] | null;
  /** Least validation loss of those that are kept. */
  best: boolean;
}

/**
 * The moments of a run in order: its start, where the seed gives the weights, and those that were kept.
 * @param stepsPerEpoch of the run's experiment
 * @param hasStart false for a run that began with the weights of another
 */
export function momentsOfRun(
  checkpoints: readonly CheckpointListing[],
  stepsPerEpoch: number,
  hasStart: boolean,
): RunMoment[] {
  const best = checkpoints.length > 1 ? bestCheckpoint(checkpoints) : null;
  const start = {
    ...{ step: 0, epoch: 0, validationLoss: null, validationAccuracy: null },
    ...{ findings: null, best: false },
  };
  const kept = checkpoints.map(({ step, validationLoss, validationAccuracy, findings }) => ({
    ...{ step, validationLoss, validationAccuracy, findings },
    epoch: step / stepsPerEpoch,
    best: checkpoints.length > 1 && step === best?.step && validationLoss !== null,
  }));
  return hasStart ? [start, ...kept] : kept;
}
