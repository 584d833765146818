import { describe, expect, test } from 'vitest';
import {
  type Circuit,
  circuitFault,
  circuitRowsRight,
  countUnits,
  evaluateUnits,
  unitTable,
} from '@/engine/perceptron/circuit';
import { GATES } from '@/engine/perceptron/gates';
import { KNOWN_CIRCUITS } from '@/engine/perceptron/known-circuits';
import { CHALLENGE_BOX, scoreBox } from '@/engine/perceptron/plane';

describe('perceptrons in layers', () => {
  test('XOR from three perceptrons, parity of three from four', () => {
    expect(circuitRowsRight(KNOWN_CIRCUITS.xor, GATES.xor)).toBe(4);
    expect(countUnits(KNOWN_CIRCUITS.xor)).toBe(3);
    expect(circuitRowsRight(KNOWN_CIRCUITS['parity-3'], GATES['parity-3'])).toBe(8);
    expect(countUnits(KNOWN_CIRCUITS['parity-3'])).toBe(4);
  });

  test('every unit shows its own sum and table', () => {
    expect(evaluateUnits(KNOWN_CIRCUITS.xor, [1, 1])).toEqual([
      [
        { sum: 2, output: 1 },
        { sum: -2, output: 0 },
      ],
      [{ sum: 1, output: 0 }],
    ]);
    expect(unitTable(KNOWN_CIRCUITS.xor, 0, 0)).toEqual(GATES.or.outputs);
    expect(unitTable(KNOWN_CIRCUITS.xor, 0, 1)).toEqual(GATES.nand.outputs);
    expect(unitTable(KNOWN_CIRCUITS.xor, 1, 0)).toEqual(GATES.xor.outputs);
  });

  test('inside the box: four lines and an AND get every place right, three lines do not', () => {
    const lines = [
      { weights: [1, 0], threshold: CHALLENGE_BOX.left },
      { weights: [-1, 0], threshold: -CHALLENGE_BOX.right },
      { weights: [0, 1], threshold: CHALLENGE_BOX.bottom },
      { weights: [0, -1], threshold: -CHALLENGE_BOX.top },
    ];
    const circuit = (sides: typeof lines): Circuit => ({
      inputs: 2,
      layers: [sides, [{ weights: sides.map(() => 1), threshold: sides.length - 0.5 }]],
    });
    const whole = scoreBox(circuit(lines));
    expect(whole.right).toBe(whole.places);
    expect(whole.units).toBe(5);
    expect(whole.places).toBeGreaterThan(1300);
    expect(scoreBox(circuit(lines.slice(0, 3))).right).toBeLessThan(whole.places);
  });

  test('a circuit from elsewhere is checked', () => {
    const unit = { weights: [1, 1], threshold: 1 };
    expect(circuitFault(KNOWN_CIRCUITS.xor)).toBeNull();
    expect(circuitFault({ inputs: 2, layers: [] })).toBe('no-layer');
    expect(circuitFault({ inputs: 2, layers: [[], [unit]] })).toBe('empty-layer');
    expect(circuitFault({ inputs: 2, layers: [[unit, unit]] })).toBe('not-one-output');
    expect(circuitFault({ inputs: 3, layers: [[unit]] })).toBe('wrong-weight-count');
    expect(circuitFault({ inputs: 2, layers: [[{ ...unit, threshold: Number.NaN }]] })).toBe('not-finite');
  });
});
