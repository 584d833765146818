import type { Point } from '@/protocol/run';

/**
 * At most about `most` points for a picture. Training values are means since the point before, so neighbours are joined
 * by means weighted with their steps, which keeps them true; of the validation values the newest in each bucket stays.
 * The last point is always the run's last.
 */
export function thinPoints(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const thinned: Point[] = [];
  let previousStep = 0;
  for (let bucket = 0; bucket < most; bucket++) {
    const from = Math.floor((bucket * points.length) / most);
    const to = Math.floor(((bucket + 1) * points.length) / most);
    const last = points[to - 1]!;
    let weight = 0;
    let loss: number | null = 0;
    let accuracy: number | null = 0;
    let validationLoss: number | null = null;
    let validationAccuracy: number | null = null;
    let validationExamples: number | undefined;
    for (let i = from; i < to; i++) {
      const point = points[i]!;
      const steps = Math.max(1, point.step - previousStep);
      previousStep = point.step;
      weight += steps;
      // One value that is no number makes the mean none: a picture must not hide a divergence.
      loss = loss === null || point.loss === null ? null : loss + point.loss * steps;
      accuracy = accuracy === null || point.accuracy === null ? null : accuracy + point.accuracy * steps;
      validationLoss = point.validationLoss ?? validationLoss;
      validationAccuracy = point.validationAccuracy ?? validationAccuracy;
      if (point.validationLoss !== null) validationExamples = point.validationExamples;
    }
    const { validationExamples: _ofLast, ...plain } = last;
    thinned.push({
      ...plain,
      ...(validationExamples === undefined ? {} : { validationExamples }),
      loss: loss === null ? null : loss / weight,
      accuracy: accuracy === null ? null : accuracy / weight,
      validationLoss,
      validationAccuracy,
    });
  }
  return thinned;
}
