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

/** Lesson 9: what does the whole machine look like when it runs? */
export const trainingLoop = {
  id: 'training-loop',
  number: 9,
  minutes: [20, 25],
  steps: [
    { id: 'assemble', bench: 'loop-blocks', options: { goal: 'right' }, check: { right: 1, choices: 3 } },
    { id: 'break', bench: 'loop-blocks', options: { goal: 'wrong' }, check: { right: 2, choices: 3 } },
    { id: 'run', bench: 'loop-run', options: {}, check: { right: 1, choices: 3 } },
    { id: 'knobs', bench: 'digits-training', options: {} },
    { id: 'challenge', bench: 'digits-challenge', options: {} },
  ],
  experiment,
} as const satisfies Lesson;
