import type { Lesson } from '@/lessons/lesson';

/** Lesson 7: which way is less wrong, and how far to go? */
export const gradientDescent = {
  id: 'gradient-descent',
  number: 7,
  minutes: [15, 25],
  steps: [
    { id: 'curve', bench: 'descent-curve', options: { rate: 0.1 }, check: { right: 0, choices: 3 } },
    { id: 'rate', bench: 'descent-curve', options: { rate: 2.1 }, prediction: { choices: 4 } },
    { id: 'landscape', bench: 'descent-landscape', options: {}, check: { right: 2, choices: 3 } },
    { id: 'noise', bench: 'descent-noise', options: {}, check: { right: 1, choices: 3 } },
    { id: 'ahead', bench: 'descent-ahead', options: {} },
    { id: 'challenge', bench: 'descent-challenge', options: {} },
  ],
  experiment: null,
} as const satisfies Lesson;
