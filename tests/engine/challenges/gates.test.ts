import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatesChallenge, keepsRule, levelsOf } from '@/engine/challenges/gates';
import { KNOWN_PERCEPTRONS } from '@/engine/perceptron/known-circuits';
import { solveGate } from '@/people/solutions';
import { CHALLENGE_GATES } from '@/protocol/challenges/gates';
import { gatesAnswerSchema } from '@/protocol/challenges/gates-answer';

const seeds = fc.integer({ min: 0, max: 0xffffffff });

describe('the gates challenge', () => {
  test('whatever the seed, every gate has a solution within the sliders, and it is accepted', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const task = gatesChallenge.deal(seed);
        for (const one of task) {
          const answer = { part: one.gate, ...solveGate(one) };
          expect(gatesAnswerSchema.safeParse(answer).success).toBe(true);
          expect(Math.max(...answer.weights.map(Math.abs))).toBeLessThanOrEqual(3);
          expect(Math.abs(answer.threshold)).toBeLessThanOrEqual(12);
          const result = gatesChallenge.check(task, answer as never, 0);
          expect(result, JSON.stringify([one, answer])).toMatchObject({
            part: one.gate,
            value: 1,
            reached: true,
          });
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('the same seed deals the same, each kind of rule appears, and the levels are never 0 and 1', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const task = gatesChallenge.deal(seed);
        expect(gatesChallenge.deal(seed)).toEqual(task);
        expect(gatesChallenge.parts(task)).toEqual(CHALLENGE_GATES);
        expect(new Set(task.map(({ rule }) => rule.kind)).size).toBe(3);
        for (const { rule } of task) {
          if (rule.kind !== 'levels') continue;
          expect(levelsOf(rule)).not.toEqual([0, 1]);
          expect(rule.on).toBeGreaterThan(rule.off);
        }
      }),
    );
  });

  test('one class’s answers do not solve another’s: neither do the textbook’s', () => {
    let passed = 0;
    for (let seed = 0; seed < 500; seed++) {
      const own = gatesChallenge.deal(seed);
      const other = gatesChallenge.deal(seed + 1);
      const solved = own.filter(
        (one) => gatesChallenge.check(other, { part: one.gate, ...solveGate(one) } as never, 0).reached,
      );
      if (solved.length === own.length) passed++;
      const textbook = own.filter(({ gate, rule }) => keepsRule(rule, KNOWN_PERCEPTRONS[gate]));
      // Only where the levels are dealt can the textbook's numbers be handed in at all.
      expect(textbook.every(({ rule }) => rule.kind === 'levels')).toBe(true);
    }
    expect(passed).toBe(0);
  });

  test('an answer that breaks its rule or has the wrong number of weights gets nothing', () => {
    const task = gatesChallenge.deal(7);
    for (const one of task) {
      const right = solveGate(one);
      const broken =
        one.rule.kind === 'weight'
          ? { ...right, weights: right.weights.map((w) => w * 2), threshold: right.threshold * 2 }
          : one.rule.kind === 'threshold'
            ? { weights: right.weights.map((w) => w * 2), threshold: right.threshold * 2 }
            : { ...right, weights: [...right.weights, 0] };
      expect(gatesChallenge.check(task, { part: one.gate, ...broken } as never, 0)).toMatchObject({
        value: 0,
        reached: false,
        shown: { amount: 0 },
      });
    }
  });

  test('what the wire lets through is bounded', () => {
    const good = { part: 'and', weights: [1, 1], threshold: 1.5 };
    expect(gatesAnswerSchema.safeParse(good).success).toBe(true);
    for (const bad of [
      { ...good, part: 'xor' },
      { ...good, weights: [] },
      { ...good, weights: [1, 1, 1, 1] },
      { ...good, weights: [1, Number.NaN] },
      { ...good, threshold: Number.POSITIVE_INFINITY },
      { ...good, threshold: 101 },
      { ...good, extra: 1 },
      null,
    ])
      expect(gatesAnswerSchema.safeParse(bad).success).toBe(false);
  });
});
