import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createClass } from '@/classroom/state';
import { LiveClasses } from '@/server/live/live-classes';
import type { Store } from '@/server/store/store';
import { roundMeans } from '@/tests/live/round-means';

const STATE = createClass(
  { id: 'c', code: 'ABCDEF', teacherId: 't', lessonId: 'handwritten-digits', maxStudents: 40 },
  1,
);
/** The part of a store from which a class is loaded. */
const store = {
  findClassByCode: async () => STATE,
  loadClass: async () => STATE,
  listRuns: async () => [],
  listStepRecords: async () => [],
} as Partial<Store> as Store;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('a class that somebody has just asked for is not dropped under their hands, an idle one is', async () => {
  const classes = new LiveClasses({
    store,
    now: Date.now,
    isNicknameFit: () => true,
    log: pino({ level: 'silent' }),
    rounds: roundMeans(),
    secret: 's'.repeat(32),
  });
  const first = await classes.byCode('ABCDEF');
  // The next look at idle classes comes 30 seconds after this, the fifth minute has passed by then.
  await vi.advanceTimersByTimeAsync(5 * 60_000 - 1_000);
  expect(await classes.byCode('ABCDEF')).toBe(first);
  // Whoever asked looks into the database before it attaches.
  await vi.advanceTimersByTimeAsync(31_000);
  expect(await classes.byId('c')).toBe(first);
  await vi.advanceTimersByTimeAsync(6 * 60_000);
  expect(await classes.byCode('ABCDEF')).not.toBe(first);
  classes.close();
});
