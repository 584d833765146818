import type { GivenWeight } from '@/engine/challenges/circuits';
import { GATES } from '@/engine/perceptron/gates';
import type { Perceptron } from '@/engine/perceptron/perceptron';
import { type Box, CHALLENGE_BOX } from '@/engine/perceptron/plane';
import type { Target } from '@/engine/perceptron/truth-table';
import type { BenchOptions } from '@/lessons/bench';

/** What two layers can be asked for. */
export type CircuitTarget = BenchOptions['circuit-build']['target'];

export const CIRCUIT_TARGETS = [
  'xor',
  'parity-3',
  'box',
  'and',
  'or',
  'nand',
  'not',
  'majority-3',
  'free',
] as const satisfies readonly CircuitTarget[];

/** Two layers: the first, and the one unit of the second. */
export interface TwoLayers {
  readonly first: readonly Perceptron[];
  readonly last: Perceptron;
}

/** The letters of the first layer's units. */
export const UNIT_NAMES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** All that decides what a circuit bench shows. */
export interface CircuitGoalSetup {
  inputs: number;
  /** Rows that are wanted; null for the box and for free play. */
  target: Target | null;
  box: Box | null;
  /** The part of the plane that is shown. */
  window: Box;
  ticks: readonly number[];
  /** A weight of unit A that the task gives. */
  given: GivenWeight | null;
}

const BITS_WINDOW: Box = { left: -0.6, right: 1.6, bottom: -0.6, top: 1.6 };
const SQUARE: Box = { left: 0, right: 1, bottom: 0, top: 1 };

export function setupOf(
  target: CircuitTarget,
  box: Box = CHALLENGE_BOX,
  given: GivenWeight | null = null,
): CircuitGoalSetup {
  if (target === 'box')
    return { inputs: 2, target: null, box, window: SQUARE, ticks: [0.25, 0.5, 0.75], given: null };
  const gate = target === 'free' ? null : GATES[target];
  return {
    inputs: gate?.inputs ?? 2,
    target: gate,
    box: null,
    window: BITS_WINDOW,
    ticks: [0, 1],
    given,
  };
}

/** How far the numbers of a first unit go, and of the last. */
export function limitsOf(setup: CircuitGoalSetup, isLast: boolean) {
  return isLast || setup.box === null
    ? { weight: 3, threshold: 9, step: 0.1 }
    : { weight: 3, threshold: 3, step: 0.05 };
}

/** A new first unit: for bits "at least one", for the plane a line through the middle. */
export function freshUnit(setup: CircuitGoalSetup): Perceptron {
  const weights = Array<number>(setup.inputs).fill(1);
  return setup.box ? { weights: [1, 0], threshold: 0.5 } : { weights, threshold: 0.5 };
}
