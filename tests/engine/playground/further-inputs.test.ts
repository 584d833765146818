import { describe, expect, test } from 'vitest';
import { PlanePictures } from '@/engine/playground/pictures';
import { PlaygroundTraining } from '@/engine/playground/playground-training';
import { DEFAULT_SETUP } from '@/engine/playground/setup';
import { examplesOf, type FeatureId } from '@/engine/points/features';
import type { PointSet } from '@/engine/points/point-set';
import { splitPoints } from '@/engine/points/split';
import { createRandom } from '@/engine/random';

/** Points whose class only the third input tells: on the plane both classes lie in the same places. */
function told(count: number): PointSet {
  const random = createRandom(5);
  const rows = Array.from({ length: count }, (_, i) => ({
    x: random.normal(),
    y: random.normal(),
    label: i % 2,
  }));
  return {
    task: 'classification',
    classes: 2,
    xs: Float64Array.from(rows, (row) => row.x),
    ys: Float64Array.from(rows, (row) => row.y),
    labels: Float64Array.from(rows, (row) => row.label),
    more: { inputs: 2, values: Float64Array.from(rows.flatMap(({ label }) => [0, label === 1 ? 1 : -1])) },
  };
}

const accuracy = (features: readonly FeatureId[]) => {
  const training = new PlaygroundTraining(
    { ...DEFAULT_SETUP, points: 'own', features, hidden: [] },
    told(200),
  );
  training.advance(500);
  return training.standing().testAccuracy!;
};

describe('further inputs', () => {
  test('are what a network learns from, where the plane tells nothing', () => {
    expect(accuracy(['x1', 'x2', 'x3', 'x4'])).toBe(1);
    expect(accuracy(['x1', 'x2'])).toBeLessThan(0.7);
  });

  test('stay with their points when these are dealt out', () => {
    const points = told(50);
    const { train, test: rest } = splitPoints(points, 0.5, createRandom(1));
    for (const part of [train, rest]) {
      expect(part.more!.values).toHaveLength(part.xs.length * 2);
      part.labels.forEach((label, i) => {
        expect(part.more!.values[i * 2 + 1]).toBe(label === 1 ? 1 : -1);
      });
    }
    expect([...examplesOf(train, ['x4', 'x1']).inputs.slice(0, 2)]).toEqual([
      train.more!.values[1],
      train.xs[0],
    ]);
  });

  test('are at their mean on the plane', () => {
    const training = new PlaygroundTraining(
      { ...DEFAULT_SETUP, points: 'own', features: ['x3', 'x4'], hidden: [] },
      told(20),
    );
    const picture = new PlanePictures(4, ['x3', 'x4']).surface(training.dense);
    // Nothing of what it is told changes over the plane.
    expect(new Set(picture).size).toBe(1);
  });
});
