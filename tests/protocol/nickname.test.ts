import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGraphemes, isNickname, normaliseNickname } from '@/protocol/nickname';

describe('a nickname', () => {
  it('is kept as it looks', () => {
    expect(normaliseNickname('  Ａda \u200b Love\u0000lace  ')).toBe('Ada Lovelace');
    expect(normaliseNickname('ｻｸﾗ')).toBe('サクラ');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const once = normaliseNickname(typed);
        expect(normaliseNickname(once)).toBe(once);
        expect(once).not.toMatch(/^\s|\s$|\s\s|[\p{Cc}\p{Cf}]/u);
      }),
    );
  });

  it('has 1 to 20 graphemes, as a person counts them', () => {
    for (const fit of [
      'A',
      '田中',
      'さくら',
      '🦊',
      '🇯🇵',
      'が'.repeat(20),
      'Ömer-Ali',
      "O'Neill",
      'नमस्ते',
      'x'.repeat(20),
    ])
      expect([fit, isNickname(normaliseNickname(fit))]).toEqual([fit, true]);
    for (const unfit of [
      '',
      ' ',
      '\u200d',
      '---',
      '…',
      '́',
      'x'.repeat(21),
      `a${'\u0335'.repeat(8)}`,
      'a'.repeat(500),
    ])
      expect([unfit, isNickname(normaliseNickname(unfit))]).toEqual([unfit, false]);
    expect(countGraphemes('🇯🇵が')).toBe(2);
  });
});
