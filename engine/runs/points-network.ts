import { shownSpiral, spiralChallenge } from '@/engine/challenges/spiral';
import { type LayerSpan, layerSpans } from '@/engine/dense/shape';
import { setupPoints } from '@/engine/playground/playground-training';
import { networkOf } from '@/engine/playground/setup';
import type { FEATURE_IDS } from '@/engine/points/features';
import type { PointSet } from '@/engine/points/point-set';
import type { PointsExperiment } from '@/protocol/experiment';
import { pointsSetup } from './points-experiment';

/** What a network on points is told of a place of the plane. */
export type PlaneFeature = (typeof FEATURE_IDS)[number];

/** The network of a run on points: what goes in, and its layers with where their numbers stand among all weights. */
export interface PointsNetwork {
  features: readonly PlaneFeature[];
  layers: readonly LayerSpan[];
}

/** The network of a run whose points can be made again (`hasPoints`): it is told of the plane alone. */
export function pointsNetwork(experiment: PointsExperiment): PointsNetwork {
  const setup = pointsSetup(experiment);
  return {
    features: setup.features as readonly PlaneFeature[],
    layers: layerSpans(networkOf(setup, experiment.classes).shape),
  };
}

/** The points that a run learned from: drawn by its set-up, or dealt to its class. @throws RangeError where it has none (`hasPoints`) */
export function trainedPoints(experiment: PointsExperiment): PointSet {
  const { dealt } = experiment;
  const own = dealt === undefined ? null : shownSpiral(spiralChallenge.deal(dealt), dealt);
  return setupPoints(pointsSetup(experiment), own).train;
}
