import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pictureSide } from '@/client/screen/views/picture-side';

const WALL = { width: 1_820, height: 640 };

it('makes few pictures larger than many, in whole multiples of their own side', () => {
  expect([1, 2, 3, 5, 6].map((count) => pictureSide(count, WALL, 36))).toEqual([448, 448, 448, 308, 252]);
  // What fits exactly may be a fraction too wide: five of 336 and their gaps are 1828.
  expect(pictureSide(5, { width: 1_828, height: 500 }, 37)).toBe(308);
  // An old projector has room for six, too.
  expect(pictureSide(6, { width: 1_290, height: 400 }, 26)).toBe(168);
});

it('all of them fit, with a third of a picture for each caption, unless the room is none', () => {
  const side = (least: number) => fc.integer({ min: least, max: 3_000 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), side(700), side(400), (count, width, height) => {
      const size = pictureSide(count, { width, height }, 20);
      // As browsers measure it, it may be half a pixel less.
      const columns = Math.floor((width - 0.5 + 20) / (size + 20));
      const rows = Math.ceil(count / columns);
      expect(rows * size * 1.3 + (rows - 1) * 20).toBeLessThanOrEqual(height);
      expect(size % 28).toBe(0);
    }),
  );
});
