import { ascending, quantileSorted } from 'd3-array';

/** A curve: places in order of x. */
export type CurvePlaces = readonly (readonly [x: number, y: number])[];

/** How the curves lie at one x. */
export interface BandPlace {
  x: number;
  lower: number;
  median: number;
  upper: number;
  /** Curves that go on so far. */
  count: number;
}

/** The value of a curve at x, between its places on a straight line; null before its first and after its last. */
export function valueAt(curve: CurvePlaces, x: number): number | null {
  const first = curve[0];
  const last = curve.at(-1);
  if (!first || !last || x < first[0] || x > last[0]) return null;
  let [low, high] = [0, curve.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (curve[middle]![0] <= x) low = middle;
    else high = middle;
  }
  const [[x0, y0], [x1, y1]] = [curve[low]!, curve[high]!];
  if (x >= x1) return y1;
  return x1 === x0 ? y1 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

/**
 * Median and quartiles of many curves at evenly spread places. It ends where fewer than half of the curves go on: of those that trained
 * longest alone it would say what is not so of the class.
 */
export function quantileBand(curves: readonly CurvePlaces[], places = 60): BandPlace[] {
  const drawn = curves.filter(({ length }) => length > 0);
  const end = Math.max(0, ...drawn.map((curve) => curve.at(-1)![0]));
  return Array.from({ length: places }, (_, index) => (end * (index + 1)) / places).flatMap((x) => {
    const values = drawn.flatMap((curve) => valueAt(curve, x) ?? []).sort(ascending);
    if (values.length < 2 || values.length * 2 < drawn.length) return [];
    return [
      {
        x,
        lower: quantileSorted(values, 0.25)!,
        median: quantileSorted(values, 0.5)!,
        upper: quantileSorted(values, 0.75)!,
        count: values.length,
      },
    ];
  });
}
