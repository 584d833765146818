import { DenseNetwork } from '@/engine/dense/dense-network';
import { answeredClass } from '@/engine/dense/evaluate';
import type { PlaygroundBegun } from '@/engine/playground/messages';
import { examplesOf, type FeatureId } from '@/engine/points/features';
import { PLANE, type PointSet } from '@/engine/points/point-set';

/** Nine parts of the plane, row by row from the upper left. */
export const REGIONS = [
  'upper-left',
  'top',
  'upper-right',
  'left',
  'centre',
  'right',
  'lower-left',
  'bottom',
  'lower-right',
] as const;
export type Region = (typeof REGIONS)[number];

export interface PointReport {
  /** By class: how many of its points are right. */
  classes: readonly { right: number; all: number }[];
  right: number;
  all: number;
  /** Where most points are wrong, the worst first; at most three. */
  wrong: readonly { region: Region; count: number }[];
}

export function regionOf(x: number, y: number): Region {
  const third = (value: number) => Math.min(2, Math.max(0, Math.floor(((value + PLANE) / (2 * PLANE)) * 3)));
  return REGIONS[(2 - third(y)) * 3 + third(x)]!;
}

/**
 * What a picture of the plane says in numbers: the points right by class, and where the wrong ones are. Exact: the network's
 * own answers, not the picture's colours. Null for regression, where no answer is right or wrong.
 */
export function reportPoints(
  { shape }: Pick<PlaygroundBegun, 'shape'>,
  features: readonly FeatureId[],
  weights: ArrayLike<number>,
  points: PointSet,
): PointReport | null {
  if (points.classes === 0) return null;
  const examples = examplesOf(points, features);
  const network = new DenseNetwork(shape, weights);
  const y = network.forwardRange(examples.inputs, 0, examples.count);
  const classes = Array.from({ length: points.classes }, () => ({ right: 0, all: 0 }));
  const wrong = new Map<Region, number>();
  let right = 0;
  for (let i = 0; i < examples.count; i++) {
    const label = points.labels[i]!;
    const one = classes[label]!;
    one.all++;
    if (answeredClass(y, i * network.outputs, network.outputs) === label) {
      one.right++;
      right++;
    } else {
      const region = regionOf(points.xs[i]!, points.ys[i]!);
      wrong.set(region, (wrong.get(region) ?? 0) + 1);
    }
  }
  const worst = [...wrong].map(([region, count]) => ({ region, count }));
  worst.sort((a, b) => b.count - a.count);
  return { classes, right, all: examples.count, wrong: worst.slice(0, 3) };
}
