import type { Lesson } from '@/lessons/lesson';
import { BEND, FEATURES_SETUP, LAYERS, OVERFITTING, XOR } from './setups';

/** Lesson 4: what if the units bend instead of step, and there are many? */
export const neuralNetworks = {
  id: 'neural-networks',
  number: 4,
  minutes: [15, 25],
  steps: [
    {
      id: 'bend',
      bench: 'playground',
      options: BEND,
      goals: [
        { id: 'step', when: { activation: 'step', steps: { least: 200 } } },
        { id: 'enclose', when: { activation: ['tanh', 'sigmoid', 'relu'], testAccuracy: { least: 0.9 } } },
      ],
    },
    {
      id: 'layers',
      bench: 'playground',
      options: LAYERS,
      goals: [
        { id: 'grow', when: { weights: { least: 1 } }, each: 'weights', of: 3 },
        { id: 'look', when: { looking: true }, each: 'unit', of: 3 },
      ],
      check: { right: 1, choices: 4 },
    },
    {
      id: 'xor',
      bench: 'playground',
      options: XOR,
      goals: [
        { id: 'kept', when: { kept: true } },
        { id: 'weight', when: { zeroed: true } },
      ],
      prediction: { choices: 4 },
    },
    {
      id: 'features',
      bench: 'playground',
      options: FEATURES_SETUP,
      goals: [
        { id: 'circle', when: { points: 'circle', layers: 0, testAccuracy: { least: 0.95 } } },
        {
          id: 'product',
          when: { points: 'xor', layers: 0, features: 'x1-x2', testAccuracy: { least: 0.95 } },
        },
      ],
      check: { right: 2, choices: 3 },
    },
    {
      id: 'overfitting',
      bench: 'playground',
      options: OVERFITTING,
      goals: [
        { id: 'gap', when: { trainLoss: { most: 0.05 }, gap: { least: 0.3 } } },
        { id: 'remedy', when: { remedy: true, steps: { least: 500 } } },
      ],
      check: { right: 0, choices: 3 },
    },
    {
      id: 'challenge',
      bench: 'playground-challenge',
      options: {},
      goals: [
        { id: 'submit', when: { handedIn: true } },
        { id: 'reach', when: { reached: { least: 1 } } },
      ],
    },
    {
      id: 'recap',
      bench: 'recap',
      options: { of: 'xor' },
      goals: [{ id: 'use', when: { used: true } }],
      check: { right: 0, choices: 3 },
    },
  ],
  quiz: {
    before: [
      { right: 2, choices: 3 },
      { right: 1, choices: 3 },
    ],
    after: [
      { right: 0, choices: 3 },
      { right: 0, choices: 3 },
    ],
  },
  experiment: null,
} as const satisfies Lesson;
