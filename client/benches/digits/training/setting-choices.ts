import type { Experiment } from '@/protocol/experiment';

/** About three to a factor of ten: the eye of a learning rate is its size, not its digits. */
export const LEARNING_RATES: readonly number[] = [
  0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10,
];
export const BATCH_SIZES: readonly number[] = [1, 8, 16, 32, 64, 128, 256, 512];
export const EPOCHS: readonly number[] = [1, 2, 3, 5, 10, 20, 30, 50, 100];
export const EXAMPLES: readonly number[] = [500, 1_000, 2_000, 4_000, 6_000, 8_000, 12_000];
export const L2_WEIGHTS: readonly number[] = [0, 0.000_01, 0.0001, 0.001, 0.01, 0.1];
export const HIDDEN_UNITS: readonly number[] = [4, 8, 16, 32, 64, 128, 256, 512];
export const FILTERS: readonly number[] = [4, 8, 16, 32];
export const DENSE_AFTER: readonly number[] = [16, 32, 64, 128, 256];

/** The choices with the present value among them, sorted: a value from elsewhere (a reloaded run) is kept as it is. */
export function withValue(choices: readonly number[], value: number): number[] {
  return choices.includes(value) ? [...choices] : [...choices, value].sort((a, b) => a - b);
}

/** Index of the choice nearest to a value, by ratio. */
export function nearestIndex(choices: readonly number[], value: number): number {
  let best = 0;
  choices.forEach((choice, index) => {
    if (Math.abs(Math.log(choice / value)) < Math.abs(Math.log(choices[best]! / value))) best = index;
  });
  return best;
}

/** A rate that is worth a try after a divergence: a tenth of the present one. */
export function smallerRate(rate: number): number {
  const lower = LEARNING_RATES.filter((candidate) => candidate <= (rate / 10) * 1.001);
  return lower[lower.length - 1] ?? LEARNING_RATES[0]!;
}

/** The networks that the chooser starts from when the kind changes. */
export const FIRST_NETWORK: {
  [K in Experiment['network']['kind']]: Extract<Experiment['network'], { kind: K }>;
} = {
  dense: { kind: 'dense', hidden: [32], activation: 'relu' },
  convolutional: { kind: 'convolutional', filters: [8], kernel: 3, dense: 32, activation: 'relu' },
};
