import { describe, expect, test } from 'vitest';
import { readSeed } from '@/client/lesson/alone/visitor-seed';
import { predictionsShape, withGuess, withOutcome } from '@/client/lesson/predictions/kept-predictions';

describe('readSeed', () => {
  test.each([
    ['0', 0],
    ['42', 42],
    ['4294967295', 4294967295],
  ])('takes %s', (text, seed) => expect(readSeed(text)).toBe(seed));
  test.each([
    null,
    '',
    '-1',
    '1.5',
    '1e3',
    '0x10',
    ' 1',
    '4294967296',
    '99999999999999999999',
    '<script>',
    'NaN',
    '１２',
  ])('takes nothing from %s', (text) => expect(readSeed(text)).toBeNull());
});

describe('kept predictions', () => {
  test('a guess stands once it is made, and the first outcome stays', () => {
    const guessed = withGuess({}, 'xor', 1);
    expect(guessed).toEqual({ xor: { guess: 1, outcome: null } });
    expect(withGuess(guessed, 'xor', 2)).toBe(guessed);
    const seen = withOutcome(guessed, 'xor', 0);
    expect(seen).toEqual({ xor: { guess: 1, outcome: 0 } });
    expect(withOutcome(seen, 'xor', 1)).toBe(seen);
  });
  test('no outcome without a guess', () => {
    expect(withOutcome({}, 'xor', 0)).toEqual({});
  });
  test('reads what a browser kept, however it looks', () => {
    expect(predictionsShape({ a: { guess: 1, outcome: 'x' }, b: 3, c: { guess: -1 } })).toEqual({
      a: { guess: 1, outcome: null },
      c: { guess: null, outcome: null },
    });
    expect(predictionsShape([])).toBeUndefined();
    expect(predictionsShape(null)).toBeUndefined();
  });
});
