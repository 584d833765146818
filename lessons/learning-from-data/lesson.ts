import type { Lesson } from '@/lessons/lesson';

/** Lesson 1: how can a program come out of examples instead of rules? */
export const learningFromData = {
  id: 'learning-from-data',
  number: 1,
  minutes: [15, 25],
  steps: [
    { id: 'collect', bench: 'pool-collect', options: {} },
    { id: 'train', bench: 'pool-train', options: { spoil: false }, check: { right: 2, choices: 3 } },
    { id: 'try', bench: 'pool-try', options: {} },
    { id: 'spoil', bench: 'pool-train', options: { spoil: true }, check: { right: 1, choices: 3 } },
    { id: 'challenge', bench: 'pool-challenge', options: {} },
  ],
  experiment: null,
} as const satisfies Lesson;
