import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bitSetOf, countOnlyIn } from '@/base/bit-set';

const flags = fc.integer({ min: 0, max: 70 }).chain((length) => {
  const row = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: length, maxLength: length });
  return fc.tuple(row, row);
});

it('keeps who is in, eight a byte, and counts who is in one alone', () => {
  expect(bitSetOf([1, 0, 0, 1, 0, 0, 0, 0, 0, 1])).toEqual(Uint8Array.of(0b1001, 0b10));
  fc.assert(
    fc.property(flags, ([a, b]) => {
      const [inA, inB] = [bitSetOf(a), bitSetOf(b)];
      expect(inA.length).toBe(Math.ceil(a.length / 8));
      expect(countOnlyIn(inA, inB)).toBe(a.filter((one, i) => one === 1 && b[i] === 0).length);
      expect(countOnlyIn(inA, new Uint8Array(inA.length))).toBe(a.filter((one) => one === 1).length);
      expect(countOnlyIn(inA, inA)).toBe(0);
    }),
  );
});
