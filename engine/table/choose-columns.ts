import { OWN_POINTS } from '@/engine/points/own-points';
import type { TypedColumn } from './column-types';

/** What is done with a column. `x` and `y` lie on the plane, `more` are further inputs. */
export const COLUMN_ROLES = ['x', 'y', 'more', 'label', 'none'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export interface ColumnChoice {
  /** A role for each column. */
  roles: readonly ColumnRole[];
  /** Whether labels are classes or values to be learnt. */
  learns: 'classes' | 'values';
  /** Rows with a gap in a chosen column. `fill`: an input's mean in its place; without a label they fall out all the same. */
  gaps: 'leave-out' | 'fill';
  /** Of too many classes the largest are kept, and the rows of the others left out. */
  largestOnly: boolean;
}

/** Headings of what is to be predicted, the likeliest first; compared in lower case. */
const CLASS_NAMES = [
  'survived',
  'label',
  'labels',
  'class',
  'classes',
  'species',
  'target',
  'diagnosis',
  'outcome',
  'variety',
  'category',
  'quality',
  'cultivar',
  'classification',
  'type',
  'kind',
  'ラベル',
  'クラス',
  '種類',
  '分類',
  '品種',
  '種',
  '種別',
  'カテゴリ',
  'カテゴリー',
  '目的変数',
  '正解',
  '判定',
  '結果',
  '合否',
  'klasse',
  'art',
  'sorte',
  'kategorie',
  'spezies',
  'typ',
  'classe',
  'espèce',
  'espece',
  'catégorie',
  'especie',
  'clase',
  'categoría',
  'categoria',
  'specie',
  '类别',
  '種別',
  '類別',
  '标签',
  '標籤',
  '种类',
  '종류',
  '분류',
  '라벨',
];
const VALUE_NAMES = ['value', '値', '目的値', 'wert', 'valeur', 'price', 'medv', '価格', '売上', 'mpg'];
const X_NAMES = ['x', 'x1', 'x₁', 'x_1'];
const Y_NAMES = ['y', 'x2', 'x₂', 'x_2'];

const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase();

/** Place of a heading among those of labels; −1 where it is none. */
export function labelRank(name: string): number {
  return CLASS_NAMES.indexOf(plain(name));
}

/** Whether a heading speaks of a value to be learnt. */
export function isValueName(name: string): boolean {
  return VALUE_NAMES.includes(plain(name));
}

/** Which axis of the plane a heading names. */
export function axisOfName(name: string): 'x' | 'y' | null {
  const known = name.trim().toLowerCase();
  return X_NAMES.includes(known) ? 'x' : Y_NAMES.includes(known) ? 'y' : null;
}

/** Whether a column can be an input of the network: numbers, or a few categories (one input each). */
export function canBeInput(column: TypedColumn): boolean {
  return column.numbers !== null
    ? column.type !== 'empty'
    : column.type === 'category' && column.values.length <= OWN_POINTS.classes;
}

/** Whether a column can lie along an axis of the plane: numbers, or one of two texts. */
export function canBeAxis(column: TypedColumn): boolean {
  return column.numbers !== null
    ? column.type !== 'empty'
    : column.type === 'category' && column.values.length === 2;
}

/** What the columns are probably for. Whoever brings them can change each. */
export function proposeColumns(columns: readonly TypedColumn[]): ColumnChoice {
  const label = proposeLabel(columns);
  const roles: ColumnRole[] = columns.map(() => 'none');
  if (label) roles[label.index] = 'label';
  const numbers = columns.filter((column) => column.type === 'number' && column !== label);
  // Where nothing else is left, what only counts, never varies or is a text is an input all the same.
  const spare = columns.filter(
    (column) => column !== label && !numbers.includes(column) && canBeInput(column),
  );
  const inputs = numbers.length >= 2 ? numbers : [...numbers, ...spare].sort((a, b) => a.index - b.index);
  const named = (axis: 'x' | 'y') =>
    inputs.find((column) => axisOfName(column.name) === axis && canBeAxis(column));
  const x = named('x') ?? inputs.find((column) => column !== named('y') && canBeAxis(column));
  const y = named('y') ?? inputs.find((column) => column !== x && canBeAxis(column));
  if (x) roles[x.index] = 'x';
  if (y) roles[y.index] = 'y';
  for (const column of numbers) {
    const used = roles.filter((role) => role === 'x' || role === 'y' || role === 'more').length;
    if (column !== x && column !== y && used < OWN_POINTS.inputs) roles[column.index] = 'more';
  }
  return { roles, learns: label ? learnsOf(label) : 'classes', gaps: 'leave-out', largestOnly: false };
}

function proposeLabel(columns: readonly TypedColumn[]): TypedColumn | null {
  // Two columns of numbers without a heading: whether they are an input and a value, or x and y, nobody can tell.
  if (columns.length === 2 && columns.every(({ name, numbers }) => name === '' && numbers)) return null;
  const usable = columns.filter((column) => column.type !== 'empty' && column.type !== 'name');
  const ranked = usable
    .filter(
      (column) =>
        labelRank(column.name) >= 0 &&
        column.values.length > 1 &&
        (column.numbers || column.type === 'category'),
    )
    .sort((a, b) => labelRank(a.name) - labelRank(b.name));
  if (ranked[0]) return ranked[0];
  const value = usable.find((column) => isValueName(column.name) && column.numbers);
  if (value) return value;
  const few = (column: TypedColumn) =>
    column.values.length >= 2 && column.values.length <= OWN_POINTS.classes;
  // Beside x1 and x2, y is what they lead to.
  const yIsWanted = usable.some((column) => /^x[_]?2$|^x₂$/i.test(column.name.trim()));
  const y = usable.findLast((column) => column.name.trim().toLowerCase() === 'y');
  if (yIsWanted && y) return y;
  const free = usable.filter((column) => axisOfName(column.name) === null);
  const texts = free.filter((column) => column.type === 'category');
  const whole = (column: TypedColumn) =>
    column.type === 'number' && column.numbers!.every((each) => Number.isNaN(each) || Number.isInteger(each));
  const wholeAndFew = (column: TypedColumn) =>
    whole(column) && few(column) && column.values.length <= column.labels.length / 2;
  const [first] = free;
  const last = free.at(-1);
  return (
    texts.findLast(few) ??
    texts.at(-1) ??
    free.filter((column) => column.type === 'text').at(-1) ??
    (last && wholeAndFew(last) ? last : undefined) ??
    (last?.type === 'constant' && !last.numbers ? last : undefined) ??
    // Some old collections have the class before the measurements.
    (first && wholeAndFew(first) ? first : undefined) ??
    last ??
    // Nothing but x and y: y is what x leads to.
    (columns.length === 2 ? y : undefined) ??
    null
  );
}

/** Classes, unless a column of numbers has more values than there may be classes, or hardly any twice. */
function learnsOf(label: TypedColumn): ColumnChoice['learns'] {
  if (!label.numbers) return 'classes';
  if (isValueName(label.name)) return 'values';
  const different = label.values.length;
  const whole = label.numbers.every((value) => Number.isNaN(value) || Number.isInteger(value));
  const there = label.labels.length - label.gaps;
  const manyFractions = !whole && labelRank(label.name) < 0 && different > there / 2;
  return different > OWN_POINTS.classes || manyFractions ? 'values' : 'classes';
}

/** Whether a column can have a role. */
export function canHaveRole(column: TypedColumn, role: ColumnRole): boolean {
  if (role === 'x' || role === 'y') return canBeAxis(column);
  if (role === 'more') return canBeInput(column);
  return role === 'none' || column.type !== 'empty';
}

/**
 * One column's role changed: x, y and label are each one column's. Who had the role takes over what the changed one had, where it
 * can; and where an axis is left without a column, a further input steps up.
 */
export function withRole(
  choice: ColumnChoice,
  columns: readonly TypedColumn[],
  index: number,
  role: ColumnRole,
): ColumnChoice {
  const before = choice.roles[index]!;
  const single = role === 'x' || role === 'y' || role === 'label';
  const roles = choice.roles.map((other, i) => {
    if (i === index) return role;
    if (!single || other !== role) return other;
    return canHaveRole(columns[i]!, before) ? before : 'none';
  });
  for (const axis of ['x', 'y'] as const) {
    if (roles.includes(axis) || !choice.roles.includes(axis)) continue;
    const next = roles.findIndex((other, i) => i !== index && other === 'more' && canBeAxis(columns[i]!));
    if (next >= 0) roles[next] = axis;
  }
  const label = columns[roles.indexOf('label')];
  const isNew = label !== undefined && choice.roles[label.index] !== 'label';
  return { ...choice, roles, learns: isNew ? learnsOf(label) : choice.learns };
}
