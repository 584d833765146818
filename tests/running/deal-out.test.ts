import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dealOut } from './deal-out';

const things = fc.uniqueArray(
  fc.record({ name: fc.string(), seconds: fc.double({ min: 0.1, max: 200, noNaN: true }) }),
  { selector: ({ name }) => name, maxLength: 60 },
);

it('gives everything to exactly one, alike on every machine, and nobody much more than another', () => {
  fc.assert(
    fc.property(things, fc.integer({ min: 1, max: 6 }), (items, count) => {
      const shares = dealOut(items, count);
      expect(shares).toHaveLength(count);
      expect(new Set(shares.flat())).toEqual(new Set(items));
      expect(shares.flat()).toHaveLength(items.length);
      expect(dealOut([...items].reverse(), count)).toEqual(shares);
      const sums = shares.map((share) => share.reduce((sum, { seconds }) => sum + seconds, 0));
      const longest = Math.max(0, ...items.map(({ seconds }) => seconds));
      expect(Math.max(...sums) - Math.min(...sums)).toBeLessThanOrEqual(longest + 1e-9);
    }),
  );
});
