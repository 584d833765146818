import { type Circuit, countUnits, evaluateUnits } from '@/engine/perceptron/circuit';
import type { Bit } from '@/engine/perceptron/perceptron';
import { scoreBox } from '@/engine/perceptron/plane';
import { inputRows } from '@/engine/perceptron/truth-table';
import type { CircuitGoalSetup } from './circuit-goals';

/** One row of bits through the whole circuit. */
export interface CircuitRow {
  inputs: readonly Bit[];
  /** The first layer's sums and answers. */
  sums: readonly number[];
  answers: readonly Bit[];
  /** The last unit's. */
  sum: number;
  output: Bit;
  wanted: Bit | null;
}

export interface CircuitState {
  rows: readonly CircuitRow[];
  /** Rows, or places of the square, that are right, and of how many; null where nothing is wanted. */
  right: number | null;
  of: number;
  units: number;
  done: boolean;
}

/** What a circuit does and how far it is from its goal. */
export function circuitState(circuit: Circuit, setup: CircuitGoalSetup): CircuitState {
  const rows = inputRows(circuit.inputs).map((inputs, i): CircuitRow => {
    const [first, last] = evaluateUnits(circuit, inputs);
    return {
      inputs,
      sums: first!.map(({ sum }) => sum),
      answers: first!.map(({ output }) => output),
      sum: last![0]!.sum,
      output: last![0]!.output,
      wanted: setup.target?.outputs[i] ?? null,
    };
  });
  const units = countUnits(circuit);
  if (setup.box) {
    const { right, places } = scoreBox(circuit, setup.box);
    return { rows, right, of: places, units, done: right === places };
  }
  if (!setup.target) return { rows, right: null, of: 0, units, done: false };
  const right = rows.filter(({ output, wanted }) => output === wanted).length;
  return { rows, right, of: rows.length, units, done: right === rows.length };
}
