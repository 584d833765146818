import { describe, expect, it } from 'vitest';
import { CalmOrder } from '@/client/console/calm-order';

/** The orders of a grid, asked at moments of its own clock. */
function shownBy(calm: CalmOrder) {
  return (wanted: string, now: number, { asked = 'trouble', held = false, turn = true } = {}) => {
    const { order, again } = calm.show(wanted.split(''), asked, held, turn, now);
    return [order.join(''), again] as const;
  };
}

describe('an order that people can read', () => {
  it('changes at most every four seconds, and says when to ask again', () => {
    const show = shownBy(new CalmOrder());
    expect(show('abc', 0)).toEqual(['abc', null]);
    expect(show('bac', 1_000)).toEqual(['abc', 3_000]);
    expect(show('cba', 3_500)).toEqual(['abc', 500]);
    expect(show('cab', 4_000)).toEqual(['cab', null]);
    expect(show('abc', 7_999)).toEqual(['cab', 1]);
    expect(show('abc', 8_000)).toEqual(['abc', null]);
  });

  it('changes at once after a quiet time, and is up to date while nothing changes', () => {
    const show = shownBy(new CalmOrder());
    show('abc', 0);
    expect(show('abc', 9_000)).toEqual(['abc', null]);
    expect(show('bac', 9_500)).toEqual(['bac', null]);
  });

  it('waits for its turn, and asks for it', () => {
    const show = shownBy(new CalmOrder());
    show('abc', 0);
    expect(show('bac', 9_000, { turn: false })).toEqual(['abc', 0]);
    expect(show('bac', 9_001)).toEqual(['bac', null]);
    expect(show('abc', 9_500, { turn: false, asked: 'name' })).toEqual(['abc', null]);
  });

  it('takes in who comes and lets go who leaves at once', () => {
    const show = shownBy(new CalmOrder());
    show('abc', 0);
    expect(show('xcb', 1_000)).toEqual(['bcx', 3_000]);
    expect(show('xcb', 4_000)).toEqual(['xcb', null]);
  });

  it('does at once what the person asks for, even while it is held', () => {
    const show = shownBy(new CalmOrder());
    show('abc', 0);
    expect(show('cba', 10, { asked: 'name', held: true })).toEqual(['cba', null]);
  });

  it('stays as it is while it is held, however long, and then follows', () => {
    const show = shownBy(new CalmOrder());
    show('abc', 0);
    expect(show('cba', 60_000, { held: true })).toEqual(['abc', null]);
    expect(show('cbad', 61_000, { held: true })).toEqual(['abcd', null]);
    expect(show('cbad', 62_000)).toEqual(['cbad', null]);
  });

  it('changes in parts where much has changed, the foremost first, and is calm afterwards', () => {
    const calm = new CalmOrder();
    const show = (wanted: readonly string[], now: number, held = false) =>
      calm.show(wanted, 'trouble', held, true, now);
    const first = Array.from({ length: 60 }, (_, i) => `${i}`);
    show(first, 0);
    const wanted = first.toReversed();
    const part = show(wanted, 4_000);
    expect(part.order).not.toEqual(wanted);
    expect(part.order.slice(0, 16)).toEqual(wanted.slice(0, 16));
    expect(part.again).toBe(1_000);
    expect(show(wanted, 4_500)).toEqual({ order: part.order, again: 500 });
    expect(show(wanted, 5_000, true)).toEqual({ order: part.order, again: null });
    for (const now of [5_100, 6_100]) expect(show(wanted, now).again).toBe(1_000);
    expect(show(wanted, 7_100)).toEqual({ order: wanted, again: null });
    expect(show(first, 7_200)).toEqual({ order: wanted, again: 3_900 });
  });
});
