import type { Lesson } from '@/lessons/lesson';

/** Lesson 6: how do we say in one number how wrong it is? */
export const loss = {
  id: 'loss',
  number: 6,
  minutes: [15, 25],
  steps: [
    {
      id: 'how-wrong',
      bench: 'loss-curves',
      options: { outputs: 'several' },
      check: { right: 1, choices: 3 },
    },
    { id: 'two-losses', bench: 'loss-curves', options: { outputs: 'one' }, check: { right: 2, choices: 3 } },
    { id: 'race', bench: 'loss-race', options: { start: 'saturated' }, prediction: { choices: 3 } },
    { id: 'fair-start', bench: 'loss-race', options: { start: 'fitting' }, check: { right: 0, choices: 3 } },
    { id: 'challenge', bench: 'loss-challenge', options: {} },
  ],
  experiment: null,
} as const satisfies Lesson;
