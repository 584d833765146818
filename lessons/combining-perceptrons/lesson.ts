import type { Lesson } from '@/lessons/lesson';

/** Lesson 3: what can one perceptron not decide, and what helps? */
export const combiningPerceptrons = {
  id: 'combining-perceptrons',
  number: 3,
  minutes: [15, 25],
  steps: [
    { id: 'two-lines', bench: 'circuit-build', options: { target: 'xor' }, check: { right: 1, choices: 3 } },
    { id: 'odd', bench: 'circuit-build', options: { target: 'parity-3' }, check: { right: 2, choices: 4 } },
    { id: 'box', bench: 'circuit-build', options: { target: 'box' } },
    { id: 'challenge', bench: 'circuit-challenge', options: {} },
  ],
  experiment: null,
} as const satisfies Lesson;
