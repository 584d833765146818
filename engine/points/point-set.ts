/**
 * Points on the plane with what is wanted of each. All sets lie within ±6 (PLANE) when there is no noise.
 */
export interface PointSet {
  readonly task: Task;
  /** Number of classes; 0 for regression. */
  readonly classes: number;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** For classification the class from 0, for regression a value (about −1 to 1). */
  readonly labels: Float64Array;
  /** Further inputs that the plane does not show, point after point; each has mean 0 and standard deviation 1. */
  readonly more?: { readonly inputs: number; readonly values: Float64Array };
}

export type Task = 'classification' | 'regression';

/** Half the side of the square that is shown. */
export const PLANE = 6;

/** A point at a time, before it is packed. */
export interface LabelledPoint {
  x: number;
  y: number;
  label: number;
}

export function packPointSet(task: Task, classes: number, points: readonly LabelledPoint[]): PointSet {
  return {
    task,
    classes,
    xs: Float64Array.from(points, (point) => point.x),
    ys: Float64Array.from(points, (point) => point.y),
    labels: Float64Array.from(points, (point) => point.label),
  };
}

/** The points of the given numbers, in that order. */
export function takePoints(points: PointSet, indices: Iterable<number>): PointSet {
  const chosen = [...indices];
  const from = (list: Float64Array) => Float64Array.from(chosen, (i) => list[i]!);
  const { more } = points;
  return {
    ...points,
    xs: from(points.xs),
    ys: from(points.ys),
    labels: from(points.labels),
    ...(more && { more: { ...more, values: takeRows(more.values, more.inputs, chosen) } }),
  };
}

function takeRows(values: Float64Array, width: number, chosen: readonly number[]): Float64Array {
  const taken = new Float64Array(chosen.length * width);
  chosen.forEach((row, i) => {
    taken.set(values.subarray(row * width, (row + 1) * width), i * width);
  });
  return taken;
}
