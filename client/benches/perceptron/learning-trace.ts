import { GATES } from '@/engine/perceptron/gates';
import {
  blankPerceptron,
  type Example,
  type LearningEnd,
  type LearningStep,
  learn,
} from '@/engine/perceptron/learning-rule';
import { output, type Perceptron } from '@/engine/perceptron/perceptron';
import { type SeparablePoints, separablePoints } from '@/engine/perceptron/separable-points';
import { inputRows } from '@/engine/perceptron/truth-table';
import { createRandom } from '@/engine/random';

export const POINT_SETS = ['and', 'separable', 'xor'] as const;
export type PointSetName = (typeof POINT_SETS)[number];

/** Names the stream from which example points are drawn. */
const STREAM = 0x1ea4;
const COUNT = 16;
const MARGIN = 0.12;
const MOST_ROUNDS = 300;

/** The separable points of a class (or visitor); `draw` counts how often new ones were asked for. */
export function dealtPoints(seed: number, draw: number): SeparablePoints {
  return separablePoints(createRandom(seed, STREAM, draw), COUNT, MARGIN);
}

/** The examples of a set, in their order. Of a gate: its rows. */
export function examplesOfSet(name: PointSetName, seed: number, draw: number): Example[] {
  if (name === 'separable') return dealtPoints(seed, draw).examples;
  return inputRows(2).map((inputs, i) => ({ inputs, target: GATES[name].outputs[i]! }));
}

/** A whole training in advance: it is short and depends on nothing else, so that one can go to any place of it. */
export interface Trace {
  examples: readonly Example[];
  steps: readonly LearningStep[];
  ending: LearningEnd;
}

/** Learns from zeros to the end: a round without a mistake, or one that came before, or too many. */
export function traceOf(examples: readonly Example[], rate: number): Trace {
  const steps: LearningStep[] = [];
  const course = learn(blankPerceptron(examples[0]?.inputs.length ?? 0), examples, rate, MOST_ROUNDS);
  for (;;) {
    const next = course.next();
    if (next.done) return { examples, steps, ending: next.value };
    steps.push(next.value);
  }
}

/** The perceptron after so many steps. */
export function perceptronAt({ steps, examples }: Trace, taken: number): Perceptron {
  return steps[taken - 1]?.after ?? blankPerceptron(examples[0]?.inputs.length ?? 0);
}

/** Mistakes in each round begun so far. */
export function mistakesByRound({ steps, examples }: Trace, taken: number): number[] {
  const rounds = new Array<number>(Math.ceil(taken / examples.length)).fill(0);
  for (let i = 0; i < taken; i++) {
    if (steps[i]!.error !== 0) rounds[Math.floor(i / examples.length)]!++;
  }
  return rounds;
}

/** How many examples a perceptron answers rightly. */
export function examplesRight(perceptron: Perceptron, examples: readonly Example[]): number {
  return examples.filter(({ inputs, target }) => output(perceptron, inputs) === target).length;
}
