import { PlaygroundTraining } from '@/engine/playground/playground-training';
import { DEFAULT_SETUP, type PlaygroundSetup } from '@/engine/playground/setup';
import { drawPoints, type PointSetId } from '@/engine/points/generators';
import { takePoints } from '@/engine/points/point-set';
import { createRandom } from '@/engine/random';
import type { FindingKind } from '@/protocol/finding';

const SPOILING_STREAM = 7;

/** A kind of 2-D training that the doctor is tried on. */
export interface Patient {
  name: string;
  setup: PlaygroundSetup;
  /** Share of the labels that are wrong. */
  wrong?: number;
  /** Share that is left of all labels but the first. */
  kept?: number;
  /** What it suffers from, by the way it was made; any of these is a right answer. None: it is healthy. */
  ails: readonly FindingKind[];
}

const patient = (name: string, change: Partial<PlaygroundSetup>, ...ails: FindingKind[]): Patient => ({
  name,
  setup: { ...DEFAULT_SETUP, ...change },
  ails,
});

/** Trainings as they should be: every kind of points, network, optimiser, and batch that lessons and benches suggest. */
export const HEALTHY: readonly Patient[] = [
  patient('circle, tanh 4-2', {}),
  patient('circle, relu 8-4', { activation: 'relu', hidden: [8, 4] }),
  patient('circle, relu 6-4', { activation: 'relu', hidden: [6, 4] }),
  patient('circle, sigmoid 4, rate 0.3', { activation: 'sigmoid', hidden: [4], learningRate: 0.3 }),
  patient('circle, sigmoid 4-4, rate 0.3', { activation: 'sigmoid', hidden: [4, 4], learningRate: 0.3 }),
  patient('circle, momentum', { optimizer: 'momentum', learningRate: 0.01 }),
  patient('circle, adam', { optimizer: 'adam', learningRate: 0.01 }),
  patient('circle, whole set a step, rate 0.3', { batchSize: 1000, learningRate: 0.3 }),
  patient('circle, squared error', { loss: 'squared-error', learningRate: 0.1 }),
  patient('circle, L2 0.001', { l2: 0.001 }),
  patient('circle, one by one', { batchSize: 1, learningRate: 0.01 }),
  patient('circle, noise 0.1', { noise: 0.1 }),
  patient('xor, relu 8', { points: 'xor', activation: 'relu', hidden: [8] }),
  patient('xor, tanh 4', { points: 'xor', hidden: [4] }),
  patient('xor, adam 8-8', { points: 'xor', hidden: [8, 8], optimizer: 'adam', learningRate: 0.003 }),
  patient('two clouds, no hidden layer', { points: 'gaussians', hidden: [] }),
  patient('two clouds, tanh 2', { points: 'gaussians', hidden: [2] }),
  patient('spiral, adam, tanh 8-8', {
    points: 'spiral',
    hidden: [8, 8],
    optimizer: 'adam',
    learningRate: 0.01,
    pointCount: 600,
  }),
  patient('spiral, tanh 8-8, rate 0.1', {
    points: 'spiral',
    hidden: [8, 8],
    learningRate: 0.1,
    pointCount: 600,
  }),
  patient('spiral, relu 8-8-8, adam', {
    points: 'spiral',
    hidden: [8, 8, 8],
    activation: 'relu',
    optimizer: 'adam',
    learningRate: 0.01,
    pointCount: 600,
  }),
  patient('three clouds', { points: 'three-gaussians', hidden: [4] }),
  patient('four clouds, relu', { points: 'four-gaussians', hidden: [8], activation: 'relu' }),
  patient('plane', { points: 'plane', hidden: [4] }),
  patient('circle, relu 8-8-8-8-8-8, rate 0.01', {
    activation: 'relu',
    hidden: [8, 8, 8, 8, 8, 8],
    learningRate: 0.01,
  }),
];

/** Trainings made to be ill, each in one way. */
export const ILL: readonly Patient[] = [
  patient('rate 3', { learningRate: 3 }, 'rate-too-high'),
  patient('rate 10', { learningRate: 10 }, 'rate-too-high'),
  patient(
    'rate 3, relu',
    { learningRate: 3, activation: 'relu', hidden: [8, 8] },
    'rate-too-high',
    'dead-units',
  ),
  patient('adam, rate 1', { optimizer: 'adam', learningRate: 1 }, 'rate-too-high'),
  patient('momentum, rate 1', { optimizer: 'momentum', learningRate: 1 }, 'rate-too-high'),
  patient('spiral, rate 3', { points: 'spiral', hidden: [8, 8], learningRate: 3 }, 'rate-too-high'),
  patient('whole set, rate 30', { batchSize: 1000, learningRate: 30 }, 'rate-too-high', 'saturated-units'),
  patient('regression, rate 3', { points: 'plane', learningRate: 3 }, 'rate-too-high'),
  patient('rate 0.0001', { learningRate: 0.0001 }, 'rate-too-low'),
  patient('adam, rate 0.00001', { optimizer: 'adam', learningRate: 0.000_01 }, 'rate-too-low'),
  patient('momentum, rate 0.00003', { optimizer: 'momentum', learningRate: 0.000_03 }, 'rate-too-low'),
  patient(
    'xor, relu, rate 0.00001',
    { points: 'xor', activation: 'relu', hidden: [8], learningRate: 0.000_01 },
    'rate-too-low',
  ),
  patient(
    'relu, large start',
    { activation: 'relu', hidden: [8, 8, 8], start: 'large' },
    'dead-units',
    'exploding-gradient',
  ),
  patient(
    'relu, xor, rate 2',
    { points: 'xor', activation: 'relu', hidden: [4, 4], learningRate: 2 },
    'dead-units',
    'rate-too-high',
  ),
  patient('tanh, large start', { start: 'large', hidden: [8, 8] }, 'saturated-units'),
  patient(
    'tanh, large start, spiral',
    { start: 'large', hidden: [8, 8], points: 'spiral' },
    'saturated-units',
  ),
  patient('sigmoid, six layers', { activation: 'sigmoid', hidden: [8, 8, 8, 8, 8, 8] }, 'vanishing-gradient'),
  patient(
    'tanh, six layers, tiny start',
    { start: 'tiny', hidden: [8, 8, 8, 8, 8, 8] },
    'vanishing-gradient',
  ),
  patient(
    'sigmoid, six layers, adam',
    { activation: 'sigmoid', hidden: [8, 8, 8, 8, 8, 8], optimizer: 'adam', learningRate: 0.0003 },
    'vanishing-gradient',
  ),
  patient(
    'linear, large start',
    { activation: 'linear', hidden: [8, 8, 8, 8], start: 'large', learningRate: 0.000_01 },
    'exploding-gradient',
    'rate-too-high',
  ),
  patient(
    'relu, large start, rate 0.00001',
    { activation: 'relu', hidden: [8, 8, 8, 8], start: 'large', learningRate: 0.000_01 },
    'exploding-gradient',
    'rate-too-high',
  ),
  patient(
    '20 noisy points',
    { pointCount: 40, noise: 0.35, points: 'spiral', hidden: [8, 8], optimizer: 'adam', learningRate: 0.01 },
    'too-few-examples',
    'overfitting',
  ),
  patient(
    '15 points',
    { pointCount: 60, trainShare: 0.25, hidden: [8, 8], optimizer: 'adam', learningRate: 0.01, noise: 0.3 },
    'too-few-examples',
    'overfitting',
  ),
  patient(
    'overfitting: noise 0.4',
    { noise: 0.4, pointCount: 300, hidden: [8, 8, 8], optimizer: 'adam', learningRate: 0.01 },
    'overfitting',
  ),
  patient(
    'overfitting: spiral, noise 0.3',
    {
      points: 'spiral',
      noise: 0.3,
      pointCount: 300,
      hidden: [8, 8, 8],
      optimizer: 'adam',
      learningRate: 0.01,
    },
    'overfitting',
  ),
  patient('one by one, rate 0.3', { batchSize: 1, learningRate: 0.3 }, 'batch-too-small', 'rate-too-high'),
  patient(
    'one by one, rate 0.3, spiral',
    { batchSize: 1, learningRate: 0.3, points: 'spiral', hidden: [8, 8] },
    'batch-too-small',
    'rate-too-high',
  ),
  patient(
    'whole set, rate 0.03',
    { batchSize: 1000, pointCount: 1000, learningRate: 0.03 },
    'batch-too-large',
  ),
  patient(
    'whole set, rate 0.01',
    { batchSize: 1000, pointCount: 600, learningRate: 0.01 },
    'batch-too-large',
    'rate-too-low',
  ),
  {
    ...patient('two clouds, 15 % of labels wrong', { hidden: [4], points: 'gaussians' }, 'doubtful-labels'),
    wrong: 0.15,
  },
  {
    ...patient('circle, 15 % of labels wrong', { hidden: [8], learningRate: 0.1 }, 'doubtful-labels'),
    wrong: 0.15,
  },
  {
    ...patient(
      'four clouds, 10 % of labels wrong',
      { hidden: [8], points: 'four-gaussians' },
      'doubtful-labels',
    ),
    wrong: 0.1,
  },
  {
    ...patient('two clouds, few of one class', { hidden: [4], points: 'gaussians' }, 'one-sided-data'),
    kept: 0.06,
  },
  { ...patient('circle, few of one class', {}, 'one-sided-data'), kept: 0.1 },
];

/** The training of a patient: drawn from a seed, its points spoilt where the patient says so. */
export function admit({ setup, wrong = 0, kept = 1 }: Patient, seed: number): PlaygroundTraining {
  if (wrong === 0 && kept === 1) return new PlaygroundTraining({ ...setup, seed });
  const random = createRandom(seed, SPOILING_STREAM);
  const drawn = drawPoints(setup.points as PointSetId, setup.pointCount, setup.noise, random);
  const labels = drawn.labels.map((label) =>
    random.uniform() < wrong ? (label + 1 + random.int(drawn.classes - 1)) % drawn.classes : label,
  );
  const stays = [...labels.keys()].filter((i) => labels[i] === 0 || random.uniform() < kept);
  return new PlaygroundTraining({ ...setup, points: 'own', seed }, takePoints({ ...drawn, labels }, stays));
}
