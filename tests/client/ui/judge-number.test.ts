import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeFixed, writeNumber } from '@/client/benches/numbers/number-text';
import { asWritten, isFarOut, judgeNumber, meansValue } from '@/client/ui/judge-number';

const rate = { least: 0.001, most: 10, clamped: true, write: String };

describe('what a field takes of a text', () => {
  test.each([
    ['0,1', { value: 0.1 }],
    ['０．１', { value: 0.1 }],
    ['1e-3', { value: 0.001 }],
    ['１ｅ－３', { value: 0.001 }],
    ['10', { value: 10 }],
    ['999', { value: 10, changed: 'nearest' }],
    ['0', { value: 0.001, changed: 'nearest' }],
    ['-3', { value: 0.001, changed: 'nearest' }],
    ['1e99', { value: 10, changed: 'nearest' }],
    ['-', { problem: 'unread' }],
    ['', { problem: 'unread' }],
    ['1e', { problem: 'unread' }],
    ['1e999', { problem: 'unread' }],
    ['０．１か', { problem: 'unread' }],
  ])('a learning rate from 0.001 to 10: %j', (text, judged) => {
    expect(judgeNumber(text, rate)).toEqual(judged);
  });

  test('where nothing is clamped, what lies beyond is not taken', () => {
    expect(judgeNumber('999', { ...rate, clamped: false })).toEqual({ problem: 'range' });
    expect(judgeNumber('', { ...rate, emptyable: true })).toEqual({ value: null });
  });

  test('what has more decimals than are written is rounded, and it is known', () => {
    const weight = { least: -3, most: 3, clamped: true, write: writeNumber };
    expect(judgeNumber('0.125', weight)).toEqual({ value: 0.13, changed: 'rounded' });
    expect(judgeNumber('0.130', weight)).toEqual({ value: 0.13 });
    expect(judgeNumber('−0,5', weight)).toEqual({ value: -0.5 });
    const steps = { least: 2, most: 60, whole: true, write: String };
    expect(judgeNumber('2.5', steps)).toEqual({ problem: 'whole' });
    // Rounding never leads out of the range.
    const odd = { least: 0.126, most: 3, clamped: true, write: writeNumber };
    expect(asWritten(0.1261, odd)).toBe(0.13);
    expect(asWritten(0.126, { ...odd, write: (value) => writeFixed(value, 1) })).toBe(0.126);
  });

  test('whatever is typed: a value in the range that is what was typed, or it is said what became of it', () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map(String);
    fc.assert(
      fc.property(fc.oneof(numbers, fc.string()), (text) => {
        const judged = judgeNumber(text, rate);
        if ('problem' in judged) return true;
        const { value, changed } = judged;
        if (value === null || value < rate.least || value > rate.most) return false;
        return changed !== undefined || meansValue(judgeNumber(String(value), rate), value);
      }),
    );
  });
});

test('a text is far out once no further letter brings it back', () => {
  expect(['999', '11', '-0.1', '1e3'].map((text) => isFarOut(text, rate))).toEqual([true, true, true, true]);
  expect(['0', '0.0', '9', '', '-', 'x'].some((text) => isFarOut(text, rate))).toBe(false);
  expect(isFarOut('−4', { ...rate, least: -3, most: 3 })).toBe(true);
});
