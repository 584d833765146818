import type { CircuitsTask } from '@/engine/challenges/circuits';
import type { GateTask } from '@/engine/challenges/gates';
import { GATES } from '@/engine/perceptron/gates';
import { KNOWN_PERCEPTRONS } from '@/engine/perceptron/known-circuits';
import type { Perceptron } from '@/engine/perceptron/perceptron';
import type { CircuitGoal } from '@/protocol/challenges/circuits';
import type { CircuitsAnswer } from '@/protocol/challenges/circuits-answer';

type Unit = CircuitsAnswer['layers'][0][number];

/** A solution within what the bench's sliders reach (weights to ±3, tenths), for whatever was dealt. */
export function solveGate({ gate, rule }: GateTask): Perceptron {
  const { inputs } = GATES[gate];
  // Textbook: s ≥ θ with all weights 1 (or −1); scaled by the dealt number, or moved to the dealt levels.
  const known: Perceptron = KNOWN_PERCEPTRONS[gate];
  const sign = known.weights[0]!;
  if (rule.kind === 'levels') {
    const ones = known.threshold / sign;
    const threshold = sign * (inputs * rule.off + ones * (rule.on - rule.off));
    return { weights: [...known.weights], threshold: Math.round(threshold * 10) / 10 };
  }
  if (rule.kind === 'weight') {
    const weights = known.weights.map(() => rule.value);
    // Half-way between two counts of ones, to a hundredth.
    return { weights, threshold: Math.round((known.threshold / sign) * rule.value * 100) / 100 };
  }
  // θ given: the count of ones that must reach it, times w, lies just at or beyond it.
  const least = Math.ceil(Math.abs(known.threshold));
  const size = Math.abs(rule.value);
  const w = sign > 0 ? Math.ceil((size / least) * 10) / 10 : Math.floor((size / (least - 1 || 1)) * 10) / 10;
  const weight = gate === 'not' ? -3 : sign > 0 ? w : -w;
  return { weights: known.weights.map(() => weight), threshold: rule.value };
}

/** A solution with the fewest units, for whatever was dealt. */
export function solveCircuit(task: CircuitsTask, part: CircuitGoal): CircuitsAnswer {
  if (part === 'box') {
    const { left, right, bottom, top } = task.box;
    return {
      part,
      layers: [
        [
          { weights: [1, 0], threshold: left },
          { weights: [-1, 0], threshold: -right },
          { weights: [0, 1], threshold: bottom },
          { weights: [0, -1], threshold: -top },
        ],
        [{ weights: [1, 1, 1, 1], threshold: 3.5 }],
      ],
    };
  }
  const { inputs } = GATES[part];
  const { value } = task[part];
  const size = Math.abs(value);
  // Unit A has the dealt weight everywhere: "at least one" if it is above 0, "fewer than one more than all others" if below.
  const first: Unit =
    value > 0
      ? { weights: Array(inputs).fill(value), threshold: size / 2 }
      : { weights: Array(inputs).fill(value), threshold: -size * (inputs - 0.5) };
  const ones = (least: number): Unit => ({
    weights: Array(inputs).fill(1),
    threshold: least - 0.5,
  });
  const second: Unit =
    value > 0
      ? { weights: inputs === 2 ? [1, -1] : [1, -1, 1], threshold: 0.5 }
      : // A says "not all": with it XOR is "one, and not all"; parity is "one, not two, or all".
        inputs === 2
        ? { weights: [1, 1], threshold: 1.5 }
        : { weights: [-2, 1, -1], threshold: -1 };
  const rest = value > 0 ? (inputs === 2 ? [2] : [2, 3]) : inputs === 2 ? [1] : [1, 2];
  return { part, layers: [[first, ...rest.map(ones)], [second]] };
}
