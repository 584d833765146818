import { GATES, type GateId } from '@/engine/perceptron/gates';
import type { Perceptron } from '@/engine/perceptron/perceptron';
import type { Target } from '@/engine/perceptron/truth-table';
import type { BenchOptions } from '@/lessons/bench';

/** What the build bench can ask for: a gate, or nothing with two to four inputs. */
export const GOALS = [
  'and',
  'or',
  'nand',
  'not',
  'majority-3',
  'xor',
  'parity-3',
  'free-2',
  'free-3',
  'free-4',
] as const;
export type Goal = (typeof GOALS)[number];

/** The table wanted, or null. */
export function goalTarget(goal: Goal): Target | null {
  return goal.startsWith('free') ? null : GATES[goal as GateId];
}

export function goalInputs(goal: Goal): number {
  return goalTarget(goal)?.inputs ?? Number(goal.at(-1));
}

/** With which goal a step's bench opens. */
export function firstGoal({ gate, inputs }: BenchOptions['perceptron-build']): Goal {
  return gate === 'free' ? `free-${inputs}` : gate;
}

/** Where everybody begins: all weights 1 and θ = 1.5, which is AND for two inputs. */
export function goalStart(goal: Goal): Perceptron {
  return { weights: Array(goalInputs(goal)).fill(1), threshold: 1.5 };
}

/** How far the sliders go: far enough for every gate with weights of some size. */
export const BUILD_LIMITS = { weight: 3, threshold: 6, step: 0.1 } as const;
