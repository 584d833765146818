import { describe, expect, test } from 'vitest';
import { readSeed } from '@/client/lesson/alone/visitor-seed';
import { predictionsShape, withGuess, withOutcome } from '@/client/lesson/predictions/kept-predictions';
import { countDone, nextStepIndex, progressShape } from '@/client/lesson/progress';

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

describe('progress', () => {
  const steps = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  test('counts only steps that there are, and goes on at the first open one', () => {
    expect(countDone(steps, ['a', 'gone', 'c'])).toBe(2);
    expect(nextStepIndex(steps, ['a'])).toBe(1);
    expect(nextStepIndex(steps, ['a', 'b', 'c'])).toBe(0);
    expect(nextStepIndex(steps, [])).toBe(0);
  });
  test('reads what a browser kept, however it looks', () => {
    expect(progressShape(['a', 'a', 7, null, 'b'])).toEqual(['a', 'b']);
    expect(progressShape({ a: true })).toBeUndefined();
    expect(progressShape('a')).toBeUndefined();
    expect(progressShape(Array.from({ length: 5_000 }, (_, index) => `s${index}`))).toHaveLength(100);
  });
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
