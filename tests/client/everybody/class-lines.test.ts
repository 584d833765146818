import { describe, expect, it } from 'vitest';
import { quartilesOf } from '@/base/quartiles';
import { classBands, classLines, lineRanges, nearestLine } from '@/client/everybody/class-lines';
import type { StudentTrace } from '@/client/everybody/traces';
import type { CurvePoint } from '@/protocol/telemetry';

const CHANCE = { accuracy: 0.1, loss: 2.3 };

/** A run of `steps` points, so many to an epoch, its loss as `loss` says. */
function trace(
  id: string,
  steps: number,
  perEpoch: number,
  loss: (epoch: number) => number | null,
): StudentTrace {
  const curve = Array.from(
    { length: steps },
    (_, i): CurvePoint => [i + 1, loss((i + 1) / perEpoch), (i + 1) / steps],
  );
  const [step, last] = curve.at(-1)!;
  return {
    id,
    mark: { colour: 0, glyph: 0 },
    here: true,
    curve,
    last: { step, epoch: steps / perEpoch, loss: last, accuracy: 1, examplesPerSecond: 100 },
  };
}

describe('all curves of a class', () => {
  it('stand over epochs, whatever the size of their batches, thinned, their newest point kept', () => {
    const [fine, coarse] = classLines(
      [trace('fine', 240, 120, (epoch) => 2 - epoch), trace('coarse', 8, 4, (epoch) => 2 - epoch)],
      'loss',
    );
    expect(fine!.x.length).toBeLessThanOrEqual(60);
    expect(fine!.x.at(-1)).toBe(2);
    expect(coarse!.x.at(-1)).toBe(2);
    expect(fine!.y.at(-1)).toBeCloseTo(0);
    expect(classLines([trace('a', 8, 4, () => 1)], 'accuracy')[0]!.y.at(-1)).toBe(1);
    const idle: StudentTrace = { id: 'b', mark: { colour: 0, glyph: 0 }, here: true, curve: [], last: null };
    expect(classLines([idle], 'loss')).toEqual([]);
  });

  it('have axes that what explodes does not stretch for ever', () => {
    const lines = classLines([trace('a', 10, 4, () => 1), trace('b', 10, 4, () => 500_000)], 'loss');
    expect(lineRanges(lines, 'loss', CHANCE)).toEqual({ epochs: 3, most: 5 });
    expect(lineRanges(lines, 'accuracy', CHANCE).most).toBe(1);
    expect(lineRanges([], 'loss', CHANCE)).toEqual({ epochs: 1, most: 2.5 });
  });

  it('have a middle as far as enough of them reach, and none where a run has no number', () => {
    const lines = classLines(
      [1, 2, 3, 4, 5].map((height) => trace(String(height), height < 4 ? 20 : 40, 10, () => height)),
      'loss',
    );
    const bands = classBands(lines, 4);
    const at = (x: number) => bands.find((band) => Math.abs(band.x - x) < 1e-9);
    expect(at(1)).toMatchObject({ low: 2, middle: 3, high: 4 });
    expect(at(2)?.middle).toBe(3);
    // Two are left there.
    expect(at(3)).toBeUndefined();
    const broken = classLines([trace('n', 20, 10, (epoch) => (epoch > 1 ? null : 1))], 'loss');
    expect(broken[0]!.y.at(-1)).toBeNaN();
    expect(classBands([...broken, ...broken, ...broken], 2).every(({ x }) => x <= 1)).toBe(true);
  });

  it('quartiles stand between the values around them', () => {
    expect(quartilesOf([4, 1, 3, 2])).toEqual({ low: 1.75, middle: 2.5, high: 3.25 });
    expect(quartilesOf([7])).toEqual({ low: 7, middle: 7, high: 7 });
  });

  it('can be pointed at: the nearest within reach', () => {
    const lines = classLines([trace('low', 10, 5, () => 0), trace('high', 10, 5, () => 1)], 'loss');
    const scale = (value: number) => value * 100;
    expect(nearestLine(lines, { x: 101, y: 92 }, scale, scale)?.line.id).toBe('high');
    expect(nearestLine(lines, { x: 101, y: 50 }, scale, scale)).toBeNull();
  });
});
