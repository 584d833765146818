import { describe, expect, test } from 'vitest';
import { exerciseOf } from '@/client/benches/backpropagation/fill-work';
import { insertedKey, insertedNumber } from '@/client/benches/backpropagation/insert-text';
import { BACKWARD, type QuantityId, valuesOf } from '@/client/benches/backpropagation/quantities';
import { judge } from '@/client/benches/backpropagation/wrong-reason';

/** A network in which no two ways of going wrong give the same number. */
const v = valuesOf({
  weights: [0.8, -0.4, -0.6, 0.9, 0.3, -0.2, 1.1, -0.7, 0.25],
  inputs: [0.6, 0.9],
  targets: [0],
});

describe('judging a slope', () => {
  test('the right number is right, rounded to three decimals too', () => {
    for (const seed of [1, 2, 3, 4]) {
      const values = valuesOf(exerciseOf(seed, 0));
      for (const id of BACKWARD) {
        expect(judge(id, values[id], values).right, id).toBe(true);
        expect(judge(id, Math.round(values[id] * 1000) / 1000, values).right, id).toBe(true);
      }
    }
  });

  test('no named mistake is ever right, nor is a wrong sign', () => {
    for (const seed of [1, 2, 3, 4]) {
      const values = valuesOf(exerciseOf(seed, 1));
      for (const id of BACKWARD) {
        expect(judge(id, -values[id], values).right, id).toBe(false);
        expect(judge(id, values[id] + 1, values).right, id).toBe(false);
      }
    }
  });

  test.each<[QuantityId, string, number, string, QuantityId | null]>([
    ['dy3', 'sign', -v.dy3, 'sign', null],
    ['dy3', 'no 2', v.y3 - v.t, 'noTwo', null],
    ['d3', 'no bend', v.dy3, 'noSlope', 'dy3'],
    ['d3', 'y for its slope', v.dy3 * v.y3, 'outputForSlope', 'y3'],
    ['d3', 'the bend alone', v.y3 * (1 - v.y3), 'slopeAlone', 'dy3'],
    ['gw5', 'sign', -v.gw5, 'sign', null],
    ['gw5', 'the other unit', v.d3 * v.y2, 'otherFactor', 'y2'],
    ['gw5', 'before the bend', v.dy3 * v.y1, 'beforeSlope', 'd3'],
    ['gw6', 'times the weight', v.d3 * v.w6, 'weightForInput', 'y2'],
    ['gb3', 'times the bias', v.d3 * v.b3, 'withBias', 'b3'],
    ['dy1', 'the other weight', v.w6 * v.d3, 'otherFactor', 'w6'],
    ['dy1', 'what went forward', v.y1 * v.d3, 'inputForWeight', 'w5'],
    ['dy2', 'before the bend', v.w6 * v.dy3, 'beforeSlope', 'd3'],
    ['d1', 'no bend', v.dy1, 'noSlope', 'dy1'],
    ['d1', "another unit's bend", v.dy1 * v.y3 * (1 - v.y3), 'otherUnit', 'y3'],
    ['gw1', 'the other input', v.d1 * v.x2, 'otherFactor', 'x2'],
    ['gw1', 'before the bend', v.dy1 * v.x1, 'beforeSlope', 'd1'],
    ['gw1', "another unit's δ", v.d2 * v.x1, 'otherDelta', 'd2'],
    ['gw1', 'one factor alone', v.d1, 'oneFactor', 'x1'],
    ['gw4', 'added', v.d2 + v.x2, 'sumForProduct', null],
    ['gb1', 'the δ of the output', v.d3, 'otherDelta', 'd3'],
    ['gw1', 'too coarse', v.gw1 * 1.06, 'rounded', null],
    ['gw1', 'anything', 0.7777, 'unknown', null],
  ])('%s, %s', (id, _, answer, reason, about) => {
    expect(judge(id, answer, v)).toEqual({ right: false, reason, about });
  });
});

describe('putting numbers into a calculation', () => {
  test('keeps them apart, and brackets those below 0', () => {
    expect(insertedNumber('', '0.3')).toBe('0.3');
    expect(insertedNumber('0.2', '0.3')).toBe(' × 0.3');
    expect(insertedNumber('0.2 × ', '−0.3')).toBe('(−0.3)');
    expect(insertedNumber('(1 − 0.2)', '0.3')).toBe(' × 0.3');
    expect(insertedNumber('(1 − ', '0.3')).toBe('0.3');
    expect(insertedKey('×')).toBe(' × ');
    expect(insertedKey('(')).toBe('(');
  });
});
