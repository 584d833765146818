import { integer, listOf, made, nullOr, object, type Shape, text } from '@/base/shape';
import { shownPiece } from '@/client/benches/frame/use-laid';
import { type AxisScale, OWN_POINTS, type OwnPoints, shortened } from '@/engine/points/own-points';
import { takePoints } from '@/engine/points/point-set';
import type { Work } from '@/protocol/bench-work';
import { bytesToText, textToBytes } from '@/protocol/bytes-text';
import { axisShape, isOnPlane } from './kept-bench';

/** Characters that own points may take: what is left beside the largest network and its curve. */
const CHARACTERS = 6_000;
/** A number of a point travels as so many parts of one, from −16 to 16: finer than is seen, and the plane's border stays where it is. */
const PARTS = 2_048;
const LARGEST = 0x7fff;
const LETTERS = 40;

/** Own points on their way to who looks: 16 bits a number. Names are a piece of their own, since people type them. */
interface OpenPoints {
  /** 0: a regression. */
  classes: number;
  /** Inputs beside the plane. */
  more: number;
  /** How many there are; of a larger set an even share travels. */
  of: number;
  /** Of the axes, in a regression the value, and the further inputs. */
  scales: readonly (readonly [number, number])[];
  /** Of each point x, y, label and further inputs, as base64. */
  numbers: string;
}

export interface OpenNames {
  classes: readonly string[];
  columns: readonly string[] | null;
  more: readonly string[];
}

/** Another's own points as they are shown. */
export interface ShownOwn {
  own: OwnPoints;
  /** How many the other has; more than `own` where not all travelled. */
  of: number;
}

const mostPoints = (numbersEach: number) => Math.floor((CHARACTERS * 3) / 4 / 2 / numbersEach);

export function openPoints({ points, x, y, more, value }: OwnPoints): OpenPoints {
  const of = points.xs.length;
  const each = 3 + more.length;
  const count = Math.min(of, mostPoints(each));
  const {
    xs,
    ys,
    labels,
    more: further,
  } = takePoints(
    points,
    Array.from({ length: count }, (_, i) => Math.floor((i * of) / count)),
  );
  const view = new DataView(new ArrayBuffer(count * each * 2));
  const write = (at: number, number: number) =>
    view.setInt16(2 * at, Math.max(-LARGEST, Math.min(LARGEST, Math.round(number * PARTS))), true);
  for (let i = 0; i < count; i += 1) {
    [xs[i]!, ys[i]!, labels[i]!].forEach((number, place) => {
      write(i * each + place, number);
    });
    for (let place = 0; place < more.length; place += 1)
      write(i * each + 3 + place, further!.values[i * more.length + place]!);
  }
  return {
    classes: points.classes,
    more: more.length,
    of,
    scales: [x, y, ...(value ? [value] : []), ...more].map(({ centre, scale }) => [centre, scale] as const),
    numbers: bytesToText(new Uint8Array(view.buffer)),
  };
}

export function openNames({ classNames, columnNames, more }: OwnPoints): OpenNames {
  const short = (name: string) => shortened(name, LETTERS);
  return {
    classes: classNames.map(short),
    columns: columnNames?.map(short) ?? null,
    more: more.map(({ name }) => short(name)),
  };
}

const most = OWN_POINTS.inputs - 2;
export const openNamesShape: Shape<OpenNames> = object<OpenNames>({
  classes: listOf(text(LETTERS), 0, OWN_POINTS.classes),
  columns: nullOr(listOf(text(LETTERS), 3, 3)),
  more: listOf(text(LETTERS), 0, most),
});

/** Own points without their names. */
export const openPointsShape: Shape<ShownOwn> = made(
  object({
    classes: integer(0, OWN_POINTS.classes),
    more: integer(0, most),
    of: integer(OWN_POINTS.leastRows, OWN_POINTS.rows),
    scales: listOf(axisShape, 2, 3 + most),
    numbers: text(CHARACTERS + 4),
  }),
  ({ classes, more, of, scales, numbers }) => {
    const each = 3 + more;
    const bytes = textToBytes(numbers);
    const count = (bytes?.length ?? 0) / (2 * each);
    const axes = classes === 0 ? 3 : 2;
    if (!bytes || classes === 1 || scales.length !== axes + more) return undefined;
    if (!Number.isInteger(count) || count < OWN_POINTS.leastRows || count > of) return undefined;
    const view = new DataView(bytes.buffer);
    const read = (at: number) => view.getInt16(2 * at, true) / PARTS;
    const column = (place: number) => Float64Array.from({ length: count }, (_, i) => read(i * each + place));
    const [xs, ys] = [column(0), column(1)];
    const labels = column(2);
    if (!xs.every((x, i) => isOnPlane([x, ys[i]!, labels[i]!], classes))) return undefined;
    const values = Float64Array.from({ length: count * more }, (_, i) =>
      read(Math.floor(i / more) * each + 3 + (i % more)),
    );
    const own: OwnPoints = {
      points: {
        task: classes === 0 ? 'regression' : 'classification',
        classes,
        xs,
        ys,
        labels,
        ...(more > 0 && { more: { inputs: more, values } }),
      },
      classNames: Array.from({ length: classes }, (_, label) => String(label)),
      columnNames: null,
      x: scales[0]!,
      y: scales[1]!,
      value: classes === 0 ? scales[2]! : null,
      more: scales.slice(axes).map((axis: AxisScale) => ({ ...axis, name: '' })),
    };
    return { own, of };
  },
);

/** What another's own points are read from: the same text, the same points. */
export function ownTexts(shown: readonly Work[]): string {
  return shown
    .filter(({ name }) => name.startsWith('own-'))
    .map(({ text }) => text)
    .join();
}

/** Another's own points, with their names where those may be seen; null: none are shown. */
export function shownOwn(shown: readonly Work[]): ShownOwn | null {
  const found = shownPiece(shown, 'own-points', openPointsShape);
  if (!found) return null;
  return { ...found, own: withNames(found.own, shownPiece(shown, 'own-names', openNamesShape) ?? null) };
}

/** Own points under the names that came beside them; as they are where none came, or such as are for others. */
export function withNames(own: OwnPoints, names: OpenNames | null): OwnPoints {
  if (!names || names.classes.length !== own.points.classes || names.more.length !== own.more.length)
    return own;
  const [x, y, label] = names.columns ?? [];
  return {
    ...own,
    classNames: [...names.classes],
    columnNames: names.columns ? [x!, y!, label!] : null,
    more: own.more.map((input, i) => ({ ...input, name: names.more[i]! })),
  };
}
