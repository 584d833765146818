import type { DatasetId } from './datasets';
import type { Experiment } from './experiment';
import { countWeights } from './weight-shapes';

/** What can be guessed that somebody sees who gets one gradient: the last is so. */
export const LEAK_OUTCOMES = ['nothing', 'label', 'blurred', 'whole'] as const;
export const LEAK_RIGHT = LEAK_OUTCOMES.indexOf('whole');

/** How far the class is: it guesses; single gradients are sent; gradients are sent behind masks. */
export const LEAK_STAGES = ['asking', 'single', 'masked'] as const;
export type LeakStage = (typeof LEAK_STAGES)[number];

/** How far one sum behind masks is: devices send their keys; what they send is masked; masks of those who are missing are told; the sum is known. */
export const MASK_PHASES = ['joining', 'sending', 'revealing', 'summed'] as const;
export type MaskPhase = (typeof MASK_PHASES)[number];

/** Why a sum came to nothing and is begun again with new keys: fewer than three are left; somebody left who alone knows a mask; the masks do not cancel; the server was started again. */
export const MASK_TROUBLES = ['few', 'left', 'noise', 'restarted'] as const;
export type MaskTrouble = (typeof MASK_TROUBLES)[number];

export const LEAK = {
  /** Units of the network's hidden layer. */
  hidden: 16,
  /** What 1 is in whole numbers. */
  scale: 2 ** 20,
  /** The largest whole number of one device's gradient, so that the sum of all of them is one of 32 bits. */
  largest: 2 ** 22,
  /** Devices of one sum: of two, each could take its own away. */
  leastDevices: 3,
  mostDevices: 100,
  /** Single gradients that one student may send in one experiment. */
  sends: 12,
  /** Pictures that are kept to be shown, and those that are shown at once. */
  kept: 24,
  shown: 6,
  /** Sums of one experiment. */
  sums: 8,
  /** Attempts at a sum in one experiment. */
  attempts: 40,
  /** Bytes of a key, and of what masks are drawn from. */
  keyBytes: 32,
} as const;

/** What a device calculates the gradient of: one step of plain gradient descent by 1, on one picture. */
export function leakExperiment(dataset: DatasetId, seed: number): Experiment {
  return {
    dataset,
    examples: 1,
    network: { kind: 'dense', hidden: [LEAK.hidden], activation: 'relu' },
    loss: 'cross-entropy',
    optimizer: 'sgd',
    learningRate: 1,
    batchSize: 1,
    epochs: 1,
    l2: 0,
    seed,
  };
}

/** Whole numbers of 32 bits that a device sends. */
export const leakNumbers = (dataset: DatasetId): number => countWeights(leakExperiment(dataset, 0));
