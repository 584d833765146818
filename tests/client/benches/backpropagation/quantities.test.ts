import { describe, expect, test } from 'vitest';
import { calculate } from '@/client/benches/backpropagation/arithmetic';
import { formulaOf, numbersOf } from '@/client/benches/backpropagation/equation';
import {
  exerciseShape,
  FIRST_EXERCISE,
  rangeOf,
  withGiven,
} from '@/client/benches/backpropagation/exercise-edits';
import { chipPlaces, neighbour, TALL, WIDE } from '@/client/benches/backpropagation/network-layout';
import {
  factorsOf,
  GIVEN,
  isBackward,
  LAST_STAGE,
  parameterIndex,
  QUANTITIES,
  type QuantityId,
  quantity,
  valuesOf,
  waitsFor,
} from '@/client/benches/backpropagation/quantities';
import { wiggle } from '@/client/benches/backpropagation/wiggle';
import { gradientsChallenge } from '@/engine/challenges/gradients';

const EXERCISES = [FIRST_EXERCISE, ...[1, 2, 3, 4, 5].map((seed) => gradientsChallenge.deal(seed))];

describe('the numbers of the network', () => {
  test('each weight and bias has a place of its own', () => {
    const places = GIVEN.filter((id) => /^[wb]/.test(id)).map(parameterIndex);
    expect(new Set(places)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8]));
  });

  test('every recipe, followed with numbers, gives what the engine gives', () => {
    for (const exercise of EXERCISES) {
      const v = valuesOf(exercise);
      for (const id of QUANTITIES) {
        const { recipe } = quantity(id);
        const made = {
          given: () => v[id],
          sum: () =>
            recipe.kind === 'sum'
              ? recipe.products.reduce((sum, [w, x]) => sum + v[w] * v[x], v[recipe.bias])
              : 0,
          sigmoid: () => (recipe.kind === 'sigmoid' ? 1 / (1 + Math.exp(-v[recipe.of])) : 0),
          square: () => (recipe.kind === 'square' ? (v[recipe.a] - v[recipe.b]) ** 2 : 0),
          twice: () => (recipe.kind === 'twice' ? 2 * (v[recipe.a] - v[recipe.b]) : 0),
          through: () => (recipe.kind === 'through' ? v[recipe.slope] * v[recipe.y] * (1 - v[recipe.y]) : 0),
          product: () => (recipe.kind === 'product' ? v[recipe.a] * v[recipe.b] : 0),
          same: () => (recipe.kind === 'same' ? v[recipe.as] : 0),
        }[recipe.kind]();
        expect(made, id).toBeCloseTo(v[id], 12);
      }
    }
  });

  test('every slope of a weight is what wiggling it shows', () => {
    for (const exercise of EXERCISES) {
      const v = valuesOf(exercise);
      for (const id of GIVEN.filter((one) => /^[wb]/.test(one))) {
        expect(wiggle(exercise, id, 1e-4).slope, id).toBeCloseTo(v[`g${id}` as QuantityId], 7);
      }
    }
  });

  test('a number needs only what is known before or with it, so the order is forced', () => {
    for (const id of QUANTITIES) {
      for (const factor of factorsOf(id)) {
        expect(quantity(factor).stage, `${id} of ${factor}`).toBeLessThanOrEqual(quantity(id).stage);
      }
      expect(waitsFor(id, LAST_STAGE)).toEqual([]);
      expect(quantity(id).stage).toBeGreaterThanOrEqual(0);
    }
    expect(waitsFor('gw1', 3)).toEqual(['d1', 'dy1', 'd3', 'dy3']);
    expect(waitsFor('gw1', 6)).toEqual(['d1']);
    expect(waitsFor('dy3', 3)).toEqual([]);
  });

  test('a formula as it is written with numbers can be typed in and gives the slope, as closely as it is rounded', () => {
    for (const exercise of EXERCISES) {
      const v = valuesOf(exercise);
      for (const id of QUANTITIES) {
        if (!isBackward(id) || formulaOf(id) === null) continue;
        expect(Math.abs(calculate(numbersOf(id, v))! - v[id]), `${id}: ${numbersOf(id, v)}`).toBeLessThan(
          0.003,
        );
      }
    }
  });
});

describe('changing a given number', () => {
  test('changes that one alone, and holds it to its range', () => {
    for (const id of GIVEN) {
      const { min, max } = rangeOf(id);
      const before = valuesOf(FIRST_EXERCISE);
      const after = valuesOf(withGiven(FIRST_EXERCISE, id, 0.35));
      expect(after[id]).toBe(0.35);
      for (const other of GIVEN) if (other !== id) expect(after[other]).toBe(before[other]);
      expect(valuesOf(withGiven(FIRST_EXERCISE, id, 99))[id]).toBe(max);
      expect(valuesOf(withGiven(FIRST_EXERCISE, id, -99))[id]).toBe(min);
    }
  });

  test('what was kept is taken only when it is an exercise', () => {
    expect(exerciseShape(JSON.parse(JSON.stringify(FIRST_EXERCISE)))).toEqual(FIRST_EXERCISE);
    for (const bad of [
      null,
      3,
      {},
      { ...FIRST_EXERCISE, weights: [1] },
      { ...FIRST_EXERCISE, inputs: ['1', 0] },
    ]) {
      expect(exerciseShape(bad)).toBeUndefined();
    }
    expect(exerciseShape({ ...FIRST_EXERCISE, targets: [Number.NaN] })).toBeUndefined();
  });
});

describe('the two pictures', () => {
  test.each([
    ['wide', WIDE],
    ['tall', TALL],
  ])('%s: a place for each number, inside, none on another', (_, layout) => {
    const ids = chipPlaces(layout).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(QUANTITIES));
    expect(ids).toHaveLength(QUANTITIES.length);
    for (const one of layout.boxes) {
      expect(one.x, one.key).toBeGreaterThanOrEqual(0);
      expect(one.y, one.key).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width, one.key).toBeLessThanOrEqual(layout.width);
      expect(one.y + one.height, one.key).toBeLessThanOrEqual(layout.height);
      for (const other of layout.boxes) {
        if (other === one) continue;
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart, `${one.key} and ${other.key}`).toBe(true);
      }
    }
  });

  test.each([
    ['wide', WIDE],
    ['tall', TALL],
  ])('%s: the arrow keys reach every number', (_, layout) => {
    const reached = new Set<QuantityId>(['x1']);
    const queue: QuantityId[] = ['x1'];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        const next = neighbour(layout, id, key);
        if (next !== null && !reached.has(next)) {
          reached.add(next);
          queue.push(next);
        }
      }
    }
    expect(reached).toEqual(new Set(QUANTITIES));
  });
});
