import { expect, test } from 'vitest';
import { LESSON_EXERCISES } from '@/client/worksheet/lesson-exercises';
import { nextSheet, readSheetChoice, sheetPath } from '@/client/worksheet/sheet-address';
import { PAPER_EXERCISE_IDS } from '@/engine/worksheet/registry';
import { LESSONS } from '@/lessons/registry';

test('an address says which sheet it is, and comes back the same', () => {
  for (const choice of [
    { seed: 1, answers: false },
    { seed: 9_999, answers: true },
  ]) {
    const { searchParams, pathname } = new URL(sheetPath('loss', choice), 'http://localhost');
    expect(pathname).toBe('/learn/loss/worksheet');
    expect(readSheetChoice(Object.fromEntries(searchParams))).toEqual(choice);
  }
});

test('what makes no sense is the first sheet, without answers', () => {
  for (const sheet of ['0', '-3', '1.5', '10000', 'x', '', '1e3x', ['2', '3'], undefined]) {
    expect(readSheetChoice({ sheet, answers: 'yes' })).toEqual({ seed: 1, answers: false });
  }
});

test('the next sheet has another number, and after the last comes the first', () => {
  expect(nextSheet({ seed: 1, answers: true })).toEqual({ seed: 2, answers: true });
  expect(nextSheet({ seed: 9_999, answers: false })).toEqual({ seed: 1, answers: false });
});

test('every lesson has exercises, and every exercise has its lesson', () => {
  const used = LESSONS.flatMap(({ id }) => LESSON_EXERCISES[id]);
  expect(LESSONS.every(({ id }) => LESSON_EXERCISES[id].length > 0)).toBe(true);
  expect([...used].sort()).toEqual([...PAPER_EXERCISE_IDS].sort());
});
