import type { Lesson } from '@/lessons/lesson';

/** Lesson 3: what can one perceptron not decide, and what helps? */
export const combiningPerceptrons = {
  id: 'combining-perceptrons',
  number: 3,
  minutes: [15, 25],
  steps: [
    {
      id: 'two-lines',
      bench: 'circuit-build',
      options: { target: 'xor' },
      goals: [{ id: 'xor', when: { target: 'xor' }, upTo: 'right', of: 4 }],
      check: { right: 1, choices: 3 },
    },
    {
      id: 'odd',
      bench: 'circuit-build',
      options: { target: 'parity-3' },
      goals: [
        { id: 'unit', when: { target: 'parity-3', first: { least: 3 } } },
        { id: 'parity', when: { target: 'parity-3' }, upTo: 'right', of: 8 },
      ],
      check: { right: 2, choices: 4 },
    },
    {
      id: 'box',
      bench: 'circuit-build',
      options: { target: 'box' },
      goals: [{ id: 'box', when: { target: 'box', all: true } }],
    },
    {
      id: 'challenge',
      bench: 'circuit-challenge',
      options: {},
      goals: [{ id: 'circuits', when: {}, upTo: 'reached', of: 3 }],
    },
    {
      id: 'recap',
      bench: 'recap',
      options: { of: 'two-lines' },
      goals: [{ id: 'use', when: { used: true } }],
      check: { right: 1, choices: 3 },
    },
  ],
  quiz: {
    before: [
      { right: 1, choices: 3 },
      { right: 2, choices: 3 },
    ],
    after: [
      { right: 2, choices: 3 },
      { right: 0, choices: 3 },
    ],
  },
  experiment: null,
} as const satisfies Lesson;
