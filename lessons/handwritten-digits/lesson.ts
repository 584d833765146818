import type { Lesson } from '@/lessons/lesson';

const experiment: Lesson['experiment'] = {
  dataset: 'digits',
  examples: 6_000,
  network: { kind: 'dense', hidden: [32], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 32,
  epochs: 5,
  l2: 0,
};

/** Loss, update rule and their like come in lessons 6 to 9. */
const SETTINGS = ['network', 'learningRate', 'batchSize', 'epochs'] as const;

/** Lesson 5: does it work on real pictures? */
export const handwrittenDigits = {
  id: 'handwritten-digits',
  number: 5,
  minutes: [15, 25],
  steps: [
    {
      id: 'look',
      bench: 'digits-pictures',
      options: {},
      goals: [
        { id: 'leaf', when: { page: { least: 1 } }, each: 'page', of: 3 },
        { id: 'guess', when: {}, upTo: 'guessed', of: 5 },
      ],
    },
    {
      id: 'train',
      bench: 'digits-training',
      options: { settings: SETTINGS },
      goals: [
        { id: 'finish', when: { finished: true } },
        { id: 'change', when: {}, upTo: 'tried', of: 2 },
      ],
      check: { right: 1, choices: 3 },
    },
    {
      id: 'draw',
      bench: 'digits-drawing',
      options: {},
      goals: [
        { id: 'three', when: { answered: true }, each: 'answer', of: 3 },
        { id: 'follow', when: { followed: true } },
        { id: 'flip', when: { flipped: true } },
      ],
      check: { right: 2, choices: 3 },
    },
    {
      id: 'ours',
      bench: 'digits-ours',
      options: {},
      goals: [
        { id: 'file', when: {}, upTo: 'labels', of: 10 },
        { id: 'test', when: { tested: { least: 10 } } },
      ],
      check: { right: 0, choices: 3 },
    },
    {
      id: 'challenge',
      bench: 'digits-challenge',
      options: { minutes: 10, pictures: 'own', settings: SETTINGS },
      goals: [
        { id: 'accuracy', when: { accuracy: { least: 0.8 } } },
        { id: 'submit', when: { handedIn: true } },
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
      { right: 1, choices: 3 },
    ],
    after: [
      { right: 0, choices: 3 },
      { right: 2, choices: 3 },
    ],
  },
  experiment,
} as const satisfies Lesson;
