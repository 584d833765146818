import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';

type Size = Pick<Experiment, 'dataset' | 'examples' | 'batchSize' | 'epochs'>;

/** Training pictures that an experiment uses: what it asks for, or all there are. */
export function examplesUsed({ dataset, examples }: Pick<Experiment, 'dataset' | 'examples'>): number {
  return Math.min(examples, DATASETS[dataset].trainExamples);
}

/** Optimiser steps in one epoch; the last batch of an epoch may be smaller. */
export function stepsPerEpoch(experiment: Size): number {
  return Math.ceil(examplesUsed(experiment) / experiment.batchSize);
}

/** Optimiser steps of the whole training. */
export function totalSteps(experiment: Size): number {
  return stepsPerEpoch(experiment) * experiment.epochs;
}

/** Where a step (from 0) takes its pictures: epoch, and the range [from, to) in that epoch's order. */
export function batchOf(experiment: Size, step: number): { epoch: number; from: number; to: number } {
  const perEpoch = stepsPerEpoch(experiment);
  const from = (step % perEpoch) * experiment.batchSize;
  return {
    epoch: Math.floor(step / perEpoch),
    from,
    to: Math.min(from + experiment.batchSize, examplesUsed(experiment)),
  };
}

/** Epochs done after `steps` steps, with a fraction. */
export function epochsDone(experiment: Size, steps: number): number {
  return steps / stepsPerEpoch(experiment);
}
