import type { Point } from '@/protocol/run';

type PackedPoint = [
  step: number,
  epoch: number,
  loss: number | null,
  accuracy: number | null,
  validationLoss: number | null,
  validationAccuracy: number | null,
  examplesPerSecond: number,
  validationExamples?: number,
];

/** Points as they are kept: JSON rows without field names, a third of the size. The order of the values never changes; new ones come last. */
export function packPoints(points: readonly Point[]): string {
  return JSON.stringify(points.map(packPoint));
}

/** A large class has twenty thousand a second: nothing is made beside what is kept. */
function packPoint(point: Point): PackedPoint {
  const packed: PackedPoint = [
    point.step,
    point.epoch,
    point.loss,
    point.accuracy,
    point.validationLoss,
    point.validationAccuracy,
    point.examplesPerSecond,
  ];
  if (point.validationExamples !== undefined) packed.push(point.validationExamples);
  return packed;
}

export function unpackPoints(packed: string): Point[] {
  return (JSON.parse(packed) as PackedPoint[]).map(unpackPoint);
}

/** The last of packed points, of which only the end need be given: there is one at least, and no number holds a bracket. */
export function newestPoint(end: string): Point {
  return unpackPoint(JSON.parse(end.slice(end.lastIndexOf('['), -1)) as PackedPoint);
}

function unpackPoint(values: PackedPoint): Point {
  return {
    step: values[0],
    epoch: values[1],
    loss: values[2],
    accuracy: values[3],
    validationLoss: values[4],
    validationAccuracy: values[5],
    examplesPerSecond: values[6],
    ...(values[7] === undefined ? {} : { validationExamples: values[7] }),
  };
}

/**
 * At most `most` (2 or more) of a run's points, oldest first: the first and the newest, those at which validation was
 * measured (up to half of all), and the others evenly over the whole run. For whoever looks at a run: the full length
 * is megabytes, which would keep the server's thread from everybody else.
 */
export function thinForReview(points: Point[], most: number): Point[] {
  if (points.length <= most) return points;
  const measured = evenly(
    points.flatMap(({ validationLoss }, index) => (validationLoss === null ? [] : [index])),
    Math.floor((most - 2) / 2),
  );
  const all = points.map((_, index) => index);
  const kept = new Set([0, points.length - 1, ...measured, ...evenly(all, most - 2 - measured.length)]);
  return points.filter((_, index) => kept.has(index));
}

/** So many of these, evenly chosen; all where there are no more. */
function evenly(indices: readonly number[], count: number): readonly number[] {
  if (indices.length <= count) return indices;
  return Array.from({ length: count }, (_, i) => indices[Math.floor((i * indices.length) / count)]!);
}
