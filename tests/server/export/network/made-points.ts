import { DenseNetwork } from '@/engine/dense/dense-network';
import { countDenseWeights } from '@/engine/dense/shape';
import { DEFAULT_SETUP, networkOf, type PlaygroundSetup } from '@/engine/playground/setup';
import { examplesOf, FEATURE_IDS } from '@/engine/points/features';
import { POINT_GENERATORS } from '@/engine/points/generators';
import { createRandom } from '@/engine/random';
import { pointsSetup, setupText } from '@/engine/runs/points-experiment';
import { trainedPoints } from '@/engine/runs/points-network';
import type { PointsRun } from '@/protocol/run';
import { type TakenPoints, takenPoints } from '@/server/export/network/points/points-network';
import { madeSource } from '@/tests/server/export/made-source';

/** Each activation, each kind of answer, all that a network can be told of a place, and a challenge's own points. */
export const POINT_SETUPS: Readonly<Record<string, Partial<PlaygroundSetup> & { dealt?: number }>> = {
  'two classes, all features, tanh': { points: 'circle', features: FEATURE_IDS, hidden: [5, 3] },
  'two classes, no hidden layer': { points: 'circle', features: ['x1-x2'], hidden: [] },
  'numbers, ReLU': { points: 'plane', features: ['x2', 'sin-x1'], hidden: [4], activation: 'relu' },
  'three classes, sigmoid': { points: 'three-gaussians', hidden: [6], activation: 'sigmoid' },
  'two classes, step': { points: 'xor', hidden: [8], activation: 'step' },
  'two classes, linear': { points: 'xor', hidden: [3], activation: 'linear', loss: 'squared-error' },
  'dealt, tanh': { points: 'own', features: ['x1', 'x2', 'sin-x2'], hidden: [8], dealt: 77 },
};

/** A run on points as it is taken along, with weights drawn by a seed. */
export function madePoints(
  { dealt, ...given }: Partial<PlaygroundSetup> & { dealt?: number },
  reader: Pick<TakenPoints, 'language'> & { student?: string } = { language: 'en' },
): TakenPoints {
  const setup = { ...DEFAULT_SETUP, ...given };
  const classes = setup.points === 'own' ? 2 : POINT_GENERATORS[setup.points].classes;
  const experiment = {
    ...{ kind: 'points' as const, setup: setupText(setup), classes, examples: 200 },
    ...(dealt === undefined ? {} : { dealt }),
  };
  const { state, runs } = madeSource([reader.student ?? 'Mia']);
  const run: PointsRun = { ...runs[0]!, experiment };
  const random = createRandom(3);
  const count = countDenseWeights(networkOf(setup, classes).shape);
  const weights = Float32Array.from({ length: count }, () => random.normal() * 0.5);
  const kept = { bytes: new Uint8Array(weights.buffer), step: 120 };
  const taken = takenPoints(state, run, kept, reader.student !== undefined, {
    language: reader.language,
    timeZone: 'Asia/Tokyo',
  });
  if (!taken) throw new Error('These weights are not of this network');
  return taken;
}

/** Places, and what the bench's own engine answers there. */
export function benchAnswers({ run, features, weights }: TakenPoints): {
  count: number;
  places: Float32Array;
  answers: Float64Array;
} {
  const points = trainedPoints(run.experiment);
  const { count, inputs } = examplesOf(points, features);
  const { shape } = networkOf(pointsSetup(run.experiment), run.experiment.classes);
  const network = new DenseNetwork(shape, weights);
  const answers = network.forwardRange(inputs, 0, count).slice(0, count * network.outputs);
  const places = Float32Array.from(
    { length: 2 * count },
    (_, i) => (i % 2 === 0 ? points.xs : points.ys)[i >> 1]!,
  );
  return { count, places, answers };
}
