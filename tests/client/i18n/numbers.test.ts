import { createFormatter, createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '@/client/i18n/messages';
import { createNumbers } from '@/client/i18n/numbers';
import type { Language } from '@/lessons/languages';

function numbersIn(locale: Language) {
  const text = createTranslator({ locale, messages: messagesOf(locale), namespace: 'common' });
  return createNumbers(createFormatter({ locale }), (key, values) => text(key, values));
}
const en = numbersIn('en');
const ja = numbersIn('ja');

describe('numbers', () => {
  it('writes a dash where there is no number, and the odd numbers as what they are', () => {
    expect([en.loss(null), en.percent(undefined), en.integer(Number.NaN), en.decimal(Infinity)]).toEqual([
      '–',
      '–',
      'NaN',
      '∞',
    ]);
  });
  it('keeps the digits of a number that changes', () => {
    expect([en.percent(0.5), en.percent(1), en.decimal(0.5), en.integer(12345)]).toEqual([
      '50.0%',
      '100.0%',
      '0.500',
      '12,345',
    ]);
  });
  it('shows a loss that four digits would hide', () => {
    expect([en.loss(0.1234567), en.loss(0.00000123), en.loss(123.456), en.loss(0), en.loss(4e8)]).toEqual([
      '0.1235',
      '1.2e-6',
      '123.46',
      '0.0000',
      '4.0e+8',
    ]);
  });
  it('says durations as people do, in both languages', () => {
    expect([840, 12_400, 59_960, 185_000, 7_500_000].map((ms) => en.duration(ms))).toEqual([
      '840 ms',
      '12.4 s',
      '1 min 00 s',
      '3 min 05 s',
      '2 h 05 min',
    ]);
    expect(ja.duration(185_000)).toBe('3 分 05 秒');
  });
});
