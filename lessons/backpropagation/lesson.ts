import type { Lesson } from '@/lessons/lesson';

/** Lesson 8: where do all the gradients come from? */
export const backpropagation = {
  id: 'backpropagation',
  number: 8,
  minutes: [15, 25],
  steps: [
    { id: 'forward', bench: 'backpropagation-watch', options: { from: 'start' } },
    {
      id: 'backward',
      bench: 'backpropagation-watch',
      options: { from: 'loss' },
      check: { right: 1, choices: 3 },
    },
    {
      id: 'wiggle',
      bench: 'backpropagation-watch',
      options: { from: 'end' },
      check: { right: 2, choices: 3 },
    },
    { id: 'fill', bench: 'backpropagation-fill', options: {}, check: { right: 0, choices: 3 } },
    { id: 'challenge', bench: 'backpropagation-challenge', options: {} },
  ],
  experiment: null,
} as const satisfies Lesson;
