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
      goals: [
        { id: 'compare', when: { preset: ['spread', 'single'] }, each: 'preset', of: 2 },
        { id: 'zero', when: { sum: { most: 0.001 } } },
      ],
      check: { right: 1, choices: 3 },
    },
    {
      id: 'two-losses',
      bench: 'loss-curves',
      options: { outputs: 'one' },
      goals: [
        { id: 'wrong', when: { wanted: 0, y: { least: 0.95 } } },
        { id: 'right', when: { wanted: 0, y: { most: 0.1 } } },
      ],
      check: { right: 2, choices: 3 },
    },
    {
      id: 'race',
      bench: 'loss-race',
      options: { start: 'saturated' },
      goals: [
        { id: 'decided', when: { start: 'saturated', decided: true } },
        { id: 'slow', when: { start: 'saturated', speed: 'slow', running: true, taken: { least: 10 } } },
      ],
      prediction: { choices: 3 },
    },
    {
      id: 'fair-start',
      bench: 'loss-race',
      options: { start: 'fitting' },
      goals: [
        { id: 'fair', when: { start: 'fitting', decided: true } },
        { id: 'large', when: { start: 'large', decided: true } },
      ],
      check: { right: 0, choices: 3 },
    },
    {
      id: 'challenge',
      bench: 'loss-challenge',
      options: {},
      goals: [{ id: 'parts', when: {}, upTo: 'reached', of: 2 }],
    },
    {
      id: 'recap',
      bench: 'recap',
      options: { of: 'race' },
      goals: [{ id: 'use', when: { used: true } }],
      check: { right: 0, choices: 3 },
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
