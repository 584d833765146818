import { expect, test } from 'vitest';
import { kindsCompared, type PastTry, withPast } from '@/client/benches/pool/desk-now';
import { shownDeskShape, writeDesk } from '@/client/benches/pool/shown-desk';
import { ALL_DATA } from '@/engine/pool/pool-pictures';

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

test('only what was trained one thing at a time, beside whole data and the same network, is compared', () => {
  const spoil = (id: number, data: Partial<PastTry['data']>, network: PastTry['network'] = 16): PastTry => ({
    ...{ ...tried(id, null), network },
    data: { ...ALL_DATA, ...data },
  });
  const [few, wrong] = [spoil(2, { mostPerLabel: 5 }), spoil(3, { wrongShare: 0.2 })];
  expect(kindsCompared([few, wrong])).toBe(0);
  // Whatever came first.
  expect(kindsCompared([few, wrong, spoil(4, {})])).toBe(2);
  expect(kindsCompared([spoil(1, {}), few, spoil(5, { mostPerLabel: 2 })])).toBe(1);
  expect(kindsCompared([spoil(1, {}), spoil(6, { mostPerLabel: 5, wrongShare: 0.2 })])).toBe(0);
  expect(kindsCompared([spoil(1, {}, 8), few, wrong])).toBe(0);
});

test('others are shown all of what is remembered', () => {
  let past: readonly PastTry[] = [];
  for (let id = 1; id <= 20; id++) past = withPast(past, tried(id, 3));
  const shown = writeDesk({
    ...{ source: 'class', network: 16, data: ALL_DATA, preparing: false, problem: null },
    ...{ pool: { facts: null, own: [] }, run: null, past },
  });
  expect(shownDeskShape(JSON.parse(JSON.stringify(shown)))?.past).toEqual(past);
});
