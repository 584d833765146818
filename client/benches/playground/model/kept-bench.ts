import { type MoreInput, OWN_POINTS, type OwnPoints } from '@/engine/points/own-points';
import { type LabelledPoint, PLANE, packPointSet } from '@/engine/points/point-set';

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

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

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

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Own points from what was kept, which may be old or tampered with; null where they are not usable. */
export function acceptOwn(kept: unknown): OwnPoints | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { classNames, columnNames, scales, points, more = [] } = kept as Partial<KeptOwn>;
  if (!Array.isArray(classNames) || !Array.isArray(scales) || !Array.isArray(points)) return null;
  const classes = classNames.length;
  if (classes === 1 || classes > OWN_POINTS.classes) return null;
  if (!classNames.every((name) => typeof name === 'string')) return null;
  if (points.length < OWN_POINTS.leastRows || points.length > OWN_POINTS.rows) return null;
  if (scales.length !== (classes === 0 ? 3 : 2)) return null;
  const axes = scales.map((scale) =>
    Array.isArray(scale) && isNumber(scale[0]) && isNumber(scale[1]) && scale[1] > 0
      ? { centre: scale[0], scale: scale[1] }
      : null,
  );
  if (axes.includes(null)) return null;
  const inputs = acceptMore(more);
  if (!inputs) return null;
  const moreValues: number[] = [];
  const read: LabelledPoint[] = [];
  for (const point of points as readonly unknown[]) {
    if (!Array.isArray(point)) return null;
    const [x, y, label, ...further] = point as unknown[];
    if (further.length !== inputs.length || !further.every(isNumber)) return null;
    moreValues.push(...further);
    if (!isNumber(x) || !isNumber(y) || !isNumber(label)) return null;
    if (Math.abs(x) > PLANE || Math.abs(y) > PLANE) return null;
    if (classes > 0 && !(Number.isInteger(label) && label >= 0 && label < classes)) return null;
    if (classes === 0 && Math.abs(label) > 1) return null;
    read.push({ x, y, label });
  }
  const names = Array.isArray(columnNames) && columnNames.length === 3 ? columnNames.map(String) : null;
  const packed = packPointSet(classes === 0 ? 'regression' : 'classification', classes, read);
  return {
    points:
      inputs.length === 0
        ? packed
        : { ...packed, more: { inputs: inputs.length, values: Float64Array.from(moreValues) } },
    classNames: [...classNames],
    more: inputs,
    columnNames: names as [string, string, string] | null,
    x: axes[0]!,
    y: axes[1]!,
    value: axes[2] ?? null,
  };
}

function acceptMore(kept: unknown): MoreInput[] | null {
  if (!Array.isArray(kept) || kept.length > OWN_POINTS.inputs - 2) return null;
  const inputs = (kept as unknown[]).map((input): MoreInput | null => {
    if (!Array.isArray(input)) return null;
    const [name, centre, scale] = input as unknown[];
    return typeof name === 'string' && isNumber(centre) && isNumber(scale) && scale > 0
      ? { name, centre, scale }
      : null;
  });
  return inputs.includes(null) ? null : (inputs as MoreInput[]);
}
