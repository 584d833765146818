import type { Experiment } from '@/protocol/experiment';

/**
 * The classic networks for handwritten digits, as near as this engine comes to them, and what was published of them: Y. LeCun,
 * L. Bottou, Y. Bengio, P. Haffner, "Gradient-Based Learning Applied to Document Recognition", Proceedings of the IEEE 86 (1998).
 * Everything was chosen beforehand and nothing by looking at the test set.
 */
export interface ClassicNetwork {
  id: string;
  /** As a person would call it. */
  name: string;
  /** Trained on all 60,000 pictures; the experiment's schema asks for no more than students may. */
  experiment: Experiment;
  /** `network`: the digits trainer (softmax at the end). `linear-sums`: the outputs themselves are held against 0 and 1, on typed arrays. */
  engine: 'network' | 'linear-sums';
  published: {
    name: string;
    /** Wrong answers on the 10,000 test pictures, in percent. */
    errorPercent: number;
  };
  /** In what ours differs from the published one. */
  differences: string;
}

const BASE: Experiment = {
  dataset: 'digits',
  examples: 60_000,
  network: { kind: 'dense', hidden: [], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 64,
  epochs: 10,
  l2: 0,
  seed: 1998,
};

const LINEAR = { name: 'linear classifier, 28×28', errorPercent: 12 } as const;
const HIDDEN_300 = { name: '28×28-300-10, mean squared error', errorPercent: 4.7 } as const;

export const CLASSIC_NETWORKS: readonly ClassicNetwork[] = [
  {
    id: 'linear-squared-error',
    name: '784-10, linear outputs, squared error',
    experiment: { ...BASE, loss: 'squared-error', learningRate: 0.001, batchSize: 10, epochs: 6 },
    engine: 'linear-sums',
    published: LINEAR,
    differences: 'wanted outputs 0 and 1, brightness 0 to 1',
  },
  {
    id: 'linear-softmax',
    name: '784-10, softmax, cross-entropy',
    experiment: { ...BASE, epochs: 15 },
    engine: 'network',
    published: LINEAR,
    differences: 'softmax and cross-entropy in place of linear outputs and squared error',
  },
  {
    id: 'tanh-300-squared-error',
    name: '784-300-10, tanh, squared error',
    experiment: {
      ...BASE,
      network: { kind: 'dense', hidden: [300], activation: 'tanh' },
      loss: 'squared-error',
      optimizer: 'momentum',
      learningRate: 0.05,
      epochs: 15,
    },
    engine: 'network',
    published: HIDDEN_300,
    differences: 'softmax before the squared error, momentum, batches of 64',
  },
  {
    id: 'relu-300-cross-entropy',
    name: '784-300-10, ReLU, cross-entropy',
    experiment: {
      ...BASE,
      network: { kind: 'dense', hidden: [300], activation: 'relu' },
      optimizer: 'momentum',
      learningRate: 0.02,
      epochs: 15,
    },
    engine: 'network',
    published: HIDDEN_300,
    differences: 'ReLU, softmax and cross-entropy: none of them usual in 1998',
  },
  {
    id: 'convolutional-4-12',
    name: 'convolutions 4 and 12 (5×5), 32 units, ReLU',
    experiment: {
      ...BASE,
      network: { kind: 'convolutional', filters: [4, 12], kernel: 5, dense: 32, activation: 'relu' },
      optimizer: 'momentum',
      learningRate: 0.02,
      epochs: 4,
    },
    engine: 'network',
    published: { name: 'LeNet-1 (4 and 12 maps)', errorPercent: 1.7 },
    differences:
      'max pooling in place of learnt averaging, every map sees all maps before it, a layer of 32 units before the output; LeNet-1 shrank the pictures to 16×16',
  },
  {
    id: 'convolutional-6-16',
    name: 'convolutions 6 and 16 (5×5), 120 units, ReLU',
    experiment: {
      ...BASE,
      network: { kind: 'convolutional', filters: [6, 16], kernel: 5, dense: 120, activation: 'relu' },
      optimizer: 'momentum',
      learningRate: 0.02,
      epochs: 5,
    },
    engine: 'network',
    published: { name: 'LeNet-5 (6 and 16 maps)', errorPercent: 0.95 },
    differences:
      'max pooling, every map sees all maps before it, one hidden layer of 120 where LeNet-5 has 120 and 84, softmax in place of distances to drawn characters, 5 passes in place of 20',
  },
];
