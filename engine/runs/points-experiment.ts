import { countDenseWeights, MOST_WEIGHTS } from '@/engine/dense/shape';
import { DEFAULT_SETUP, networkOf, type PlaygroundSetup } from '@/engine/playground/setup';
import { formatSetup, parseSetup } from '@/engine/playground/setup-link';
import { moreIndex } from '@/engine/points/features';
import { POINT_GENERATORS } from '@/engine/points/generators';
import type { PointsExperiment } from '@/protocol/experiment';

/** Each is asked for many times: a table of runs sorts by what stands in it. */
const read = new WeakMap<PointsExperiment, PlaygroundSetup>();

/** The set-up of a run on the 2-D bench. */
export function pointsSetup(experiment: PointsExperiment): PlaygroundSetup {
  const known = read.get(experiment);
  if (known) return known;
  const { setup } = parseSetup(experiment.setup);
  read.set(experiment, setup);
  return setup;
}

/** Whether the points that a run trains with can be made again: those that somebody brought are kept nowhere. */
export function hasPoints(experiment: PointsExperiment): boolean {
  return pointsSetup(experiment).points !== 'own' || experiment.dealt !== undefined;
}

/** The set-up as a run keeps it: what decides the training, not when it stops or how it is shown, so that the same training is the same text. */
export function setupText(setup: PlaygroundSetup): string {
  const { stop, showTest, discretise, hide } = DEFAULT_SETUP;
  return formatSetup({ ...setup, stop, showTest, discretise, hide });
}

/** Weights of the network of a run on the 2-D bench. */
export function pointsWeights(experiment: PointsExperiment): number {
  return countDenseWeights(networkOf(pointsSetup(experiment), experiment.classes).shape);
}

/** Optimiser steps in one epoch; the last batch of an epoch may be smaller. */
export function pointsStepsPerEpoch(experiment: PointsExperiment): number {
  return Math.ceil(experiment.examples / pointsSetup(experiment).batchSize);
}

/** Whether somebody has made this training up: its set-up reads otherwise, or names what there is not. */
export function isPossible(experiment: PointsExperiment): boolean {
  const { setup, problems } = parseSetup(experiment.setup);
  if (problems.length > 0 || setupText(setup) !== experiment.setup) return false;
  if (setup.points === 'own') {
    if (experiment.classes === 1) return false;
  } else {
    if (experiment.classes !== POINT_GENERATORS[setup.points].classes) return false;
    if (setup.features.some((feature) => moreIndex(feature) >= 0)) return false;
  }
  return pointsWeights(experiment) <= MOST_WEIGHTS;
}
