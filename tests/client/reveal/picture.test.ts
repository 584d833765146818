import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAxis, edgeByWeights, markHalf, shareAxis } from '@/client/reveal/picture-shape';
import { placeLabels, type Spot } from '@/client/reveal/place-labels';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the axes of the picture without a winner', () => {
  it('hold all that is drawn, with a few ticks on round values', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 40 }), (shares) => {
        const { range, ticks } = shareAxis(shares);
        expect(range[0]).toBeLessThanOrEqual(Math.min(...shares) + 1e-9);
        expect(range[1]).toBeGreaterThanOrEqual(Math.max(...shares) - 1e-9);
        expect(range[1]).toBeGreaterThan(range[0]);
        expect(ticks.length).toBeLessThanOrEqual(9);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1 }), (counts) => {
        const { range, ticks } = countAxis(counts);
        expect(range[0]).toBeLessThan(Math.min(...counts));
        expect(range[1]).toBeGreaterThan(Math.max(...counts));
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.every((tick) => tick >= range[0] && tick <= range[1])).toBe(true);
      }),
    );
  });

  it('have larger marks for more examples', () => {
    expect(markHalf(100, [100, 6_000], 13)).toBeLessThan(markHalf(6_000, [100, 6_000], 13));
    expect(markHalf(100, [100, 100], 13)).toBeGreaterThan(0);
  });
});

it('the edge goes up, from the smallest network on', () => {
  const network = (weights: number, accuracy: number) => ({ weights, accuracy, examples: 1 });
  const networks = [
    network(50, 0.9),
    network(10, 0.5),
    network(10, 0.6),
    network(30, 0.55),
    network(90, 0.9),
  ];
  expect(edgeByWeights(networks)).toEqual([network(10, 0.6), network(50, 0.9)]);
});

describe('names in the picture', () => {
  const spot = fc.record({
    x: fc.integer({ min: 0, max: 600 }),
    y: fc.integer({ min: 0, max: 300 }),
    half: fc.integer({ min: 4, max: 12 }),
    width: fc.integer({ min: 10, max: 120 }),
    first: fc.boolean(),
  });
  const area = { left: 0, right: 600, top: 0, bottom: 300 };
  const boxOf = ({ width }: Spot, { x, y, anchor }: NonNullable<ReturnType<typeof placeLabels>[number]>) => {
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return { left, right: left + width, top: y - 8, bottom: y + 8 };
  };

  it('stand on no mark and on no other name, and within the picture', () => {
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 30 }), (spots) => {
        const boxes = placeLabels(spots, 16, area).flatMap((place, index) =>
          place ? [boxOf(spots[index]!, place)] : [],
        );
        const marks = spots.map(({ x, y, half }) => ({
          ...{ left: x - half, right: x + half, top: y - half, bottom: y + half },
        }));
        boxes.forEach((box, index) => {
          expect(box.left >= 0 && box.right <= 600 && box.top >= 0 && box.bottom <= 300).toBe(true);
          for (const other of [...boxes.slice(0, index), ...marks])
            expect(
              box.left < other.right &&
                other.left < box.right &&
                box.top < other.bottom &&
                other.top < box.bottom,
            ).toBe(false);
        });
      }),
    );
  });

  it('are those of the front where there is not room for all', () => {
    const crowded: Spot[] = Array.from({ length: 12 }, (_, index) => ({
      ...{ x: 300, y: 150 + index, half: 8, width: 280, first: index === 7 },
    }));
    expect(placeLabels(crowded, 16, area)[7]).not.toBeNull();
  });
});
