import type { DatasetId } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';

/** A network without a hidden layer, trained on all pictures that browsers have. */
interface LinearBaseline {
  experiment: Experiment;
  /** Shares of right answers on the two halves of the hidden pictures. */
  publicAccuracy: number;
  privateAccuracy: number;
  /** And on private halves that are drawn for a class: the mean of ten. One class's may differ by a point and a half. */
  drawnAccuracy: number;
}

const TRAINING = {
  network: { kind: 'dense', hidden: [], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 32,
  epochs: 5,
  l2: 0,
  seed: 1,
} as const;

/** What such a network reaches: trained and scored by our own engine. `tests/engine/verify/linear-baselines.test.ts` does it again, to the bit. */
export const LINEAR_BASELINES: Readonly<Record<DatasetId, LinearBaseline>> = {
  digits: {
    experiment: {
      ...TRAINING,
      network: { ...TRAINING.network, hidden: [] },
      dataset: 'digits',
      examples: 12_000,
    },
    publicAccuracy: 0.8455,
    privateAccuracy: 0.86,
    drawnAccuracy: 0.9004,
  },
  fashion: {
    experiment: {
      ...TRAINING,
      network: { ...TRAINING.network, hidden: [] },
      dataset: 'fashion',
      examples: 6_000,
    },
    publicAccuracy: 0.732,
    privateAccuracy: 0.7245,
    drawnAccuracy: 0.76065,
  },
};
