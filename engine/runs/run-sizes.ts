import { stepsPerEpoch, totalSteps } from '@/engine/training/schedule';
import type { RunExperiment } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import { isOnPoints } from '@/protocol/run-kind';
import { countWeights } from '@/protocol/weight-shapes';
import { pointsSetup, pointsStepsPerEpoch, pointsWeights } from './points-experiment';

/** Weights and biases of a run's network. */
export function weightsOfRun(experiment: RunExperiment): number {
  return isOnPoints(experiment) ? pointsWeights(experiment) : countWeights(experiment);
}

/** Examples in one step of a run. */
export function batchOfRun(experiment: RunExperiment): number {
  return isOnPoints(experiment) ? pointsSetup(experiment).batchSize : experiment.batchSize;
}

/** Optimiser steps in one epoch of a run. */
export function stepsPerEpochOfRun(experiment: RunExperiment): number {
  return isOnPoints(experiment) ? pointsStepsPerEpoch(experiment) : stepsPerEpoch(experiment);
}

/** Steps after which a run comes to its end. One on points goes on for as long as somebody lets it. */
export function mostStepsOfRun(experiment: RunExperiment): number {
  return isOnPoints(experiment) ? LIMITS.stepsPerRun : totalSteps(experiment);
}
