import { type Quartiles, quartilesOf } from '@/base/quartiles';
import type { Dataset } from '@/protocol/datasets';
import type { CurveMeasure } from '@/protocol/screen';
import type { Mark } from '@/protocol/views';
import type { StudentTrace } from './traces';

/** A student's curve over epochs. */
export interface ClassLine {
  id: string;
  mark: Mark;
  here: boolean;
  /** Epochs, growing. */
  x: number[];
  /** NaN where the run had no number. */
  y: number[];
}

/** Points that one line among many is drawn with. */
const MOST_POINTS = 60;

/** The curves of all who have trained, over epochs, so that runs with batches of different sizes compare; thinned evenly, the newest kept. */
export function classLines(traces: readonly StudentTrace[], measure: CurveMeasure): ClassLine[] {
  return traces.flatMap(({ id, mark, here, curve, last }) => {
    if (last === null || last.step <= 0 || curve.length === 0) return [];
    const perStep = last.epoch / last.step;
    const stride = Math.ceil(curve.length / MOST_POINTS);
    const kept = curve.filter((_, index) => (curve.length - 1 - index) % stride === 0);
    return [
      {
        id,
        mark,
        here,
        x: kept.map(([step]) => step * perStep),
        y: kept.map(([, loss, accuracy]) => (measure === 'loss' ? loss : accuracy) ?? Number.NaN),
      },
    ];
  });
}

/** The ends of both axes. A loss of twice guessing is as far as the picture goes: what explodes stands at its upper edge. */
export function lineRanges(
  lines: readonly ClassLine[],
  measure: CurveMeasure,
  chance: Dataset['chance'],
): { epochs: number; most: number } {
  let epochs = 1;
  let most = chance.loss;
  for (const { x, y } of lines) {
    epochs = Math.max(epochs, x.at(-1) ?? 0);
    for (const value of y) if (value > most) most = value;
  }
  return {
    epochs: Math.ceil(epochs),
    most: measure === 'accuracy' ? 1 : Math.ceil(Math.min(most, 2 * chance.loss) * 2) / 2,
  };
}

/** Where the middle of the class stands at one place: the median, and between which values its middle half is. */
export interface ClassBand extends Quartiles {
  x: number;
}

/** Students whose runs must reach a place for there to be a middle. */
const ENOUGH = 3;
const COLUMNS = 40;

/** Median and quartiles of the class along the epochs, as far as enough of its runs reach. */
export function classBands(lines: readonly ClassLine[], epochs: number): ClassBand[] {
  const bands: ClassBand[] = [];
  for (let column = 0; column <= COLUMNS; column += 1) {
    const x = (epochs * column) / COLUMNS;
    const values = lines.map((line) => valueAt(line, x)).filter((value) => !Number.isNaN(value));
    if (values.length < ENOUGH) continue;
    bands.push({ x, ...quartilesOf(values) });
  }
  return bands;
}

/** A line's value at a place, between its two neighbours; NaN where it does not reach, or has no number. */
function valueAt({ x, y }: ClassLine, at: number): number {
  const after = x.findIndex((place) => place >= at);
  if (after < 0) return Number.NaN;
  if (after === 0) return x[0]! === at ? y[0]! : Number.NaN;
  const share = (at - x[after - 1]!) / (x[after]! - x[after - 1]!);
  return y[after - 1]! + share * (y[after]! - y[after - 1]!);
}

/** The line that comes nearest to a place in the picture, within reach; null where none does. */
export function nearestLine(
  lines: readonly ClassLine[],
  place: { x: number; y: number },
  toX: (value: number) => number,
  toY: (value: number) => number,
  reach = 24,
): { line: ClassLine; index: number } | null {
  let nearest: { line: ClassLine; index: number } | null = null;
  let least = reach * reach;
  for (const line of lines)
    line.x.forEach((x, index) => {
      const distance = (toX(x) - place.x) ** 2 + (toY(line.y[index]!) - place.y) ** 2;
      if (distance >= least) return;
      least = distance;
      nearest = { line, index };
    });
  return nearest;
}
