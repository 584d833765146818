import { type Bit, output, type Perceptron, weightedSum } from './perceptron';
import { inputRows, rowsRight, type Target } from './truth-table';

/**
 * Perceptrons in layers: the units of the first layer see the inputs, those of the next see the answers of the layer
 * before. The last layer has one unit, whose answer is the circuit's.
 */
export interface Circuit {
  readonly inputs: number;
  readonly layers: readonly (readonly Perceptron[])[];
}

/** What is wrong with a circuit; closed. */
export type CircuitFault =
  | 'no-layer'
  | 'empty-layer'
  | 'not-one-output'
  | 'wrong-weight-count'
  | 'not-finite';

/** The first fault of a circuit, or null: what comes from elsewhere (a submission) is checked before it is evaluated. */
export function circuitFault(circuit: Circuit): CircuitFault | null {
  if (circuit.layers.length === 0) return 'no-layer';
  if (circuit.layers.some((layer) => layer.length === 0)) return 'empty-layer';
  if (circuit.layers.at(-1)!.length !== 1) return 'not-one-output';
  let width = circuit.inputs;
  for (const layer of circuit.layers) {
    for (const unit of layer) {
      if (unit.weights.length !== width) return 'wrong-weight-count';
      if (![...unit.weights, unit.threshold].every(Number.isFinite)) return 'not-finite';
    }
    width = layer.length;
  }
  return null;
}

/** A unit's part in one evaluation. */
export interface UnitAnswer {
  readonly sum: number;
  readonly output: Bit;
}

/** Every unit's sum and answer, layer by layer: for showing how the signal flows. */
export function evaluateUnits(circuit: Circuit, inputs: ArrayLike<number>): UnitAnswer[][] {
  let signal: ArrayLike<number> = inputs;
  return circuit.layers.map((layer) => {
    const answers = layer.map((unit) => ({
      sum: weightedSum(unit, signal),
      output: output(unit, signal),
    }));
    signal = answers.map((answer) => answer.output);
    return answers;
  });
}

/** The circuit's answer. Inputs may be bits or any numbers, such as a place on the plane. */
export function evaluateCircuit(circuit: Circuit, inputs: ArrayLike<number>): Bit {
  return evaluateUnits(circuit, inputs).at(-1)![0]!.output;
}

/** Perceptrons in the circuit, the last one too: the score of a challenge is the fewer the better. */
export function countUnits(circuit: Circuit): number {
  return circuit.layers.reduce((count, layer) => count + layer.length, 0);
}

/** The truth table of one unit (or of the whole circuit: its last unit) over all rows of bits. */
export function unitTable(circuit: Circuit, layer: number, unit: number): Bit[] {
  return inputRows(circuit.inputs).map((row) => evaluateUnits(circuit, row)[layer]![unit]!.output);
}

/** How many rows of the target the circuit gets right. */
export function circuitRowsRight(circuit: Circuit, target: Target): number {
  return rowsRight(
    inputRows(circuit.inputs).map((row) => evaluateCircuit(circuit, row)),
    target,
  );
}
