import { listOf, made, number, object, optional, or, type Shape, text, where } from '@/base/shape';
import { type MoreInput, OWN_POINTS, type OwnPoints } from '@/engine/points/own-points';
import { type LabelledPoint, PLANE, packPointSet } from '@/engine/points/point-set';

type Triple = [string, string, string];

/** Own points as they are kept in the browser: plain numbers, rounded to what can be seen. */
interface KeptOwn {
  classNames: readonly string[];
  columnNames: readonly string[] | null;
  /** The axes and, for regression, the value: centre and scale of each. */
  scales: readonly (readonly [number, number])[];
  /** Further inputs: heading, centre and scale of each. Not there in what was kept earlier. */
  more?: readonly (readonly [string, number, number])[];
  /** Of each point x, y, label, and its further inputs. */
  points: readonly (readonly number[])[];
}

/** As it is where it is so large that there is nothing to round. */
const rounded = (value: number) => {
  const whole = Math.round(value * 1e4) / 1e4;
  return Number.isFinite(whole) ? whole : value;
};

export function keepOwn({ points, classNames, columnNames, x, y, more, value }: OwnPoints): KeptOwn {
  const further = (i: number) => points.more?.values.slice(i * more.length, (i + 1) * more.length) ?? [];
  return {
    classNames,
    columnNames,
    more: more.map(({ name, centre, scale }) => [name, centre, scale] as const),
    scales: [x, y, ...(value ? [value] : [])].map(({ centre, scale }) => [centre, scale] as const),
    points: Array.from(points.xs, (px, i) =>
      [px, points.ys[i]!, points.labels[i]!, ...further(i)].map(rounded),
    ),
  };
}

/** Of an axis or a further input: centre and scale. */
const centred = { centre: number(), scale: number(Number.MIN_VALUE) };
export const axisShape = made(listOf(number(), 2, 2), ([centre, scale]) =>
  object(centred)({ centre, scale }),
);
const inputShape: Shape<MoreInput> = (kept) => {
  const [name, centre, scale] = Array.isArray(kept) && kept.length === 3 ? kept : [];
  return object({ name: text(), ...centred })({ name, centre, scale });
};

const keptShape = object({
  classNames: where(listOf(text(), 0, OWN_POINTS.classes), ({ length }) => length !== 1),
  columnNames: or(
    made(listOf(text(), 3, 3), ([x, y, value]): Triple => [x!, y!, value!]),
    null,
  ),
  scales: listOf(axisShape, 2, 3),
  more: optional(listOf(inputShape, 0, OWN_POINTS.inputs - 2), []),
  points: listOf(listOf(number(), 3), OWN_POINTS.leastRows, OWN_POINTS.rows),
});

/** Own points from what was kept. */
export const ownShape: Shape<OwnPoints> = made(
  keptShape,
  ({ classNames, columnNames, scales, more, points }) => {
    const classes = classNames.length;
    if (scales.length !== (classes === 0 ? 3 : 2)) return undefined;
    if (!points.every((point) => point.length === 3 + more.length && isOnPlane(point, classes)))
      return undefined;
    const read = points.map(([x, y, label]): LabelledPoint => ({ x: x!, y: y!, label: label! }));
    const packed = packPointSet(classes === 0 ? 'regression' : 'classification', classes, read);
    const values = points.flatMap((point) => point.slice(3));
    return {
      points:
        more.length === 0
          ? packed
          : { ...packed, more: { inputs: more.length, values: Float64Array.from(values) } },
      classNames,
      more,
      columnNames,
      x: scales[0]!,
      y: scales[1]!,
      value: scales[2] ?? null,
    };
  },
);

/** Whether a point lies on the plane and has one of the classes, or in a regression (0 classes) a value from −1 to 1. */
export function isOnPlane([x, y, label]: readonly number[], classes: number): boolean {
  if (Math.abs(x!) > PLANE || Math.abs(y!) > PLANE) return false;
  return classes === 0 ? Math.abs(label!) <= 1 : Number.isInteger(label) && label! >= 0 && label! < classes;
}
