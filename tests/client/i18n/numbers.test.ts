import { createFormatter, createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '@/client/i18n/messages';
import { createNumbers } from '@/client/i18n/numbers';
import { createShares } from '@/client/i18n/use-shares';
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
  it('says durations as people do, in both languages, and no number comes apart from its unit', () => {
    expect([840, 12_400, 59_960, 185_000, 7_500_000].map((ms) => en.duration(ms))).toEqual([
      '840\u00a0ms',
      '12.4\u00a0s',
      '1\u00a0min 00\u00a0s',
      '3\u00a0min 05\u00a0s',
      '2\u00a0h 05\u00a0min',
    ]);
    expect(ja.duration(185_000)).toBe('3分05秒');
  });
});

describe('a share of a sample', () => {
  const shares = createShares(en);
  it('has the decimals that the sample bears, and its interval where it is small', () => {
    expect([shares.of(0.935, 2_000), shares.of(0.935, 60), shares.of(null, 60)]).toEqual([
      '93.5%',
      '94%',
      '–',
    ]);
    expect([shares.both(1, 2), shares.both(0.5, 2), shares.both(0.95, 60)]).toEqual([
      '100% (34–100%)',
      '50% (9–91%)',
      '95%',
    ]);
    expect([shares.interval(null, 2), shares.interval(0.5, 0)]).toEqual(['', '']);
  });
});

it('writes a true minus sign', () => {
  expect([en.decimal(-11.6, 1), en.percent(-0.116), en.integer(-3), en.loss(-0.5)]).toEqual([
    '−11.6',
    '−11.6%',
    '−3',
    '−0.5000',
  ]);
});
