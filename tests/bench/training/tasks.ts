import type { Experiment } from '@/protocol/experiment';

/** What is measured: names are those of the contract's figures. */
export interface BenchTask {
  task: string;
  engine: 'kernels' | 'wasm' | 'webgl';
  experiment: Experiment;
  /** Steps measured on each side, after as many as warm up. */
  steps: number;
  warmUp: number;
}

const BASE: Experiment = {
  dataset: 'digits',
  examples: 12_000,
  network: { kind: 'dense', hidden: [128], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 64,
  epochs: 100,
  l2: 0,
  seed: 1,
};

const CONVOLUTIONAL: Experiment = {
  ...BASE,
  network: { kind: 'convolutional', filters: [8, 16], kernel: 3, dense: 64, activation: 'relu' },
};

export const TASKS: readonly BenchTask[] = [
  { task: 'mlp-784-128-10-b64', engine: 'kernels', experiment: BASE, steps: 2_000, warmUp: 300 },
  { task: 'mlp-784-128-10-b64', engine: 'wasm', experiment: BASE, steps: 400, warmUp: 20 },
  { task: 'cnn-b64', engine: 'kernels', experiment: CONVOLUTIONAL, steps: 600, warmUp: 100 },
  { task: 'cnn-b64', engine: 'wasm', experiment: CONVOLUTIONAL, steps: 80, warmUp: 5 },
  { task: 'mlp-784-128-10-b64', engine: 'webgl', experiment: BASE, steps: 60, warmUp: 10 },
];

/** The task's first hundred steps. */
export function firstHundred({ experiment }: BenchTask): Experiment {
  return { ...experiment, examples: 100 * experiment.batchSize, epochs: 1 };
}

/** A smaller set of steps, for a quick look. */
export function shortened(task: BenchTask): BenchTask {
  return { ...task, steps: Math.max(10, Math.round(task.steps / 5)) };
}
