import type { Lesson } from '@/lessons/lesson';

/** Lesson 8: where do all the gradients come from? */
export const backpropagation = {
  id: 'backpropagation',
  number: 8,
  minutes: [15, 25],
  steps: [
    {
      id: 'forward',
      bench: 'backpropagation-watch',
      options: { from: 'start' },
      goals: [
        { id: 'steps', when: {}, upTo: 'stage', of: 3 },
        { id: 'origin', when: { opened: 'known' } },
      ],
    },
    {
      id: 'backward',
      bench: 'backpropagation-watch',
      options: { from: 'loss' },
      goals: [
        { id: 'waiting', when: { opened: 'waiting' } },
        { id: 'back', when: { stage: { least: 7 } } },
      ],
      check: { right: 1, choices: 3 },
    },
    {
      id: 'wiggle',
      bench: 'backpropagation-watch',
      options: { from: 'end' },
      goals: [
        { id: 'weights', when: { agree: true }, each: 'wiggled', of: 2 },
        { id: 'inputs', when: { agree: true, otherInputs: true } },
      ],
      check: { right: 2, choices: 3 },
    },
    {
      id: 'fill',
      bench: 'backpropagation-fill',
      options: {},
      goals: [{ id: 'all', when: { done: true } }],
      check: { right: 0, choices: 3 },
    },
    {
      id: 'challenge',
      bench: 'backpropagation-challenge',
      options: {},
      goals: [
        { id: 'submit', when: { handedIn: true } },
        { id: 'all', when: { reached: { least: 1 } } },
      ],
    },
    {
      id: 'recap',
      bench: 'recap',
      options: { of: 'fill' },
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
      { right: 2, choices: 3 },
      { right: 0, choices: 3 },
    ],
  },
  experiment: null,
} as const satisfies Lesson;
