import type { Lesson } from '@/lessons/lesson';

/** Lesson 1: how can a program come out of examples instead of rules? */
export const learningFromData = {
  id: 'learning-from-data',
  number: 1,
  minutes: [15, 25],
  steps: [
    {
      id: 'collect',
      bench: 'pool-collect',
      options: {},
      goals: [{ id: 'five-each', when: {}, upTo: 'fewest', of: 5 }],
    },
    {
      id: 'train',
      bench: 'pool-train',
      options: { spoil: false },
      goals: [
        { id: 'finish', when: { finished: true } },
        { id: 'another', when: { finished: true }, each: 'hidden', of: 2 },
      ],
      check: { right: 2, choices: 3 },
    },
    {
      id: 'try',
      bench: 'pool-try',
      options: {},
      goals: [
        { id: 'two-answers', when: { answered: true }, each: 'answer', of: 2 },
        { id: 'fool', when: { fooled: true } },
      ],
    },
    {
      id: 'spoil',
      bench: 'pool-train',
      options: { spoil: true },
      goals: [
        { id: 'whole', when: { finished: true, spoilt: 'nothing' } },
        { id: 'spoil', when: {}, upTo: 'compared', of: 2 },
      ],
      check: { right: 1, choices: 3 },
    },
    {
      id: 'challenge',
      bench: 'pool-challenge',
      options: {},
      goals: [
        { id: 'submit', when: { handedIn: true } },
        { id: 'reach', when: { reached: { least: 1 } } },
      ],
    },
    {
      id: 'recap',
      bench: 'recap',
      options: { of: 'train' },
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
      { right: 0, choices: 3 },
      { right: 1, choices: 3 },
    ],
  },
  experiment: null,
} as const satisfies Lesson;
