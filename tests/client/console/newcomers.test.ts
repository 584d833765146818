import { expect, test } from 'vitest';
import { floodOf } from '@/client/console/newcomers';
import type { RosterEntry } from '@/protocol/views';

const came = (times: readonly number[], membership: RosterEntry['membership'] = 'in') =>
  times.map((joinedAt) => ({ joinedAt, membership }) as RosterEntry);
const each = (count: number, from: number, everyMs: number) =>
  Array.from({ length: count }, (_, index) => from + index * everyMs);

const NOON = 12 * 3_600_000;
const lobby = { liveSince: null, now: NOON };
const live = { liveSince: NOON - 100_000, now: NOON };

test('a class that comes through the door is none', () => {
  expect(floodOf([], lobby)).toBeNull();
  expect(floodOf(came(each(40, NOON - 30_000, 500)), lobby)).toBeNull();
  expect(floodOf(came(each(300, NOON - 500_000, 1_500)), lobby)).toBeNull();
  expect(floodOf(came(each(12, NOON - 30_000, 2_000)), live)).toBeNull();
});

test('nor when the class begins as soon as all are there', () => {
  const roster = came(each(30, NOON - 40_000, 1_000));
  expect(floodOf(roster, { liveSince: NOON - 8_000, now: NOON })).toBeNull();
  expect(
    floodOf([...roster, ...came(each(30, NOON - 7_000, 100))], { liveSince: NOON - 8_000, now: NOON }),
  ).toMatchObject({ since: NOON - 7_000, count: 30 });
});

test('more than that is one, from its first newcomer on', () => {
  const early = came(each(25, NOON - 400_000, 4_000));
  const flood = came(each(200, NOON - 50_000, 100));
  expect(floodOf([...early, ...flood], lobby)).toEqual({ since: NOON - 50_000, count: 200, lastMinute: 200 });
  expect(floodOf(came(each(30, NOON - 50_000, 500)), live)).toMatchObject({ count: 30 });
});

test('those who are gone do not count, and after a while it is forgotten', () => {
  expect(floodOf(came(each(200, NOON - 50_000, 100), 'removed'), lobby)).toBeNull();
  expect(floodOf(came(each(200, NOON - 50_000, 100), 'waiting'), lobby)).toMatchObject({ count: 200 });
  expect(floodOf(came(each(200, NOON - 50_000, 100)), { ...lobby, now: NOON + 700_000 })).toBeNull();
  expect(floodOf(came(each(200, NOON - 50_000, 100)), { ...lobby, now: NOON + 300_000 })).toMatchObject({
    lastMinute: 0,
    count: 200,
  });
});
