import type { Random } from '@/engine/random';
import { type PointSet, takePoints } from './point-set';

export interface Split {
  train: PointSet;
  test: PointSet;
}

/**
 * Shuffles the points and deals them out. Both parts get at least one point where there are two or more.
 * @param trainShare 0 to 1: part of the points that is learnt from
 */
export function splitPoints(points: PointSet, trainShare: number, random: Random): Split {
  const count = points.xs.length;
  const order = random.shuffle(Array.from({ length: count }, (_, i) => i));
  const wanted = Math.round(count * trainShare);
  const train = count < 2 ? count : Math.min(count - 1, Math.max(1, wanted));
  return { train: takePoints(points, order.slice(0, train)), test: takePoints(points, order.slice(train)) };
}
