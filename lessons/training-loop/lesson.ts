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

/** Every knob that a lesson has been about. */
const SETTINGS = [
  'network',
  'activation',
  'optimizer',
  'learningRate',
  'batchSize',
  'epochs',
  'l2',
  'loss',
] as const;

/** Lesson 9: what does the whole machine look like when it runs? */
export const trainingLoop = {
  id: 'training-loop',
  number: 9,
  minutes: [20, 25],
  steps: [
    {
      id: 'assemble',
      bench: 'loop-blocks',
      options: { goal: 'right' },
      goals: [
        { id: 'blocks', when: {}, upTo: 'blocks', of: 5 },
        { id: 'learn', when: { learns: true } },
      ],
      check: { right: 1, choices: 3 },
    },
    {
      id: 'break',
      bench: 'loop-blocks',
      options: { goal: 'wrong' },
      goals: [{ id: 'four', when: {}, upTo: 'found', of: 4 }],
      check: { right: 2, choices: 3 },
    },
    {
      id: 'run',
      bench: 'loop-run',
      options: {},
      goals: [
        { id: 'step', when: {}, upTo: 'singly', of: 3 },
        { id: 'train', when: { finished: true } },
      ],
      check: { right: 1, choices: 3 },
    },
    {
      id: 'knobs',
      bench: 'digits-training',
      options: { settings: SETTINGS },
      goals: [{ id: 'three', when: {}, upTo: 'tried', of: 3 }],
    },
    {
      id: 'challenge',
      bench: 'digits-challenge',
      options: { minutes: 5, pictures: 'any', settings: SETTINGS },
      goals: [
        { id: 'accuracy', when: { accuracy: { least: 0.8 } } },
        { id: 'submit', when: { handedIn: true } },
      ],
    },
    {
      id: 'recap',
      bench: 'recap',
      options: { of: 'assemble' },
      goals: [{ id: 'use', when: { used: true } }],
      check: { right: 0, choices: 3 },
    },
  ],
  quiz: {
    before: [
      { right: 0, choices: 3 },
      { right: 2, choices: 3 },
    ],
    after: [
      { right: 1, choices: 3 },
      { right: 0, choices: 3 },
    ],
  },
  experiment,
} as const satisfies Lesson;
