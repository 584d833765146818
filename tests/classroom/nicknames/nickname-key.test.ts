import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameNickname, nicknameKey } from '@/classroom/nicknames/nickname-key';
import { normaliseNickname } from '@/protocol/nickname';

const isSame = (a: string, b: string) => isSameNickname(nicknameKey(a), nicknameKey(b));

describe('a nickname', () => {
  it('is the same as one that looks the same', () => {
    const same: [string, string][] = [
      ['Ada', 'АDА'],
      ['Paul', 'pau1'],
      ['Bob', 'B0B'],
      ['Zoë', 'zoë'],
      ['Max Müller', 'max.müller'],
      ['corn', 'com'],
      ['サクラ', 'ｻｸﾗ'],
    ];
    for (const [a, b] of same) expect([a, b, isSame(a, b)]).toEqual([a, b, true]);
    const different: [string, string][] = [
      ['Ada', 'Ida'],
      ['Zoë', 'zoe'],
      ['さくら', 'サクラ'],
      ['田中', '田口'],
      ['🦊', '🐻'],
      ['Ada 2', 'Ada 3'],
    ];
    for (const [a, b] of different) expect([a, b, isSame(a, b)]).toEqual([a, b, false]);
  });

  it('always has a look', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (name) => nicknameKey(name).replaceAll('\n', '').length > 0 || normaliseNickname(name) === '',
      ),
    );
  });
});
