import { describe, expect, test } from 'vitest';
import { gradientsChallenge, rightSlopes, SMALLEST_SLOPE, slopesOf } from '@/engine/challenges/gradients';
import { EXERCISE_LOSS, EXERCISE_SHAPE } from '@/engine/dense/backpropagation-exercise';
import { explainPass } from '@/engine/dense/explained-pass';
import { finiteDifferences } from '@/engine/dense/finite-differences';
import { GRADIENT_BLANKS } from '@/protocol/challenges/gradients';
import { gradientsAnswerSchema } from '@/protocol/challenges/gradients-answer';

const SEEDS = Array.from({ length: 60 }, (_, i) => i * 7919 + 3);
const { deal, check } = gradientsChallenge;
const blank = () => Array<number | null>(GRADIENT_BLANKS).fill(null);

describe('what is dealt', () => {
  test('is the same for a seed and another for another', () => {
    expect(deal(5)).toEqual(deal(5));
    expect(new Set(SEEDS.map((seed) => JSON.stringify(deal(seed)))).size).toBe(SEEDS.length);
  });

  test('has no slope that rounds to 0, and inputs that differ', () => {
    for (const seed of SEEDS) {
      const task = deal(seed);
      expect(slopesOf(task)).toHaveLength(GRADIENT_BLANKS);
      for (const slope of slopesOf(task)) expect(Math.abs(slope)).toBeGreaterThanOrEqual(SMALLEST_SLOPE);
      expect(task.inputs[0]).not.toBe(task.inputs[1]);
    }
  });

  test('has the slopes that wiggling each weight gives', () => {
    for (const seed of SEEDS.slice(0, 10)) {
      const task = deal(seed);
      const weights = Float64Array.from(task.weights);
      const loss = () => explainPass(EXERCISE_SHAPE, weights, EXERCISE_LOSS, task.inputs, task.targets).loss;
      const wiggled = [...finiteDifferences(loss, weights)];
      // Output layer first: two weights and its bias, then each hidden unit's two weights and bias.
      const order = [6, 7, 8, 0, 1, 4, 2, 3, 5].map((i) => wiggled[i]!);
      slopesOf(task).forEach((slope, i) => {
        expect(slope).toBeCloseTo(order[i]!, 8);
      });
    }
  });
});

describe('checking', () => {
  test('all right reaches the goal, rounded to three decimals too', () => {
    for (const seed of SEEDS) {
      const task = deal(seed);
      const rounded = slopesOf(task).map((slope) => Math.round(slope * 1000) / 1000);
      for (const slopes of [slopesOf(task), rounded]) {
        expect(check(task, { slopes }, 0)).toEqual({
          part: 'all',
          value: 1,
          shown: { kind: 'count', amount: 9, of: 9 },
          reached: true,
        });
      }
    }
  });

  test('each right number counts; blanks, zeros and wrong signs do not', () => {
    for (const seed of SEEDS) {
      const task = deal(seed);
      const right = slopesOf(task);
      expect(check(task, { slopes: blank() }, 0)).toMatchObject({ value: 0, reached: false });
      expect(check(task, { slopes: right.map(() => 0) }, 0).value).toBe(0);
      expect(check(task, { slopes: right.map((slope) => -slope) }, 0).value).toBe(0);
      const half = right.map((slope, i) => (i < 4 ? slope : null));
      expect(check(task, { slopes: half }, 0).shown).toEqual({ kind: 'count', amount: 4, of: 9 });
      expect(rightSlopes(task, { slopes: half })).toEqual(right.map((_, i) => i < 4));
    }
  });

  test("another class's numbers do not do", () => {
    const slopes = slopesOf(deal(1));
    expect(check(deal(2), { slopes }, 0).reached).toBe(false);
  });
});

test('an answer is read strictly', () => {
  const good = { slopes: blank() };
  expect(gradientsAnswerSchema.safeParse(good).success).toBe(true);
  for (const bad of [
    {},
    { slopes: [] },
    { slopes: Array(10).fill(0) },
    { slopes: Array(9).fill('0.1') },
    { slopes: Array(9).fill(Number.NaN) },
    { slopes: Array(9).fill(Number.POSITIVE_INFINITY) },
    { slopes: Array(9).fill(1e9) },
    { ...good, more: 1 },
  ])
    expect(gradientsAnswerSchema.safeParse(bad).success).toBe(false);
});
