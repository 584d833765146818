import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeToGo, type Way } from '@/client/ui/one-stop';

/** Buttons in rows, as they are read. */
const grid = (columns: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    left: (index % columns) * 60,
    top: Math.floor(index / columns) * 50,
    width: 56,
    height: 44,
  }));

describe('where a key leads among controls that are one stop', () => {
  it('on and back in the order of reading, and no further than the ends', () => {
    const boxes = grid(3, 7);
    expect([0, 2, 6].map((at) => placeToGo(boxes, at, 'next'))).toEqual([1, 3, null]);
    expect([0, 3, 6].map((at) => placeToGo(boxes, at, 'previous'))).toEqual([null, 2, 5]);
    expect(placeToGo(boxes, 4, 'first')).toBe(0);
    expect(placeToGo(boxes, 4, 'last')).toBe(6);
  });

  it('up and down to the next line', () => {
    const boxes = grid(3, 7);
    expect([0, 1, 4, 5].map((at) => placeToGo(boxes, at, 'down'))).toEqual([3, 4, 6, 6]);
    expect([0, 4, 6].map((at) => placeToGo(boxes, at, 'up'))).toEqual([null, 1, 3]);
    expect(placeToGo(boxes, 6, 'down')).toBeNull();
  });

  it('in a single line up and down go back and on, whatever its order on the page', () => {
    const row = grid(9, 4);
    expect(placeToGo(row, 1, 'down')).toBe(2);
    expect(placeToGo(row, 1, 'up')).toBe(0);
  });

  it('leads nowhere from what is not there, or where there is one alone', () => {
    const ways: Way[] = ['next', 'previous', 'up', 'down', 'first', 'last'];
    for (const way of ways) {
      expect(placeToGo(grid(3, 7), -1, way)).toBeNull();
      expect(placeToGo(grid(3, 1), 0, way)).toBeNull();
    }
  });

  it('never leads to itself or out, and down then up comes back in a full grid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 2, max: 6 }),
        fc.nat(200),
        (columns, rows, seed) => {
          const boxes = grid(columns, columns * rows);
          const at = seed % boxes.length;
          for (const way of ['next', 'previous', 'up', 'down'] as const) {
            const to = placeToGo(boxes, at, way);
            expect(to).not.toBe(at);
            if (to !== null) expect(boxes[to]).toBeDefined();
          }
          const down = placeToGo(boxes, at, 'down');
          if (down !== null) expect(placeToGo(boxes, down, 'up')).toBe(at);
        },
      ),
    );
  });
});
