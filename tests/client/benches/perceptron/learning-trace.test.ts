import { describe, expect, test } from 'vitest';
import { challengeLimits, challengeStart, gatesShape } from '@/client/benches/perceptron/gate-rule';
import {
  dealtPoints,
  examplesOfSet,
  examplesRight,
  mistakesByRound,
  perceptronAt,
  traceOf,
} from '@/client/benches/perceptron/learning-trace';
import { lineReach, stackSums } from '@/client/benches/unit/sum-stacks';
import { gatesChallenge, keepsRule } from '@/engine/challenges/gates';
import { GATES } from '@/engine/perceptron/gates';
import { mistakeBound } from '@/engine/perceptron/learning-rule';

describe('a training to walk through', () => {
  test('separable points of any seed converge, within the bound that the bench tells', () => {
    for (let seed = 0; seed < 200; seed++) {
      const { examples, separating } = dealtPoints(seed, 0);
      const trace = traceOf(examples, 1);
      expect(trace.ending.outcome).toBe('converged');
      expect(trace.ending.mistakes).toBeLessThanOrEqual(mistakeBound(separating, examples));
      expect(examplesRight(perceptronAt(trace, trace.steps.length), examples)).toBe(examples.length);
      const rounds = mistakesByRound(trace, trace.steps.length);
      expect(rounds.reduce((sum, n) => sum + n, 0)).toBe(trace.ending.mistakes);
      expect(rounds.at(-1)).toBe(0);
    }
  });

  test('AND converges, XOR goes in a circle, at every rate', () => {
    for (const rate of [0.1, 0.5, 1, 2]) {
      expect(traceOf(examplesOfSet('and', 1, 0), rate).ending.outcome).toBe('converged');
      expect(traceOf(examplesOfSet('xor', 1, 0), rate).ending.outcome).toBe('cycle');
    }
  });

  test('new points are others; the start is all zeros', () => {
    expect(dealtPoints(1, 0)).toEqual(dealtPoints(1, 0));
    expect(dealtPoints(1, 1)).not.toEqual(dealtPoints(1, 0));
    const trace = traceOf(examplesOfSet('and', 1, 0), 1);
    expect(perceptronAt(trace, 0)).toEqual({ weights: [0, 0], threshold: 0 });
    expect(mistakesByRound(trace, 0)).toEqual([]);
  });
});

test('the line of sums reaches far enough and stacks equal sums', () => {
  expect(stackSums([0, 1, 1, 2])).toEqual([0, 0, 1, 0]);
  for (const most of [0, 1, 3.4, 3.5, 10, 40]) expect(lineReach([most, -most])).toBeGreaterThanOrEqual(most);
});

test('no gate of the challenge is solved when it is dealt, whatever the seed', () => {
  for (let seed = 0; seed < 2_000; seed++) {
    for (const task of gatesChallenge.deal(seed)) {
      const { weights, threshold } = challengeStart(task);
      const { inputs, outputs } = GATES[task.gate];
      const [off, on] = task.rule.kind === 'levels' ? [task.rule.off, task.rule.on] : [0, 1];
      const answers = outputs.map((_, row) => {
        const bits = [...row.toString(2).padStart(inputs, '0')];
        const sum = bits.reduce((all, bit, i) => all + weights[i]! * (bit === '1' ? on : off), 0);
        return sum >= threshold ? 1 : 0;
      });
      expect(answers, `${task.gate}, seed ${seed}`).not.toEqual([...outputs]);
    }
  }
});

test('a gate of the challenge starts within its rule, and kept work that breaks it is not used', () => {
  for (let seed = 0; seed < 100; seed++) {
    for (const task of gatesChallenge.deal(seed)) {
      const start = challengeStart(task);
      expect(keepsRule(task.rule, start)).toBe(true);
      expect(gatesShape([task])({ [task.gate]: start })).toEqual({ [task.gate]: start });
      expect(Math.max(...start.weights.map(Math.abs))).toBeLessThanOrEqual(challengeLimits(task.rule).weight);
      if (task.rule.kind === 'threshold') {
        const moved = { [task.gate]: { ...start, threshold: start.threshold + 1 } };
        expect(gatesShape([task])(moved)).toEqual({});
      }
    }
  }
});
