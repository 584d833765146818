import { expect, test } from 'vitest';
import { ResultMemory } from '@/server/verify/result-memory';

test('the same question is worked out once, another one anew, and the longest unused is forgotten', () => {
  const memory = new ResultMemory<number>(2);
  let worked = 0;
  const ask = (...question: unknown[]) => memory.of(question, () => ++worked);
  expect([ask('loss', 1), ask('loss', 1), ask('loss', 2), ask('loss', 1)]).toEqual([1, 1, 2, 1]);
  expect(ask('loss', 3)).toBe(3);
  expect(ask('loss', 1)).toBe(1);
  expect(ask('loss', 2)).toBe(4);
});

test('long questions are not kept', () => {
  const memory = new ResultMemory<number>();
  let worked = 0;
  const weights = Array.from({ length: 200 }, () => 0.5);
  memory.of([weights], () => ++worked);
  memory.of([weights], () => ++worked);
  expect(worked).toBe(2);
});
