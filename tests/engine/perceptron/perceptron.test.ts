import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestPossibleRows, perceptronTables } from '@/engine/perceptron/best-possible';
import { GATES } from '@/engine/perceptron/gates';
import { KNOWN_PERCEPTRONS } from '@/engine/perceptron/known-circuits';
import { blankPerceptron, learnToTheEnd } from '@/engine/perceptron/learning-rule';
import { output, type Perceptron, weightedSum } from '@/engine/perceptron/perceptron';
import { boundaryLine } from '@/engine/perceptron/plane';
import { inputRows, rowsRight, truthTable } from '@/engine/perceptron/truth-table';

const AND: Perceptron = { weights: [1, 1], threshold: 1.5 };

describe('the simple perceptron', () => {
  test('AND with w = (1, 1), θ = 1.5: only 1 + 1 reaches it', () => {
    expect(truthTable(AND)).toEqual([
      { inputs: [0, 0], sum: 0, output: 0 },
      { inputs: [0, 1], sum: 1, output: 0 },
      { inputs: [1, 0], sum: 1, output: 0 },
      { inputs: [1, 1], sum: 2, output: 1 },
    ]);
  });

  test('at the threshold the output is 1', () => {
    expect(output({ weights: [1, 1], threshold: 2 }, [1, 1])).toBe(1);
    expect(output({ weights: [0], threshold: 0 }, [1])).toBe(1);
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 6 }), (pairs) => {
        const weights = pairs.map(([weight]) => weight);
        const inputs = pairs.map(([, input]) => input);
        const threshold = weightedSum({ weights, threshold: 0 }, inputs);
        expect(output({ weights, threshold }, inputs)).toBe(1);
      }),
    );
  });

  test('the known perceptrons have their gates’ tables', () => {
    for (const [gate, perceptron] of Object.entries(KNOWN_PERCEPTRONS)) {
      const target = GATES[gate as keyof typeof KNOWN_PERCEPTRONS];
      expect(truthTable(perceptron).map((row) => row.output)).toEqual(target.outputs);
    }
  });

  test('the line on the plane ends where w₁x + w₂y = θ meets the window', () => {
    const window = { left: -0.5, right: 1.5, bottom: -0.5, top: 1.5 };
    for (const place of boundaryLine(AND, window)!) expect(place.x + place.y).toBeCloseTo(1.5);
    expect(boundaryLine({ weights: [0, 0], threshold: 1 }, window)).toBeNull();
    expect(boundaryLine({ weights: [1, 0], threshold: 9 }, window)).toBeNull();
    expect(boundaryLine({ weights: [2, 0], threshold: 1 }, window)).toEqual([
      { x: 0.5, y: -0.5 },
      { x: 0.5, y: 1.5 },
    ]);
  });
});

describe('what one perceptron can be', () => {
  test('all threshold functions are found: as many as OEIS A000609 counts', () => {
    expect([1, 2, 3, 4].map((inputs) => perceptronTables(inputs).size)).toEqual([4, 14, 104, 1882]);
    expect(() => perceptronTables(5)).toThrow(RangeError);
  });

  test('XOR: at most 3 of 4 rows; parity: at most 6 of 8; the other gates: all', () => {
    const best = Object.fromEntries(
      Object.entries(GATES).map(([gate, target]) => [gate, bestPossibleRows(target).rows]),
    );
    expect(best).toEqual({ and: 4, or: 4, nand: 4, not: 2, 'majority-3': 8, xor: 3, 'parity-3': 6 });
  });

  test('XOR: no perceptron whatever beats 3 of 4', () => {
    const number = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(number, number, number, (a, b, threshold) => {
        const answers = truthTable({ weights: [a, b], threshold }).map((row) => row.output);
        expect(rowsRight(answers, GATES.xor)).toBeLessThanOrEqual(3);
      }),
      { numRuns: 500 },
    );
  });

  test('the example reaches what is claimed', () => {
    for (const target of Object.values(GATES)) {
      const { rows, example } = bestPossibleRows(target);
      const answers = inputRows(target.inputs).map((row) => output(example, row));
      expect(rowsRight(answers, target)).toBe(rows);
    }
  });
});

describe('decimal numbers', () => {
  test('a sum that reaches the threshold on paper reaches it here too', () => {
    // 0.7 + 0.1 is 0.7999999999999999 in binary.
    expect(output({ weights: [0.7, 0.1], threshold: 0.8 }, [1, 1])).toBe(1);
    expect(weightedSum({ weights: [0.1, 0.2], threshold: 0 }, [1, 1])).toBe(0.3);
    expect(Object.is(weightedSum({ weights: [-1], threshold: 0 }, [0]), 0)).toBe(true);
  });

  test('with a rate of 0.1 the weights stay tenths, so that a circle is seen', () => {
    const xor = inputRows(2).map((inputs, i) => ({ inputs, target: GATES.xor.outputs[i]! }));
    const ending = learnToTheEnd(blankPerceptron(2), xor, 0.1);
    expect(ending.outcome).toBe('cycle');
  });
});
