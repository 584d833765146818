import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOf, guardCell, isGap, labelKey, numberIn, unguardCell } from '@/engine/table/cell-values';

describe('numbers', () => {
  test.each([
    ['12', 12],
    ['-1.5', -1.5],
    ['−1.5', -1.5],
    ['+ 2', 2],
    ['１２．５', 12.5],
    ['1,234', 1234],
    ['1,234,567.5', 1_234_567.5],
    ['1 234', 1234],
    ['1\u00a0234\u00a0567', 1_234_567],
    ["1'234", 1234],
    ['1’234.5', 1234.5],
    ['1e-3', 0.001],
    ['٣٫٥', 3.5],
    ['12,5', null],
    ['1,23', null],
    ['0x10', null],
    ['1-2', null],
    ['2024-05-31', null],
    ['1.2.3', null],
    ['Infinity', null],
    ['', null],
    ['-', null],
    ['1 23', null],
    ['9'.repeat(100), null],
  ])('%j with a decimal point', (cell, value) => {
    expect(numberIn(cell, 'point')).toBe(value);
  });

  test.each([
    ['12,5', 12.5],
    ['1.234', 1234],
    ['1.234,5', 1234.5],
    ['１２，５', 12.5],
    ['0.5', 0.5],
    ['-,5', -0.5],
    ['1,234.5', null],
  ])('%j with a decimal comma', (cell, value) => {
    expect(numberIn(cell, 'comma')).toBe(value);
  });

  test('every number is itself, as it is written here and in Germany', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(numberIn(String(value), 'point')).toBe(Number(String(value)));
        expect(numberIn(String(value).replace('.', ','), 'comma')).toBe(Number(String(value)));
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        expect(numberIn(new Intl.NumberFormat('en-GB').format(value), 'point')).toBe(value);
        expect(numberIn(new Intl.NumberFormat('de-DE').format(value), 'comma')).toBe(value);
        expect(numberIn(new Intl.NumberFormat('fr-FR').format(value), 'comma')).toBe(value);
        expect(numberIn(new Intl.NumberFormat('de-CH').format(value), 'point')).toBe(value);
      }),
    );
  });

  test('the decimal sign is what most cells speak for', () => {
    expect(decimalOf(['0,5', '1,25', '3'], 'point')).toBe('comma');
    expect(decimalOf(['0.5', '1.25', '3'], 'comma')).toBe('point');
    expect(decimalOf(['1.234,5', '7'], 'point')).toBe('comma');
    expect(decimalOf(['1,234', '5,678'], 'comma')).toBe('comma');
    expect(decimalOf(['1,234', '5,678'], 'point')).toBe('point');
    expect(decimalOf(['a', '3'], 'point')).toBe('point');
  });
});

describe('texts', () => {
  test('gaps are gaps however they are written', () => {
    for (const gap of ['', ' ', 'NA', 'n/a', 'NaN', 'NULL', '-', '—', '?', '.', '欠損', '＃N/A', '\u3000']) {
      expect(isGap(gap), gap).toBe(true);
    }
    for (const value of ['0', 'no', 'none', 'なし', 'A', '-1', 'x']) expect(isGap(value), value).toBe(false);
  });

  test('what looks the same is the same', () => {
    expect(labelKey(' Ａ\u3000b ')).toBe(labelKey('A b'));
    expect(labelKey('ﾈｺ')).toBe(labelKey('ネコ'));
    expect(labelKey('e\u0301')).toBe(labelKey('é'));
    expect(labelKey('a\u200bb')).toBe(labelKey('ab'));
    expect(labelKey('だ')).not.toBe(labelKey('た'));
  });

  test('a guarded cell is harmless, and comes back', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ minLength: 1 }),
          fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '1', 'N', 'A', '?') }),
        ),
        (text) => {
          const guarded = guardCell(text);
          expect(unguardCell(guarded)).toBe(text);
          if (numberIn(guarded, 'point') === null) expect(guarded).not.toMatch(/^[=+\-@\t\r]/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
