import type { TableRow } from '@/client/benches/unit/truth-table';
import { type Bit, output, weightedSum } from '@/engine/perceptron/perceptron';
import type { UnitPlace } from './circuit-edits';
import type { CircuitGoalSetup, TwoLayers } from './circuit-goals';
import type { CircuitRow } from './circuit-state';
import { cellsOf } from './plane-cells';

/** One case that a unit meets: what comes in, what it makes of it, and which rows of the circuit lead there. */
export interface UnitRow extends TableRow {
  inputs: readonly Bit[];
  /** The circuit's rows (such as 01 and 10) that reach the unit as this case; empty for pieces of the plane. */
  from: readonly string[];
}

/**
 * The cases that a unit really meets. A first unit meets every row of bits. The last meets only those answers that the first layer
 * gives for some row (or, on the plane, for some piece): often fewer than 2^N, and that is what helps.
 */
export function unitRows(
  setup: CircuitGoalSetup,
  layers: TwoLayers,
  place: UnitPlace,
  rows: readonly CircuitRow[],
): UnitRow[] {
  if (place !== 'last') {
    return setup.box
      ? []
      : rows.map((row) => ({
          inputs: row.inputs,
          sum: row.sums[place]!,
          output: row.answers[place]!,
          wanted: null,
          from: [row.inputs.join('')],
        }));
  }
  const met = new Map<string, UnitRow>();
  const add = (inputs: readonly Bit[], wanted: Bit | null, from: readonly string[]) => {
    const key = inputs.join('');
    const known = met.get(key);
    met.set(key, {
      inputs,
      sum: weightedSum(layers.last, inputs),
      output: output(layers.last, inputs),
      // Two rows that arrive as one case cannot be told apart any more: then nothing single is wanted.
      wanted: known && known.wanted !== wanted ? null : wanted,
      from: [...(known?.from ?? []), ...from],
    });
  };
  if (setup.box) for (const cell of cellsOf(setup.window, layers.first)) add(cell.answers, null, []);
  else for (const row of rows) add(row.answers, row.wanted, [row.inputs.join('')]);
  return [...met.values()].sort((a, b) => a.inputs.join('').localeCompare(b.inputs.join('')));
}
