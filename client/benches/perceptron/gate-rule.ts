import { partOf, type Shape, where } from '@/base/shape';
import { perceptronShape } from '@/client/benches/unit/kept-perceptron';
import { type GateRule, type GateTask, keepsRule } from '@/engine/challenges/gates';
import { GATES } from '@/engine/perceptron/gates';
import type { Perceptron } from '@/engine/perceptron/perceptron';
import type { ChallengeGate } from '@/protocol/challenges/gates';

/** Where a gate of the challenge begins: all weights 1 and θ = 0, but for what is given. */
export function challengeStart({ gate, rule }: GateTask): Perceptron {
  const weights = Array.from({ length: GATES[gate].inputs }, (_, i) =>
    rule.kind === 'weight' && rule.input === i ? rule.value : 1,
  );
  return { weights, threshold: rule.kind === 'threshold' ? rule.value : 0 };
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
