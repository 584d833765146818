import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate } from '@/client/benches/backpropagation/arithmetic';
import { readTypedNumber } from '@/client/ui/read-number';

describe('a number as people type it', () => {
  it.each<[string, number]>([
    ['５０', 50],
    ['０．１', 0.1],
    ['－0.5', -0.5],
    ['−0.5', -0.5],
    ['–0,5', -0.5],
    ['ー０．５', -0.5],
    ['﹣0.5', -0.5],
    ['‐1', -1],
    ['＋3', 3],
    ['0,1', 0.1],
    ['０，１', 0.1],
    ['0、1', 0.1],
    ['０。１', 0.1],
    ['.5', 0.5],
    [',5', 0.5],
    ['5.', 5],
    [' 0.03 ', 0.03],
    ['\u30000.03\u200b', 0.03],
    ['1e-3', 0.001],
    ['1E−3', 0.001],
    ['１ｅ－３', 0.001],
    ['1 000', 1000],
    ['1\u202f000', 1000],
    ["1'000", 1000],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234,567', 1_234_567],
    ['٥٠', 50],
    ['۰٫۵', 0.5],
    ['५०', 50],
    ['๕๐', 50],
    ['-0', 0],
  ])('%j is %d', (text, value) => expect(readTypedNumber(text)).toBe(value));

  it('in a field of whole numbers a mark before three digits parts thousands', () => {
    for (const text of ['1,000', '1.000', '１，０００', '1 000'])
      expect(readTypedNumber(text, { whole: true })).toBe(1000);
    expect(readTypedNumber('1,5', { whole: true })).toBe(1.5);
    expect(readTypedNumber('1,000')).toBe(1);
  });

  it('a percent sign is read where percents are meant', () => {
    for (const text of ['90%', '９０％', '90 %']) expect(readTypedNumber(text, { percent: true })).toBe(90);
    expect(readTypedNumber('90%')).toBeNull();
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    ',',
    'abc',
    '1.2.3',
    '1,2,3',
    '--1',
    '1-',
    'NaN',
    'Infinity',
    '∞',
    '1e999',
    '0x10',
    '五十',
    '1/2',
    '½',
    '2x',
    '1e',
  ])('%j is none', (text) => expect(readTypedNumber(text)).toBeNull());

  it('whatever is read is a finite number, and every number written here is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readTypedNumber(text);
        return read === null || Number.isFinite(read);
      }),
    );
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readTypedNumber(wide(String(value).replace('-', '−')))).toBe(value + 0);
      }),
    );
  });

  it('is the same where one calculates', () => {
    for (const text of ['−0,5', '－0.5', '０．５']) {
      const value = text === '０．５' ? 0.5 : -0.5;
      expect(readTypedNumber(text)).toBe(value);
      expect(calculate(text)).toBe(value);
    }
  });
});

describe('no field reads a number in a way of its own', () => {
  const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => ({ name, text: readFileSync(path.join('client', name), 'utf8') }));

  it('a field for numbers is a TypedNumber, one that calculates, or one whose answer is judged as it stands', () => {
    const fields = sources.filter(({ text }) =>
      /inputMode="(decimal|numeric)"|type="number"[^=]*\n?[^=]*onChange/.test(text),
    );
    expect(fields.map(({ name }) => name).sort()).toEqual([
      'benches/backpropagation/slope-field.tsx',
      'benches/matrix/cell-field.tsx',
      'ui/typed-number.tsx',
    ]);
  });

  it('and none takes the text of an input for a number', () => {
    const wrong = sources.filter(({ text }) =>
      /\b(?:Number|parseFloat|parseInt)\((?:event|next|text|draft|typed)\b[^)]*(?:value|replace|trim)/.test(
        text,
      ),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
