import type { Lesson } from '@/lessons/lesson';

/** Lesson 10: why is it fast, and how much faster on your device? */
export const gpu = {
  id: 'gpu',
  number: 10,
  minutes: [15, 25],
  steps: [
    {
      id: 'by-hand',
      bench: 'matrix-by-hand',
      options: {},
      goals: [
        { id: 'cell', when: { right: { least: 1 } } },
        { id: 'all', when: {}, upTo: 'right', of: 4 },
      ],
      check: { right: 1, choices: 3 },
    },
    {
      id: 'by-class',
      bench: 'matrix-rows',
      options: {},
      goals: [
        { id: 'alone', when: { alone: true } },
        { id: 'together', when: { together: true } },
      ],
      check: { right: 2, choices: 3 },
    },
    {
      id: 'measure',
      bench: 'compute-measure',
      options: { task: 'matrix-product', first: false },
      goals: [{ id: 'measure', when: { measured: true } }],
      check: { right: 1, choices: 3 },
      prediction: { choices: 6 },
    },
    {
      id: 'tiny',
      bench: 'compute-measure',
      options: { task: 'training-step', first: false },
      goals: [{ id: 'both', when: { measured: true }, each: 'task', of: 2 }],
      check: { right: 2, choices: 3 },
    },
    {
      id: 'first-time',
      bench: 'compute-measure',
      options: { task: 'matrix-product', first: true },
      goals: [{ id: 'both', when: { measured: true }, each: 'first', of: 2 }],
    },
    {
      id: 'class',
      bench: 'compute-class',
      options: {},
      goals: [{ id: 'both', when: { measured: true }, each: 'task', of: 2 }],
      check: { right: 0, choices: 3 },
    },
    {
      id: 'recap',
      bench: 'recap',
      options: { of: 'measure' },
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
      { right: 0, choices: 3 },
      { right: 2, choices: 3 },
    ],
  },
  experiment: null,
} as const satisfies Lesson;
