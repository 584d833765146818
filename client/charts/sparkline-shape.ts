import type { Dataset } from '@/protocol/datasets';
import type { CurvePoint } from '@/protocol/telemetry';

/** Vertices of a polyline: x and y in turn. NaN, NaN lifts the pen where a value is missing. */
export interface SparklineShape {
  loss: number[];
  accuracy: number[];
  /** Where the newest accuracy (or else loss) stands, for the dot at the end. */
  end: { x: number; y: number } | null;
  /** Height of the chance level. */
  chanceY: number;
}

/**
 * Lays a live curve into a box of pixels. Accuracy runs from 0 to 1; loss from 0 to the chance level at least and twice
 * that at most, so that one wild first value does not flatten everything after it.
 * @param inset pixels kept free on every side, for line width and the dot
 */
export function shapeSparkline(
  curve: readonly CurvePoint[],
  width: number,
  height: number,
  inset: number,
  chance: Dataset['chance'],
): SparklineShape {
  const first = curve[0]?.[0] ?? 0;
  const span = Math.max(1, (curve[curve.length - 1]?.[0] ?? 0) - first);
  const x = (step: number) => inset + ((step - first) / span) * (width - 2 * inset);
  const y = (share: number) => height - inset - Math.min(1, Math.max(0, share)) * (height - 2 * inset);
  let most = chance.loss;
  for (const [, loss] of curve) if (loss !== null && loss > most) most = loss;
  most = Math.min(most, chance.loss * 2);

  const shape: SparklineShape = { loss: [], accuracy: [], end: null, chanceY: y(chance.accuracy) };
  for (const [step, loss, accuracy] of curve) {
    if (loss === null || !Number.isFinite(loss)) shape.loss.push(Number.NaN, Number.NaN);
    else {
      shape.loss.push(x(step), y(loss / most));
      if (accuracy === null) shape.end = { x: x(step), y: y(loss / most) };
    }
    if (accuracy === null || !Number.isFinite(accuracy)) shape.accuracy.push(Number.NaN, Number.NaN);
    else {
      shape.accuracy.push(x(step), y(accuracy));
      shape.end = { x: x(step), y: y(accuracy) };
    }
  }
  return shape;
}
