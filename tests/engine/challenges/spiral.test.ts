import { describe, expect, test } from 'vitest';
import { shownSpiral, spiralChallenge } from '@/engine/challenges/spiral';
import { PlaygroundTraining } from '@/engine/playground/playground-training';
import { DEFAULT_SETUP } from '@/engine/playground/setup';
import { FEATURE_IDS } from '@/engine/points/features';
import { SPIRAL_FEATURES } from '@/protocol/challenges/spiral';
import type { SpiralAnswer } from '@/protocol/challenges/spiral-answer';
import { spiralAnswerSchema } from '@/protocol/challenges/spiral-answer';

/** 4-8-1 on x₁, x₂ and their sines: 49 weights, within every budget. */
function trained(seed: number, steps = 4000): SpiralAnswer {
  const features = ['x1', 'x2', 'sin-x1', 'sin-x2'] as const;
  const setup = { ...DEFAULT_SETUP, points: 'own', features, hidden: [8], optimizer: 'adam' } as const;
  const task = spiralChallenge.deal(seed);
  const training = new PlaygroundTraining({ ...setup, learningRate: 0.03 }, shownSpiral(task, seed));
  training.advance(steps);
  return {
    features: [...features],
    hidden: [8],
    activation: 'tanh',
    weights: Array.from(training.dense.weights),
  };
}

describe('the spiral challenge', () => {
  test('deals every class a spiral of its own, the same for everybody in it', () => {
    expect(spiralChallenge.deal(7)).toEqual(spiralChallenge.deal(7));
    const dealt = Array.from({ length: 40 }, (_, seed) => spiralChallenge.deal(seed));
    expect(new Set(dealt.map((task) => task.angle)).size).toBeGreaterThan(30);
    expect(new Set(dealt.map((task) => task.budget)).size).toBeGreaterThan(3);
    expect(shownSpiral(dealt[7]!, 7)).toEqual(shownSpiral(spiralChallenge.deal(7), 7));
    expect(shownSpiral(dealt[7]!, 7).xs).not.toEqual(shownSpiral(dealt[8]!, 8).xs);
  });

  test.each([1, 2, 3])('is reached within the budget (seed %i), on points nobody has seen', (seed) => {
    const task = spiralChallenge.deal(seed);
    const answer = trained(seed);
    expect(answer.weights.length).toBeLessThanOrEqual(task.budget);
    const result = spiralChallenge.check(task, answer, 4711);
    expect(result).toMatchObject({ part: 'all', reached: true, shown: { kind: 'share', of: null } });
    expect(result.value).toBeGreaterThan(0.95);
    expect(result.shown.amount).toBe(result.value);
  });

  test("another class's answer is no answer here", () => {
    const answer = trained(1);
    const values = [2, 3, 5].map(
      (seed) => spiralChallenge.check(spiralChallenge.deal(seed), answer, 1).value,
    );
    for (const value of values) expect(value).toBeLessThan(0.85);
  });

  test('other hidden points, nearly the same score', () => {
    const answer = trained(1);
    const task = spiralChallenge.deal(1);
    const [a, b] = [10, 11].map((hidden) => spiralChallenge.check(task, answer, hidden).value);
    expect(a).not.toBe(b);
    expect(Math.abs(a! - b!)).toBeLessThan(0.03);
  });

  test('counts nothing over the budget, or with weights of another network', () => {
    const task = spiralChallenge.deal(1);
    const answer = trained(1, 10);
    const large = { ...answer, hidden: [8, 8], weights: new Array(121).fill(0.1) };
    expect(spiralChallenge.check(task, large, 1)).toMatchObject({ value: 0, reached: false });
    const short = { ...answer, weights: answer.weights.slice(1) };
    expect(spiralChallenge.check(task, short, 1)).toMatchObject({ value: 0, reached: false });
  });

  test('the hardest answer that the wire lets through costs little', () => {
    const hidden = [8, 8, 8, 8, 8, 8];
    const answer = spiralAnswerSchema.parse({
      features: [...SPIRAL_FEATURES],
      hidden,
      activation: 'tanh',
      weights: new Array(400).fill(-1e6),
    });
    const before = performance.now();
    spiralChallenge.check({ ...spiralChallenge.deal(1), budget: 400 }, answer, 1);
    expect(performance.now() - before).toBeLessThan(2_500);
  });

  test('the wire knows the features that the engine has', () => {
    expect([...SPIRAL_FEATURES]).toEqual(FEATURE_IDS);
  });

  test('the wire refuses what is no network', () => {
    const good = trained(1, 10);
    expect(spiralAnswerSchema.safeParse(good).success).toBe(true);
    for (const bad of [
      { ...good, weights: [...good.weights.slice(1), Number.NaN] },
      { ...good, weights: [...good.weights.slice(1), Number.POSITIVE_INFINITY] },
      { ...good, weights: [...good.weights.slice(1), 1e9] },
      { ...good, weights: [] },
      { ...good, weights: new Array(401).fill(0) },
      { ...good, features: ['x1', 'x1'] },
      { ...good, features: [] },
      { ...good, hidden: [9] },
      { ...good, hidden: [1, 1, 1, 1, 1, 1, 1] },
      { ...good, activation: 'softmax' },
      { ...good, more: true },
    ]) {
      expect(spiralAnswerSchema.safeParse(bad).success).toBe(false);
    }
  });
});
