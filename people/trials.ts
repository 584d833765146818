import type { Experiment } from '@/protocol/experiment';

/** What students of a real class try: most sensible, some too timid, a few too bold. */
const TRIALS: readonly Partial<Experiment>[] = [
  {},
  { optimizer: 'adam', learningRate: 0.003 },
  { network: { kind: 'dense', hidden: [64], activation: 'relu' } },
  { network: { kind: 'dense', hidden: [], activation: 'relu' } },
  {
    optimizer: 'momentum',
    learningRate: 0.05,
    network: { kind: 'dense', hidden: [32, 16], activation: 'tanh' },
  },
  { learningRate: 0.001 },
  {
    network: { kind: 'dense', hidden: [24], activation: 'sigmoid' },
    learningRate: 0.5,
    loss: 'squared-error',
  },
  { learningRate: 50, l2: 0.5 },
  { examples: 500, epochs: 30, network: { kind: 'dense', hidden: [64], activation: 'relu' } },
  {
    network: { kind: 'convolutional', filters: [4], kernel: 3, dense: 16, activation: 'relu' },
    examples: 2_000,
  },
];

/** The experiment of one student's n-th try. */
export function trial(base: Omit<Experiment, 'seed'>, student: number, attempt: number): Experiment {
  const change = TRIALS[(student + attempt * 3) % TRIALS.length]!;
  return { ...base, examples: 3_000, epochs: 6, ...change, seed: student * 1_000 + attempt };
}
