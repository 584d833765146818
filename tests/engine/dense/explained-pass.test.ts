import { describe, expect, test } from 'vitest';
import {
  dealExercise,
  EXERCISE_SHAPE,
  gradientBlanks,
  isRight,
  rightAnswer,
  solveExercise,
} from '@/engine/dense/backpropagation-exercise';
import { DenseNetwork } from '@/engine/dense/dense-network';
import { explainPass } from '@/engine/dense/explained-pass';
import { finiteDifferences } from '@/engine/dense/finite-differences';
import { denseShape } from '@/engine/dense/shape';
import { createRandom } from '@/engine/random';

describe('the explained pass', () => {
  test('a network of one linear unit after one linear unit, by hand', () => {
    // y = 3 · (2x + 1) − 1 at x = 5 is 32; wanted 30: L = 4, ∂L/∂y = 4.
    const shape = denseShape(1, [1], 'linear', 1, 'linear');
    const pass = explainPass(shape, [2, 1, 3, -1], 'squared-error', [5], [30]);
    expect(pass.forward.map((layer) => layer[0]!.y)).toEqual([11, 32]);
    expect(pass.loss).toBe(4);
    expect(pass.backward[1]![0]).toMatchObject({ outputSlope: 4, delta: 4, biasSlope: 4 });
    expect(pass.backward[1]![0]!.weightSlopes).toEqual([{ weight: 4, value: 11, product: 44 }]);
    expect(pass.backward[0]![0]!.products).toEqual([{ weight: 3, value: 4, product: 12 }]);
    expect([...pass.gradient]).toEqual([60, 12, 44, 4]);
  });
});

describe('the exercise of lesson 8', () => {
  test('dealt numbers have one decimal, depend on the seed alone, and no weight is 0', () => {
    for (let seed = 0; seed < 50; seed++) {
      const exercise = dealExercise(createRandom(seed));
      expect(dealExercise(createRandom(seed))).toEqual(exercise);
      for (const number of [...exercise.weights, ...exercise.inputs]) {
        expect(number * 10).toBeCloseTo(Math.round(number * 10), 12);
        expect(number).not.toBe(0);
      }
    }
    expect(dealExercise(createRandom(1))).not.toEqual(dealExercise(createRandom(2)));
  });

  test('the right answers are finite differences; all nine slopes are asked for', () => {
    const exercise = dealExercise(createRandom(7));
    const solved = solveExercise(exercise);
    const network = new DenseNetwork(EXERCISE_SHAPE, exercise.weights);
    const one = Uint32Array.of(0);
    const differences = finiteDifferences(() => {
      network.forward(Float64Array.from(exercise.inputs), one, 0, 1);
      return network.batchLoss('squared-error', Float64Array.from(exercise.targets), one, 0, 1);
    }, network.weights);
    const answers = gradientBlanks().map((blank) => rightAnswer(solved, blank));
    expect(answers).toHaveLength(9);
    const sorted = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);
    sorted(differences).forEach((slope, i) => {
      expect(sorted(answers)[i]).toBeCloseTo(slope, 8);
    });
  });

  test('an answer may be rounded, not turned', () => {
    expect(isRight(0.123, 0.1234)).toBe(true);
    expect(isRight(0.125, 0.1234)).toBe(true);
    expect(isRight(0.13, 0.1234)).toBe(false);
    expect(isRight(-0.1234, 0.1234)).toBe(false);
    expect(isRight(Number.NaN, 0)).toBe(false);
    expect(isRight(0, 0.0003)).toBe(true);
  });
});
