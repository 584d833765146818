import { describe, expect, test } from 'vitest';
import { markupProblem, plainWords, readMarkup } from '@/client/lesson/words/markup';

describe('readMarkup', () => {
  test('leaves plain words alone', () => {
    expect(readMarkup('2 * 3 = 6 [sic] | x')).toEqual([
      { text: '2 * 3 = 6 [sic] | x', strong: false, term: null },
    ]);
    expect(readMarkup('')).toEqual([]);
  });
  test('reads terms, links and one inside the other', () => {
    expect(readMarkup('a **b [[loss|c]]** d[[unit|e]]')).toEqual([
      { text: 'a ', strong: false, term: null },
      { text: 'b ', strong: true, term: null },
      { text: 'c', strong: true, term: 'loss' },
      { text: ' d', strong: false, term: null },
      { text: 'e', strong: false, term: 'unit' },
    ]);
  });
  test('gives the words without marks', () => {
    expect(plainWords('**[[bias|バイアス]]**を足す')).toBe('バイアスを足す');
  });
});

describe('markupProblem', () => {
  test.each(['plain', '**term**', '[[bias|biases]] and **[[unit|units]]**'])('lets %s through', (text) => {
    expect(markupProblem(text)).toBeNull();
  });
  test.each([
    '**open',
    '[[bias|open',
    '[[bias]]',
    'closed]]',
    '****',
    '[[bias|]]',
    '[[Bias here|x]]',
    '[[|x]]',
  ])('finds what is wrong with %s', (text) => {
    expect(markupProblem(text)).not.toBeNull();
  });
});
