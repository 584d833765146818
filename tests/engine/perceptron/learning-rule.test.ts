import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GATES, type GateId } from '@/engine/perceptron/gates';
import {
  blankPerceptron,
  type Example,
  learn,
  learnOne,
  learnToTheEnd,
  mistakeBound,
} from '@/engine/perceptron/learning-rule';
import { output } from '@/engine/perceptron/perceptron';
import { separablePoints } from '@/engine/perceptron/separable-points';
import { inputRows } from '@/engine/perceptron/truth-table';
import { createRandom } from '@/engine/random';

function examplesOf(gate: GateId): Example[] {
  const target = GATES[gate];
  return inputRows(target.inputs).map((inputs, row) => ({ inputs, target: target.outputs[row]! }));
}

describe('the perceptron rule', () => {
  test('one step, number by number', () => {
    const before = { weights: [0.5, -1], threshold: 0 };
    expect(learnOne(before, { inputs: [1, 2], target: 1 }, 7, 0.5)).toEqual({
      example: 7,
      inputs: [1, 2],
      target: 1,
      before,
      sum: -1.5,
      output: 0,
      error: 1,
      after: { weights: [1, 0], threshold: -0.5 },
    });
    const right = learnOne(before, { inputs: [1, 2], target: 0 }, 0);
    expect(right.error).toBe(0);
    expect(right.after).toBe(before);
  });

  test('learns AND, OR, NAND, NOT and the majority', () => {
    for (const gate of ['and', 'or', 'nand', 'not', 'majority-3'] as const) {
      const ending = learnToTheEnd(blankPerceptron(GATES[gate].inputs), examplesOf(gate));
      expect(ending.outcome).toBe('converged');
      for (const { inputs, target } of examplesOf(gate))
        expect(output(ending.perceptron, inputs)).toBe(target);
    }
  });

  test('goes in a circle on XOR and on parity, and proves it', () => {
    for (const gate of ['xor', 'parity-3'] as const) {
      const ending = learnToTheEnd(blankPerceptron(GATES[gate].inputs), examplesOf(gate));
      if (ending.outcome !== 'cycle') throw new Error(ending.outcome);
      // One more turn of the circle ends where it began.
      let perceptron = ending.perceptron;
      for (let round = 0; round < ending.length; round++)
        examplesOf(gate).forEach((example, i) => {
          perceptron = learnOne(perceptron, example, i).after;
        });
      expect(perceptron).toEqual(ending.perceptron);
    }
  });

  test('converges on separable points, within Novikoff’s bound', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 0xffffffff }),
        fc.integer({ min: 2, max: 80 }),
        fc.double({ min: 0.05, max: 0.3, noNaN: true }),
        (seed, count, margin) => {
          const { examples, separating } = separablePoints(createRandom(seed), count, margin);
          const bound = mistakeBound(separating, examples);
          const ending = learnToTheEnd(blankPerceptron(2), examples, 1, 5_000);
          expect(ending.outcome).toBe('converged');
          expect(ending.mistakes).toBeLessThanOrEqual(bound);
          for (const { inputs, target } of examples) expect(output(ending.perceptron, inputs)).toBe(target);
        },
      ),
    );
  });

  test('each step begins where the last one ended', () => {
    let perceptron = blankPerceptron(2);
    for (const taken of learn(perceptron, examplesOf('and'))) {
      expect(taken.before).toEqual(perceptron);
      perceptron = taken.after;
    }
  });

  test('a line that does not separate has no bound', () => {
    expect(mistakeBound({ weights: [1, 1], threshold: 1.5 }, examplesOf('xor'))).toBe(Infinity);
  });
});
