import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate, isCalculation } from '@/client/benches/backpropagation/arithmetic';

describe('calculate', () => {
  test.each([
    ['0.25', 0.25],
    ['.5', 0.5],
    ['-0,25', -0.25],
    ['−0.25', -0.25],
    ['0.25', 0.25],
    ['-0.5', -0.5],
    ['0.3 × 0.6', 0.18],
    ['0.3・0.6', 0.18],
    ['2 · (0.7 − 1)', -0.6],
    ['2(0.7-1)', -0.6],
    ['(0.5)(0.4)', 0.2],
    ['(0.5)0.4', 0.2],
    ['0.1 * -0.2', -0.02],
    ['1 - 2 - 3', -4],
    ['8 / 2 / 2', 2],
    ['2 + 3 × 4', 14],
    ['--3', 3],
    ['0.2 × 0.7 × (1 − 0.7)', 0.042],
  ])('%s', (text, value) => {
    expect(calculate(text)).toBeCloseTo(value, 12);
  });

  test.each([
    '',
    ' ',
    'x',
    '1..2',
    '1 2 +',
    '(1',
    '1)',
    '()',
    '*2',
    '2*',
    '1/0',
    '0/0',
    '1e5',
    'w1',
    'alert(1)',
    '1'.repeat(400),
  ])('%s is no calculation', (text) => {
    expect(calculate(text)).toBeNull();
  });

  test('never throws, and never gives what is no number', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,+-*/()×−・ xー') }), (text) => {
        const value = calculate(text);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });

  test('knows a calculation from a number', () => {
    expect(isCalculation('-0.25')).toBe(false);
    expect(isCalculation('−0.25')).toBe(false);
    expect(isCalculation('0.2 × 3')).toBe(true);
    expect(isCalculation('1 − 0.2')).toBe(true);
  });
});
