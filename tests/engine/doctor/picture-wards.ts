import type { Experiment } from '@/protocol/experiment';
import type { FindingKind } from '@/protocol/finding';

/** A kind of training of digits that the doctor is tried on. */
export interface PicturePatient {
  name: string;
  experiment: Experiment;
  /** Optimiser steps. */
  steps: number;
  /** Share of the labels of training pictures that are wrong. */
  wrong?: number;
  /** What it suffers from; any of these is a right answer. None: it is healthy. */
  ails: readonly FindingKind[];
}

const USUAL: Experiment = {
  dataset: 'digits',
  examples: 6_000,
  network: { kind: 'dense', hidden: [32], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 32,
  epochs: 20,
  l2: 0,
  seed: 1,
};

const patient = (
  name: string,
  steps: number,
  change: Partial<Experiment>,
  ...ails: FindingKind[]
): PicturePatient => ({ name, steps, experiment: { ...USUAL, ...change }, ails });

const dense = (activation: 'relu' | 'tanh' | 'sigmoid', ...hidden: number[]) =>
  ({ kind: 'dense', hidden, activation }) as const;
const CONVOLUTIONAL: Experiment['network'] = {
  kind: 'convolutional',
  filters: [6],
  kernel: 3,
  dense: 16,
  activation: 'relu',
};

export const HEALTHY_PICTURES: readonly PicturePatient[] = [
  patient('relu 32', 500, {}),
  patient('relu 64-32, momentum', 400, {
    network: dense('relu', 64, 32),
    optimizer: 'momentum',
    learningRate: 0.02,
  }),
  patient('relu 64, adam', 400, { network: dense('relu', 64), optimizer: 'adam', learningRate: 0.003 }),
  patient('tanh 32', 500, { network: dense('tanh', 32) }),
  patient('sigmoid 32, rate 0.5', 500, { network: dense('sigmoid', 32), learningRate: 0.5 }),
  patient('no hidden layer', 500, { network: dense('relu') }),
  patient('relu 32, squared error', 500, { loss: 'squared-error', learningRate: 0.3 }),
  patient('relu 32, one by one', 800, { batchSize: 1, learningRate: 0.01 }),
  patient('relu 32, batches of 256', 300, { batchSize: 256, learningRate: 0.3 }),
  patient('convolutional, adam', 200, { network: CONVOLUTIONAL, optimizer: 'adam', learningRate: 0.003 }),
  patient('clothes, relu 32, adam', 400, { dataset: 'fashion', optimizer: 'adam', learningRate: 0.001 }),
];

export const ILL_PICTURES: readonly PicturePatient[] = [
  patient('rate 3', 300, { learningRate: 3 }, 'rate-too-high', 'dead-units'),
  patient(
    'rate 5, tanh',
    300,
    { network: dense('tanh', 32), learningRate: 5 },
    'rate-too-high',
    'saturated-units',
  ),
  patient('adam, rate 0.3', 300, { optimizer: 'adam', learningRate: 0.3 }, 'rate-too-high', 'dead-units'),
  patient('momentum, rate 1', 300, { optimizer: 'momentum', learningRate: 1 }, 'rate-too-high', 'dead-units'),
  patient('rate 100', 100, { learningRate: 100 }, 'rate-too-high', 'dead-units'),
  patient('rate 0.0001', 300, { learningRate: 0.0001 }, 'rate-too-low'),
  patient('momentum, rate 0.00001', 300, { optimizer: 'momentum', learningRate: 0.000_01 }, 'rate-too-low'),
  patient(
    '100 pictures',
    500,
    { examples: 100, batchSize: 10, epochs: 100 },
    'too-few-examples',
    'overfitting',
  ),
  patient(
    '300 pictures, adam',
    1_000,
    {
      examples: 300,
      batchSize: 16,
      epochs: 100,
      optimizer: 'adam',
      learningRate: 0.01,
      network: dense('relu', 128),
    },
    'too-few-examples',
    'overfitting',
  ),
  patient(
    'one by one, rate 0.3',
    500,
    { batchSize: 1, learningRate: 0.3 },
    'batch-too-small',
    'rate-too-high',
    'dead-units',
  ),
  patient(
    '500 pictures in one batch',
    100,
    { examples: 500, batchSize: 512, epochs: 100, learningRate: 0.02 },
    'batch-too-large',
    'rate-too-low',
  ),
  {
    ...patient(
      '12 % of labels wrong',
      600,
      { optimizer: 'adam', learningRate: 0.003, network: dense('relu', 32) },
      'doubtful-labels',
    ),
    wrong: 0.12,
  },
  patient(
    'convolutional, rate 5',
    120,
    { network: CONVOLUTIONAL, learningRate: 5 },
    'rate-too-high',
    'dead-units',
  ),
];
