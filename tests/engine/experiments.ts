import type { Experiment } from '@/protocol/experiment';

/** A small dense network on few pictures; tests change what they are about. */
export const SMALL: Experiment = {
  dataset: 'digits',
  examples: 200,
  network: { kind: 'dense', hidden: [16], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 20,
  epochs: 2,
  l2: 0,
  seed: 7,
};

export const CONVOLUTIONAL: Experiment = {
  ...SMALL,
  network: { kind: 'convolutional', filters: [4, 6], kernel: 3, dense: 12, activation: 'relu' },
};
