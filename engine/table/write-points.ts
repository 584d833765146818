import type { AxisScale, OwnPoints } from '@/engine/points/own-points';
import { OWN_POINTS } from '@/engine/points/own-points';
import { guardCell, isGap, labelKey, numberIn } from './cell-values';
import { axisOfName, isValueName, labelRank } from './choose-columns';
import { isRowName } from './column-types';

/** Excel takes a file without it for one in the system's old encoding. */
const MARK = '\uFEFF';

/**
 * Points as CSV that every spreadsheet reads, Excel in Japan too, and this product as what it was: labels whole, none that a
 * spreadsheet would calculate.
 */
export function formatOwnPoints(own: OwnPoints): string {
  const { points, classNames, x, y, more, value } = own;
  const lines = Array.from(points.labels, (label, i) => {
    const further = more.map((scale, input) => back(points.more!.values[i * more.length + input]!, scale));
    const last = value ? back(label, value) : quoted(guardCell(classNames[label]!));
    return [back(points.xs[i]!, x), back(points.ys[i]!, y), ...further, last].join(',');
  });
  return `${MARK}${headings(own).map(quoted).join(',')}\n${lines.join('\n')}\n`;
}

function back(shown: number, { centre, scale }: AxisScale): number {
  return Number((shown / scale + centre).toPrecision(8));
}

function quoted(cell: string): string {
  return /[",;|\t\r\n]|^\s|\s$|^$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The headings that the data came with, unless this order of columns would then be read as another. */
function headings({ columnNames, more, value, points }: OwnPoints): string[] {
  const plain = ['x', 'y', ...more.map((_, i) => `x${i + 3}`), value ? 'value' : 'label'];
  if (!columnNames) return plain;
  const [x, y, label] = columnNames;
  const inputs = [x, y, ...more.map((input) => input.name)];
  const all = [...inputs, label];
  const harmless = (name: string) =>
    name !== '' &&
    !isGap(name) &&
    guardCell(name) === name &&
    numberIn(name, 'point') === null &&
    labelKey(name) === name &&
    !isRowName(name) &&
    !/^[#%/@]|^sep=/i.test(name);
  const misleading = (name: string, i: number) =>
    labelRank(name) >= 0 ||
    isValueName(name) ||
    (axisOfName(name) !== null && axisOfName(name) !== (['x', 'y'] as const)[i]);
  const fits =
    all.every(harmless) &&
    new Set(all).size === all.length &&
    !inputs.some(misleading) &&
    axisOfName(label) === null;
  // A number is taken for a class by its heading, or for a value by its many kinds.
  const sure = value
    ? labelRank(label) < 0 && new Set(points.labels).size > OWN_POINTS.classes
    : labelRank(label) >= 0;
  if (!fits) return plain;
  return sure ? all : [...inputs, value ? 'value' : 'label'];
}
