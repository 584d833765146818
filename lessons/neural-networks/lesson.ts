import type { Lesson } from '@/lessons/lesson';
import { BEND, FEATURES_SETUP, LAYERS, OVERFITTING, XOR } from './setups';

/** Lesson 4: what if the units bend instead of step, and there are many? */
export const neuralNetworks = {
  id: 'neural-networks',
  number: 4,
  minutes: [15, 25],
  steps: [
    { id: 'bend', bench: 'playground', options: BEND },
    { id: 'layers', bench: 'playground', options: LAYERS, check: { right: 1, choices: 4 } },
    { id: 'xor', bench: 'playground', options: XOR, prediction: { choices: 4 } },
    { id: 'features', bench: 'playground', options: FEATURES_SETUP, check: { right: 2, choices: 3 } },
    { id: 'overfitting', bench: 'playground', options: OVERFITTING, check: { right: 0, choices: 3 } },
    { id: 'challenge', bench: 'playground-challenge', options: {} },
  ],
  experiment: null,
} as const satisfies Lesson;
