import type { Circuit } from './circuit';
import type { Perceptron } from './perceptron';

/** Perceptrons for the gates that one perceptron can be. AND is the lesson's: only 1 + 1 reaches 1.5. */
export const KNOWN_PERCEPTRONS = {
  and: { weights: [1, 1], threshold: 1.5 },
  or: { weights: [1, 1], threshold: 0.5 },
  nand: { weights: [-1, -1], threshold: -1.5 },
  not: { weights: [-1], threshold: -0.5 },
  'majority-3': { weights: [1, 1, 1], threshold: 1.5 },
} as const satisfies Record<string, Perceptron>;

/** Worked solutions with the fewest units that two layers allow, for showing after a challenge. */
export const KNOWN_CIRCUITS = {
  /** OR and NAND into AND: at least one, but not both. 3 units. */
  xor: {
    inputs: 2,
    layers: [[KNOWN_PERCEPTRONS.or, KNOWN_PERCEPTRONS.nand], [KNOWN_PERCEPTRONS.and]],
  },
  /** At least 1, minus at least 2, plus at least 3: the count goes on, off, on. 4 units. */
  'parity-3': {
    inputs: 3,
    layers: [
      [
        { weights: [1, 1, 1], threshold: 0.5 },
        { weights: [1, 1, 1], threshold: 1.5 },
        { weights: [1, 1, 1], threshold: 2.5 },
      ],
      [{ weights: [1, -1, 1], threshold: 0.5 }],
    ],
  },
} as const satisfies Record<string, Circuit>;
