import type { Experiment } from '@/protocol/experiment';
import { SMALL } from '@/tests/engine/experiments';

const dense = (hidden: number[], changes: Partial<Experiment>, activation = SMALL.network.activation) => ({
  ...SMALL,
  network: { kind: 'dense' as const, hidden, activation },
  ...changes,
});

const convolutional = (
  filters: number[],
  changes: Partial<Experiment>,
  { kernel = 3 as 3 | 5, dense = 12, activation = SMALL.network.activation } = {},
) => ({
  ...SMALL,
  network: { kind: 'convolutional' as const, filters, kernel, dense, activation },
  ...changes,
});

/**
 * Experiments, each with the SHA-256 (its beginning) of the weights with which it ends, on our own kernels, on every device. A hash that is another one
 * breaks a promise: runs of before can no longer be repeated.
 */
export const GOLDEN: readonly (readonly [name: string, experiment: Experiment, hash: string])[] = [
  ['plain', dense([16], {}), '1b13e50e1502b52f'],
  ['no hidden layer', dense([], { batchSize: 7, examples: 150 }), '338522c8730d4342'],
  ['one unit, one picture a step', dense([1], { batchSize: 1, examples: 60 }), '2189ce0aa9fe158c'],
  ['three odd layers', dense([33, 7, 5], { seed: 3 }, 'tanh'), '523e2ecbfc42a04b'],
  ['sigmoid', dense([20, 10], { learningRate: 1 }, 'sigmoid'), 'eb83ca07ef8f85f8'],
  ['momentum', dense([16], { optimizer: 'momentum', learningRate: 0.02 }), '22fa74de48211593'],
  [
    'Adam, 300 steps',
    dense([24], { optimizer: 'adam', learningRate: 0.003, epochs: 30 }),
    'c3b33818e2f731c4',
  ],
  [
    'Adam with tanh and L2',
    dense([18], { optimizer: 'adam', learningRate: 0.01, l2: 0.01 }, 'tanh'),
    '5550be8cc403b8e7',
  ],
  ['squared error', dense([16], { loss: 'squared-error', learningRate: 0.5 }), '626a121ecb155c47'],
  [
    'squared error, momentum, L2',
    dense([12, 12], { loss: 'squared-error', optimizer: 'momentum', l2: 0.001 }, 'sigmoid'),
    '57969c612ed4dd36',
  ],
  ['wide', dense([128], { batchSize: 64, examples: 1_000, epochs: 1 }), '2c3d6408db69ff20'],
  ['with marks', dense([16], { data: 'marked' }), 'e29b0e392bd9df30'],
  ['labels by lot', dense([16], { data: 'shuffled', epochs: 3 }), 'db5afb9cdf849962'],
  ['convolutional, plain', convolutional([4, 6], {}), 'ae2af8b27f661b3e'],
  [
    'convolutional, odd numbers, 5 × 5, tanh, momentum',
    convolutional([5, 3], { optimizer: 'momentum', learningRate: 0.02 }, { kernel: 5, activation: 'tanh' }),
    '87c6946c8430c1a2',
  ],
  [
    'convolutional, Adam with sigmoid and L2',
    convolutional([6, 9], { optimizer: 'adam', learningRate: 0.01, l2: 0.001 }, { activation: 'sigmoid' }),
    '05e03acb7ce60561',
  ],
  [
    'convolutional, one layer of clothes, squared error, one picture a step',
    { ...convolutional([3], { loss: 'squared-error', batchSize: 1, examples: 60 }), dataset: 'fashion' },
    '4bece7a350c5b8a1',
  ],
  [
    'convolutional, 8-16 and 64',
    convolutional([8, 16], { batchSize: 64, examples: 1_000, epochs: 1 }, { dense: 64 }),
    '702615f8fd62a023',
  ],
  ['clothes', { ...dense([16], { seed: 11 }), dataset: 'fashion' }, '356ba192888a1efc'],
];
