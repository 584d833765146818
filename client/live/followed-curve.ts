import type { CurvePoint } from '@/protocol/telemetry';

/** Points kept of each student's curve. */
export const FOLLOWED_CURVE_POINTS = 240;

export const NO_CURVE: readonly CurvePoint[] = [];

/** A curve with one more point. Curves are replaced, never changed, so that a screen can compare them. */
export function extendedCurve(
  curve: readonly CurvePoint[],
  last: { step: number; loss: number | null; accuracy: number | null } | null,
): readonly CurvePoint[] {
  if (!last) return curve;
  const newest = curve.at(-1)?.[0] ?? -1;
  if (last.step === newest) return curve;
  // A step behind the newest one: the run was taken up again from an earlier checkpoint.
  const kept = last.step > newest ? curve : curve.filter(([step]) => step < last.step);
  return boundedCurve([...kept, [last.step, last.loss, last.accuracy]]);
}

/** A curve that grows too long keeps every other point of its older half: old times get coarser, recent ones stay. */
export function boundedCurve(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  if (curve.length <= FOLLOWED_CURVE_POINTS) return curve;
  const half = Math.floor(curve.length / 2);
  return boundedCurve(curve.filter((_, index) => index >= half || index % 2 === 0));
}
