import type { Lesson } from '@/lessons/lesson';

const experiment: Lesson['experiment'] = {
  dataset: 'digits',
  examples: 6_000,
  network: { kind: 'dense', hidden: [32], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 32,
  epochs: 5,
  l2: 0,
};

/** Lesson 5: does it work on real pictures? */
export const handwrittenDigits = {
  id: 'handwritten-digits',
  number: 5,
  minutes: [15, 25],
  steps: [
    { id: 'look', bench: 'digits-pictures', options: {} },
    { id: 'train', bench: 'digits-training', options: {}, check: { right: 1, choices: 3 } },
    { id: 'draw', bench: 'digits-drawing', options: {}, check: { right: 2, choices: 3 } },
    { id: 'ours', bench: 'digits-ours', options: {}, check: { right: 0, choices: 3 } },
    { id: 'challenge', bench: 'digits-challenge', options: {} },
  ],
  experiment,
} as const satisfies Lesson;
