import { expect, test } from 'vitest';
import { type PastTry, withPast } from '@/client/benches/pool/desk-now';

const tried = (id: number, mostPerLabel: number | null): PastTry => ({
  id,
  network: 16,
  data: { mostPerLabel, scarce: null, wrongShare: 0 },
  counts: [8, 8],
  accuracy: 1,
  validationAccuracy: 0.5,
  validated: 4,
});

test('what was tried keeps the training on whole data, with which all others are compared, however many follow', () => {
  let past: readonly PastTry[] = [];
  for (let id = 1; id <= 40; id++) past = withPast(past, tried(id, id === 2 || id === 5 ? null : 3));
  expect(past).toHaveLength(12);
  expect(past.map(({ id }) => id)).toEqual([5, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40]);
});
