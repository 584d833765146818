import type { Lesson } from '@/lessons/lesson';

/** Lesson 7: which way is less wrong, and how far to go? */
export const gradientDescent = {
  id: 'gradient-descent',
  number: 7,
  minutes: [15, 25],
  steps: [
    {
      id: 'curve',
      bench: 'descent-curve',
      options: { rate: 0.1 },
      goals: [
        { id: 'lowest', when: { curve: 'parabola', arrived: true } },
        { id: 'missed', when: { curve: ['two-valleys', 'plateau'], missed: true } },
      ],
      check: { right: 0, choices: 3 },
    },
    {
      id: 'rate',
      bench: 'descent-curve',
      options: { rate: 2.1 },
      goals: [
        { id: 'run', when: { curve: 'parabola', openingRate: true, told: true } },
        { id: 'stories', when: { told: true, story: ['creeps', 'slides', 'swings'] }, each: 'story', of: 3 },
      ],
      prediction: { choices: 4 },
    },
    {
      id: 'landscape',
      bench: 'descent-landscape',
      options: {},
      goals: [
        { id: 'arrive', when: { arrived: true } },
        { id: 'three', when: { over: true }, each: 'landscape', of: 3 },
      ],
      check: { right: 2, choices: 3 },
    },
    {
      id: 'noise',
      bench: 'descent-noise',
      options: {},
      goals: [
        { id: 'steps', when: { clock: 'steps', finished: true } },
        { id: 'examples', when: { clock: 'examples', finished: true } },
      ],
      check: { right: 1, choices: 3 },
    },
    {
      id: 'ahead',
      bench: 'descent-ahead',
      options: {},
      goals: [
        { id: 'valley', when: { landscape: 'narrow-valley', compared: true } },
        { id: 'another', when: { compared: true }, each: 'landscape', of: 2 },
      ],
    },
    {
      id: 'challenge',
      bench: 'descent-challenge',
      options: {},
      goals: [{ id: 'ring', when: {}, upTo: 'reached', of: 3 }],
    },
    {
      id: 'recap',
      bench: 'recap',
      options: { of: 'landscape' },
      goals: [{ id: 'use', when: { used: true } }],
      check: { right: 0, choices: 3 },
    },
  ],
  quiz: {
    before: [
      { right: 1, choices: 3 },
      { right: 0, choices: 3 },
    ],
    after: [
      { right: 0, choices: 3 },
      { right: 2, choices: 3 },
    ],
  },
  experiment: null,
} as const satisfies Lesson;
