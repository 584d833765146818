import { partOf, type Shape, where } from '@/base/shape';
import { perceptronShape } from '@/client/benches/unit/kept-perceptron';
import { type GateRule, type GateTask, keepsRule, levelAnswers, levelsOf } from '@/engine/challenges/gates';
import { GATES } from '@/engine/perceptron/gates';
import type { Perceptron } from '@/engine/perceptron/perceptron';
import { rowsRight } from '@/engine/perceptron/truth-table';
import type { ChallengeGate } from '@/protocol/challenges/gates';

/** Weights and θ to begin with, the plainest first. */
const STARTS = [
  { weight: 1, threshold: 0 },
  { weight: 1, threshold: 1 },
  { weight: -1, threshold: 0 },
  { weight: -1, threshold: 1 },
] as const;

/** Where a gate of the challenge begins: all weights 1 and θ = 0, but for what is given; others where these were already the gate. */
export function challengeStart({ gate, rule }: GateTask): Perceptron {
  const target = GATES[gate];
  const starts = STARTS.map(({ weight, threshold }) => ({
    weights: Array.from({ length: target.inputs }, (_, i) =>
      rule.kind === 'weight' && rule.input === i ? rule.value : weight,
    ),
    threshold: rule.kind === 'threshold' ? rule.value : threshold,
  }));
  const open = starts.find(
    (start) => rowsRight(levelAnswers(start, levelsOf(rule)), target) < target.outputs.length,
  );
  return open ?? starts[0]!;
}

/** What was kept for each gate, unless it breaks the rule. */
export function gatesShape(task: readonly GateTask[]): Shape<Partial<Record<ChallengeGate, Perceptron>>> {
  const ruleOf = new Map(task.map(({ gate, rule }) => [gate, rule]));
  return partOf([...ruleOf.keys()], (gate) =>
    where(perceptronShape(GATES[gate].inputs), (perceptron) => keepsRule(ruleOf.get(gate)!, perceptron)),
  );
}

/** How far the sliders go under a rule: shifted inputs make larger sums. */
export function challengeLimits(rule: GateRule) {
  return { weight: 3, threshold: rule.kind === 'levels' ? 12 : 6, step: 0.1 };
}
