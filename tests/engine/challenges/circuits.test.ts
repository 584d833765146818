import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circuitsChallenge, FEWEST_UNITS } from '@/engine/challenges/circuits';
import { perceptronTables } from '@/engine/perceptron/best-possible';
import { GATES } from '@/engine/perceptron/gates';
import { solveCircuit } from '@/people/solutions';
import type { CircuitsAnswer } from '@/protocol/challenges/circuits-answer';
import { circuitsAnswerSchema } from '@/protocol/challenges/circuits-answer';

const seeds = fc.integer({ min: 0, max: 0xffffffff });
const GOALS = ['xor', 'parity-3', 'box'] as const;

describe('the circuits challenge', () => {
  test('whatever the seed, each goal is reached with the fewest units', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const task = circuitsChallenge.deal(seed);
        for (const part of GOALS) {
          const answer = solveCircuit(task, part);
          expect(circuitsAnswerSchema.safeParse(answer).success).toBe(true);
          expect(circuitsChallenge.check(task, answer, 0), `${seed} ${part}`).toMatchObject({
            value: 1,
            reached: true,
          });
        }
      }),
      { numRuns: 150 },
    );
  });

  test('one unit more scores less; a wrong circuit nothing', () => {
    const task = circuitsChallenge.deal(3);
    const xor = solveCircuit(task, 'xor');
    const idle = { weights: [0, 0], threshold: 1 };
    const larger: CircuitsAnswer = {
      part: 'xor',
      layers: [
        [...xor.layers[0], idle],
        [{ ...xor.layers[1][0]!, weights: [...xor.layers[1][0]!.weights, 0] }],
      ],
    };
    expect(circuitsChallenge.check(task, larger, 0)).toMatchObject({ value: 3 / 4, reached: true });
    const wrong: CircuitsAnswer = { ...xor, layers: [xor.layers[0], [{ weights: [0, 0], threshold: 1 }]] };
    expect(circuitsChallenge.check(task, wrong, 0)).toMatchObject({
      value: 0,
      reached: false,
      shown: { kind: 'count', amount: 2, of: 4 },
    });
  });

  test('parity of three cannot be had from two units and a third: all of them are tried', () => {
    const first = [...perceptronTables(3).keys()].map((key) => [...key].map(Number));
    const second = [...perceptronTables(2).keys()].map((key) => [...key].map(Number));
    const wanted = GATES['parity-3'].outputs;
    let found = 0;
    for (const a of first)
      for (const b of first)
        for (const join of second)
          if (wanted.every((bit, row) => join[2 * a[row]! + b[row]!] === bit)) found++;
    expect(first).toHaveLength(104);
    expect(found).toBe(0);
    expect(FEWEST_UNITS['parity-3']).toBe(4);
  });

  test('one class’s answers do not solve another’s', () => {
    let passed = 0;
    for (let seed = 0; seed < 60; seed++) {
      const own = circuitsChallenge.deal(seed);
      const other = circuitsChallenge.deal(seed + 1);
      if (GOALS.every((part) => circuitsChallenge.check(other, solveCircuit(own, part), 0).reached)) passed++;
    }
    expect(passed).toBe(0);
  });

  test('three sides of the box are not enough', () => {
    const task = circuitsChallenge.deal(11);
    const [sides] = solveCircuit(task, 'box').layers;
    for (let left = 0; left < 4; left++) {
      const answer: CircuitsAnswer = {
        part: 'box',
        layers: [sides.filter((_, i) => i !== left), [{ weights: [1, 1, 1], threshold: 2.5 }]],
      };
      const result = circuitsChallenge.check(task, answer, 0);
      expect(result.reached).toBe(false);
      expect(result.shown.amount).toBeLessThan(0.97);
    }
  });

  test('hostile answers: wrong widths get nothing, and the largest is checked in a moment', () => {
    const task = circuitsChallenge.deal(5);
    const wide: CircuitsAnswer = {
      part: 'box',
      layers: [
        Array.from({ length: 6 }, () => ({ weights: [1, 1], threshold: 0 })),
        [{ weights: Array(6).fill(1), threshold: 0 }],
      ],
    };
    const begun = performance.now();
    expect(circuitsChallenge.check(task, wide, 0).reached).toBe(false);
    expect(performance.now() - begun).toBeLessThan(50);
    const thin = { ...wide, layers: [[{ weights: [1], threshold: 0 }], wide.layers[1]] } as CircuitsAnswer;
    expect(circuitsChallenge.check(task, thin, 0)).toMatchObject({ value: 0, reached: false });
    for (const bad of [
      { ...wide, layers: [wide.layers[0]] },
      { ...wide, layers: [[], wide.layers[1]] },
      { ...wide, layers: [wide.layers[0], [...wide.layers[1], ...wide.layers[1]]] },
      { ...wide, part: 'and' },
      { ...wide, extra: true },
    ])
      expect(circuitsAnswerSchema.safeParse(bad).success).toBe(false);
  });
});
