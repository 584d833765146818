import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftInto } from '@/client/ui/into-window';

const ROOM = { start: 8, end: 382 };

describe('a tip beside the edge of what is seen', () => {
  it.each([
    ['lies inside', { start: 100, end: 300 }, 0],
    ['beyond the right', { start: 200, end: 400 }, -18],
    ['beyond the left', { start: -30, end: 170 }, 38],
    ['wider than the room', { start: 100, end: 600 }, -92],
  ])('%s', (_, span, shift) => {
    expect(shiftInto(span, ROOM)).toBe(shift);
  });

  it('lies inside afterwards, whatever fits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 900 }), fc.integer({ min: 0, max: 374 }), (start, width) => {
        const moved = start + shiftInto({ start, end: start + width }, ROOM);
        expect(moved).toBeGreaterThanOrEqual(ROOM.start);
        expect(moved + width).toBeLessThanOrEqual(ROOM.end);
      }),
    );
  });
});
