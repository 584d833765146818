import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deletionTime, isToAnnounce, isToDelete, type Kept, keepingOf } from '@/classroom/retention';

const DAY = 24 * 3_600_000;
const POLICY = { defaultDays: 365, mostDays: 730 };
const over = (given: Partial<Kept> = {}): Kept => ({
  overAt: 0,
  keepDays: null,
  announcedAt: null,
  ...given,
});

describe('how long a class is kept', () => {
  it('from its end, as its teacher or the operator says, announced two weeks before', () => {
    expect(deletionTime(over(), POLICY, 0)).toBe(365 * DAY);
    expect(deletionTime(over({ keepDays: 30 }), POLICY, 0)).toBe(30 * DAY);
    expect(isToAnnounce(over(), POLICY, 351 * DAY - 1)).toBe(false);
    expect(isToAnnounce(over(), POLICY, 351 * DAY)).toBe(true);
    expect(isToDelete(over({ announcedAt: 351 * DAY }), POLICY, 365 * DAY - 1)).toBe(false);
    expect(isToDelete(over({ announcedAt: 351 * DAY }), POLICY, 365 * DAY)).toBe(true);
  });

  it('never longer than the operator allows, whatever was chosen before that was made less', () => {
    expect(deletionTime(over({ keepDays: 3_000 }), POLICY, 0)).toBe(730 * DAY);
  });

  it('nothing that is open has a date', () => {
    const open = over({ overAt: null });
    expect(keepingOf(open, POLICY, 5_000 * DAY)).toEqual({
      ...{ keepDays: null, policy: POLICY, deletedAt: null, soon: false },
    });
    expect(isToDelete({ ...open, announcedAt: 0 }, POLICY, 5_000 * DAY)).toBe(false);
  });

  it('what is past its time and was never announced has two weeks from the announcement', () => {
    const old = over();
    expect(keepingOf(old, POLICY, 900 * DAY)).toMatchObject({ deletedAt: 914 * DAY, soon: true });
    expect(isToDelete(old, POLICY, 900 * DAY)).toBe(false);
    expect(isToAnnounce(old, POLICY, 900 * DAY)).toBe(true);
  });

  it('nothing is ever deleted before its time, nor without two weeks of notice (any settings)', () => {
    const days = fc.integer({ min: 14, max: 3_650 });
    fc.assert(
      fc.property(
        fc.option(days),
        days,
        days,
        fc.integer({ min: 0, max: 5_000 }),
        fc.option(fc.integer({ min: 0, max: 5_000 })),
        (keepDays, one, other, today, announced) => {
          const policy = { defaultDays: Math.min(one, other), mostDays: Math.max(one, other) };
          const kept = over({ keepDays, announcedAt: announced === null ? null : announced * DAY });
          if (!isToDelete(kept, policy, today * DAY)) return;
          expect(today).toBeGreaterThanOrEqual(Math.min(keepDays ?? policy.defaultDays, policy.mostDays));
          expect(today).toBeGreaterThanOrEqual(announced! + 14);
        },
      ),
    );
  });
});
