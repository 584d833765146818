import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawOf } from '@/classroom/knob-law';
import { createRandom } from '@/engine/random';

const VALUES = [60, 125, 250, 500, 1_000, 2_000, 4_000];

describe('a power law through points', () => {
  it('is found where there is one, and foretells the next value', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 0, noNaN: true }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (slope, start) => {
          const law = lawOf(
            VALUES.map((value) => ({ value, error: start * value ** slope })),
            8_000,
          )!;
          expect(law.slope).toBeCloseTo(slope, 6);
          expect(law.start).toBeCloseTo(start, 6);
          expect(law.next.error / (start * 8_000 ** slope)).toBeCloseTo(1, 6);
          expect(law.next.low).toBeLessThanOrEqual(law.next.error * (1 + 1e-9));
        },
      ),
    );
  });

  it('its bounds hold 95 of 100 new results of such a law', () => {
    const random = createRandom(5);
    const at = (value: number) => 2 * value ** -0.4 * Math.exp(0.05 * random.normal());
    const times = 2_000;
    let inside = 0;
    for (let time = 0; time < times; time++) {
      const { next } = lawOf(
        VALUES.map((value) => ({ value, error: at(value) })),
        8_000,
      )!;
      const came = at(8_000);
      if (came >= next.low && came <= next.high) inside += 1;
    }
    expect(inside / times).toBeGreaterThan(0.935);
    expect(inside / times).toBeLessThan(0.965);
  });

  it('wants six networks of four values', () => {
    const points = VALUES.map((value) => ({ value, error: value ** -0.4 }));
    expect(lawOf(points.slice(0, 5), 8_000)).toBeNull();
    expect(lawOf([...points.slice(0, 3), ...points.slice(0, 3)], 8_000)).toBeNull();
    expect(lawOf([...points.slice(0, 4), ...points.slice(0, 2)], 8_000)).not.toBeNull();
  });
});
