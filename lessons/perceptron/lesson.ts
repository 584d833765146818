import type { Lesson } from '@/lessons/lesson';

/** Lesson 2: what is the smallest thing that can decide? */
export const perceptron = {
  id: 'perceptron',
  number: 2,
  minutes: [15, 25],
  steps: [
    {
      id: 'weigh',
      bench: 'perceptron-build',
      options: { gate: 'and', inputs: 2 },
      check: { right: 1, choices: 3 },
    },
    {
      id: 'line',
      bench: 'perceptron-build',
      options: { gate: 'nand', inputs: 2 },
      check: { right: 2, choices: 3 },
    },
    {
      id: 'learn',
      bench: 'perceptron-learn',
      options: { points: 'separable' },
      check: { right: 0, choices: 3 },
    },
    { id: 'xor', bench: 'perceptron-xor', options: {}, prediction: { choices: 3 } },
    { id: 'never', bench: 'perceptron-learn', options: { points: 'xor' }, check: { right: 1, choices: 3 } },
    { id: 'challenge', bench: 'perceptron-challenge', options: {} },
  ],
  experiment: null,
} as const satisfies Lesson;
