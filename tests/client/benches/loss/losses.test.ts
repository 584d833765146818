import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLosses, MOST_SUM, situationOf, sumOf } from '@/client/benches/loss/compare-losses';
import { OUTPUT_PRESETS, outputsShape, squaredErrors } from '@/client/benches/loss/squared-errors';
import { writeFixed } from '@/client/benches/numbers/number-text';

const sums = fc.double({ min: -MOST_SUM, max: MOST_SUM, noNaN: true });
const h = 1e-5;

describe('two losses of one output', () => {
  test('the slopes by z are the finite differences of the losses', () => {
    fc.assert(
      fc.property(sums, fc.constantFrom(0 as const, 1 as const), (z, wanted) => {
        for (const id of ['squared', 'cross'] as const) {
          const difference =
            (compareLosses(z + h, wanted)[id].loss - compareLosses(z - h, wanted)[id].loss) / (2 * h);
          expect(compareLosses(z, wanted)[id].bySum).toBeCloseTo(difference, 6);
        }
      }),
    );
  });

  test('where it is badly wrong, squared error hardly pushes and cross-entropy does; never less than twice', () => {
    const wrong = compareLosses(6, 0);
    expect(wrong.squared.bySum).toBeLessThan(0.005);
    expect(wrong.cross.bySum).toBeGreaterThan(0.99);
    expect(situationOf(wrong.y, 0)).toBe('stuck');
    expect(situationOf(wrong.y, 1)).toBe('right');
    fc.assert(
      fc.property(sums, (z) => {
        const { times, squared, cross } = compareLosses(z, 0);
        expect(times).toBeGreaterThanOrEqual(2);
        expect(cross.bySum / squared.bySum).toBeCloseTo(times, 6);
      }),
    );
  });

  test('an output leads back to its sum, and the ends to the last sum', () => {
    for (const z of [-5, 0, 3.3]) expect(sumOf(compareLosses(z, 0).y)).toBeCloseTo(z, 9);
    expect(sumOf(0)).toBe(-MOST_SUM);
    expect(sumOf(1)).toBe(MOST_SUM);
  });
});

describe('squared error over three outputs', () => {
  test('the same distance in one place costs more than spread out', () => {
    const spread = squaredErrors({ outputs: OUTPUT_PRESETS.spread, right: 0 });
    const single = squaredErrors({ outputs: OUTPUT_PRESETS.single, right: 0 });
    const distance = ({ rows }: typeof spread) =>
      rows.reduce((sum, row) => sum + Math.abs(row.difference), 0);
    expect(distance(spread)).toBeCloseTo(distance(single));
    expect(spread.sum).toBeCloseTo(0.12);
    expect(single.sum).toBeCloseTo(0.36);
    expect(squaredErrors({ outputs: OUTPUT_PRESETS.opposite, right: 0 }).sum).toBe(3);
  });

  test('damaged work is not taken up', () => {
    const good = { outputs: [0, 0.5, 1], right: 2 };
    expect(outputsShape(good)).toEqual(good);
    for (const bad of [
      null,
      3,
      {},
      { ...good, right: 3 },
      { ...good, outputs: [0, 2, 1] },
      { ...good, outputs: [1] },
    ])
      expect(outputsShape(bad)).toBeUndefined();
  });
});

describe('numbers and pictures', () => {
  test('are written with a real minus', () => {
    expect(writeFixed(-0.004, 2)).toBe('0.00');
    expect(writeFixed(-1.5, 1)).toBe('−1.5');
    expect(writeFixed(Infinity, 1)).toBe('∞');
  });
});
