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
      goals: [
        { id: 'inputs', when: { gate: 'and' }, each: 'inputs', of: 4 },
        { id: 'theta', when: { gate: 'and', threshold: 2, ones: true } },
      ],
      check: { right: 1, choices: 3 },
    },
    {
      id: 'line',
      bench: 'perceptron-build',
      options: { gate: 'nand', inputs: 2 },
      goals: [{ id: 'nand', when: { gate: 'nand' }, upTo: 'right', of: 4 }],
      check: { right: 2, choices: 3 },
    },
    {
      id: 'learn',
      bench: 'perceptron-learn',
      options: { points: 'separable' },
      goals: [
        { id: 'correct', when: { points: 'separable', corrected: true } },
        { id: 'converge', when: { points: 'separable', outcome: 'converged' } },
      ],
      check: { right: 0, choices: 3 },
    },
    {
      id: 'xor',
      bench: 'perceptron-xor',
      options: {},
      goals: [
        { id: 'three', when: { best: { least: 3 } } },
        { id: 'reasons', when: { view: ['diagonals', 'sums', 'count'] }, each: 'view', of: 3 },
      ],
      prediction: { choices: 3 },
    },
    {
      id: 'never',
      bench: 'perceptron-learn',
      options: { points: 'xor' },
      goals: [{ id: 'cycle', when: { points: 'xor', outcome: 'cycle' } }],
      check: { right: 1, choices: 3 },
    },
    {
      id: 'challenge',
      bench: 'perceptron-challenge',
      options: {},
      goals: [{ id: 'gates', when: {}, upTo: 'reached', of: 5 }],
    },
    {
      id: 'recap',
      bench: 'recap',
      options: { of: 'line' },
      goals: [{ id: 'use', when: { used: true } }],
      check: { right: 1, choices: 3 },
    },
  ],
  quiz: {
    before: [
      { right: 1, choices: 3 },
      { right: 1, choices: 3 },
    ],
    after: [
      { right: 2, choices: 3 },
      { right: 0, choices: 3 },
    ],
  },
  experiment: null,
} as const satisfies Lesson;
