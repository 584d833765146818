import { type LayerActivation, UNIT_ACTIVATIONS, type UnitActivation } from '@/engine/dense/activations';
import type { InitialiserId } from '@/engine/dense/initialisers';
import type { LossId } from '@/engine/dense/losses';
import type { OptimizerId } from '@/engine/dense/optimizers';
import { type DenseShape, denseShape } from '@/engine/dense/shape';
import { type FeatureId, outputsFor } from '@/engine/points/features';
import { MOST_NOISE, type PointSetId } from '@/engine/points/generators';

/** Parts of the 2-D bench that a teacher's link may hide. */
export const CONTROLS = [
  'play',
  'step',
  'reset',
  'points',
  'own-data',
  'noise',
  'split',
  'features',
  'layers',
  'activation',
  'loss',
  'optimizer',
  'learning-rate',
  'batch-size',
  'regularisation',
  'start',
  'seed',
  'stop',
  'test-points',
  'discretise',
  'confusion',
  'weights',
] as const;
export type ControlId = (typeof CONTROLS)[number];

/** Activations that the bench offers; the step is the perceptron's and learns nothing here, which is worth seeing once. */
export const HIDDEN_ACTIVATIONS: readonly UnitActivation[] = UNIT_ACTIVATIONS;

/** What the loss is called on the bench; which form of cross-entropy it is follows from the classes. */
export const SETUP_LOSSES = ['squared-error', 'cross-entropy'] as const;
type SetupLoss = (typeof SETUP_LOSSES)[number];

/** When training stops by itself; null: not by this. */
export interface StopCondition {
  steps: number | null;
  /** Training loss below. */
  lossBelow: number | null;
  /** Test accuracy at least, 0 to 1. */
  accuracyAtLeast: number | null;
}

/** Everything that decides a 2-D training, and how it is shown: what stands in a link. */
export interface PlaygroundSetup {
  /** `own`: the person's own data, which is not part of the link. */
  points: PointSetId | 'own';
  noise: number;
  pointCount: number;
  trainShare: number;
  features: readonly FeatureId[];
  /** Units of each hidden layer. */
  hidden: readonly number[];
  activation: UnitActivation;
  /** For regression the squared error is taken, whatever stands here. */
  loss: SetupLoss;
  optimizer: OptimizerId;
  learningRate: number;
  batchSize: number;
  l1: number;
  l2: number;
  start: InitialiserId;
  seed: number;
  stop: StopCondition;
  showTest: boolean;
  discretise: boolean;
  hide: readonly ControlId[];
}

/** Smallest and largest values; the same for links and for controls. */
export const SETUP_LIMITS = {
  noise: [0, MOST_NOISE],
  pointCount: [10, 1000],
  trainShare: [0.1, 0.9],
  layers: 6,
  units: [1, 8],
  learningRate: [0.000_01, 100],
  batchSize: [1, 1000],
  penalty: [0, 10],
  seed: [0, 0xffff_ffff],
  stopSteps: [1, 1_000_000],
  stopLoss: [0, 1000],
  stopAccuracy: [0, 1],
} as const;

export const DEFAULT_SETUP: PlaygroundSetup = {
  points: 'circle',
  noise: 0,
  pointCount: 400,
  trainShare: 0.5,
  features: ['x1', 'x2'],
  hidden: [4, 2],
  activation: 'tanh',
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.03,
  batchSize: 10,
  l1: 0,
  l2: 0,
  start: 'fitting',
  seed: 1,
  stop: { steps: null, lossBelow: null, accuracyAtLeast: null },
  showTest: false,
  discretise: false,
  hide: [],
};

/** The network and the loss that a setup means. */
export interface SetupNetwork {
  shape: DenseShape;
  loss: LossId;
}

/** @param classes of the point set; 0 for regression */
export function networkOf(
  setup: Pick<PlaygroundSetup, 'features' | 'hidden' | 'activation' | 'loss'>,
  classes: number,
): SetupNetwork {
  const output: LayerActivation = classes === 0 ? 'linear' : classes === 2 ? 'sigmoid' : 'softmax';
  const shape = denseShape(
    setup.features.length,
    setup.hidden,
    setup.activation,
    outputsFor(classes),
    output,
  );
  if (classes === 0 || setup.loss === 'squared-error') return { shape, loss: 'squared-error' };
  return { shape, loss: classes === 2 ? 'binary-cross-entropy' : 'cross-entropy' };
}
