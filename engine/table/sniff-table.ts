import { decimalOf, isGap, numberIn, partUnit } from './cell-values';
import { labelRank } from './choose-columns';
import { type CsvRow, csvRows, type Separator } from './csv-rows';
import { type ReadingChoices, TABLE_LIMITS, type Table, type TableReading } from './table';

/** Rows that a separator is judged by. */
const JUDGED = 60;
/** Rows at the top that may be titles. */
const MOST_TITLES = 20;

/** Rows of a sheet, or a text that has still to be split. */
export type TableSource = { text: string } | { rows: readonly CsvRow[] };

/** Reads a table: what was not chosen is found. Pure: the same text and choices give the same table. */
export function readTable(source: TableSource, chosen: ReadingChoices = {}): Table {
  const [all, separator] = splitRows(source, chosen.separator);
  const cut = all.length > TABLE_LIMITS.rows;
  const rows = cut ? all.slice(0, TABLE_LIMITS.rows) : all;
  const width = usualWidth(rows);
  const titles = titlesOf(rows, width);
  const skipped = Math.min(chosen.skipped ?? titles.count, Math.max(0, rows.length - 1));
  const above = rows.slice(0, skipped).map(inShort);
  let body = rows.slice(skipped);
  const decimal =
    chosen.decimal ?? decimalOf(cellsOf(body, 400), separator === 'semicolon' ? 'comma' : 'point');
  const header = chosen.header ?? hasHeader(body, decimal, width);
  let head = header && body.length > 0 ? body[0]!.cells : [];
  body = header ? body.slice(1) : body;
  const sums = header ? sumsOf(body) : 0;
  const below = body.slice(body.length - sums).map(inShort);
  body = body.slice(0, body.length - sums);
  // numpy writes its header as a remark.
  if (/^(#|%|\/\/)/.test(head[0] ?? '')) head = [head[0]!.replace(/^(#+|%+|\/\/)\s*/, ''), ...head.slice(1)];
  // R leaves the name of its row names out.
  if (head.length === width - 1 && head.length > 0 && body.every((row) => row.cells.length === width))
    head = ['', ...head];
  const full = Math.max(width, head.length);
  const kept = keptColumns(body, head, full);
  const shown = kept.slice(0, TABLE_LIMITS.columns);
  const reading: TableReading = { separator, decimal, header, skipped };
  return {
    reading,
    names: shown.map((column) => head[column] ?? ''),
    rows: body.map(({ line, cells }) => ({ line, cells: shown.map((column) => cells[column] ?? '') })),
    above,
    below,
    ragged: body.filter((row) => row.cells.length !== full && !onlyEmptyBeyond(row.cells, full)).length,
    classNames: skipped === titles.count ? titles.classNames : null,
    columnCount: kept.length,
    cut,
  };
}

function splitRows(source: TableSource, chosen: Separator | undefined): [readonly CsvRow[], Separator] {
  if ('rows' in source) return [source.rows, chosen ?? 'comma'];
  const most = TABLE_LIMITS.rows + 1;
  const named = /^\ufeff?"?sep=(.)"?[ \t]*(\r\n?|\n|$)/i.exec(source.text);
  const bySign = named && separatorOfSign(named[1]!);
  const separator = chosen ?? bySign ?? findSeparator(source.text);
  const rows = csvRows(source.text, separator, most);
  return [rows, separator];
}

function separatorOfSign(sign: string): Separator | null {
  return ({ ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', ' ': 'blanks' } as const)[sign] ?? null;
}

/** The separator whose rows have most alike many cells, with numbers in them. At a tie: tab, semicolon, bar, comma, blanks. */
function findSeparator(text: string): Separator {
  // Cut at a line's end: the last row is whole.
  const part = text.length > 60_000 ? text.slice(0, text.lastIndexOf('\n', 60_000) + 1 || 60_000) : text;
  const priority: readonly Separator[] = ['tab', 'semicolon', 'bar', 'comma', 'blanks'];
  let best: { separator: Separator; quality: number } = { separator: 'comma', quality: 0 };
  for (const separator of priority) {
    const quality = qualityOf(csvRows(part, separator, JUDGED), separator);
    // Each must be clearly better than those before it.
    if (quality > best.quality * 1.08) best = { separator, quality };
  }
  return best.separator;
}

function qualityOf(rows: readonly CsvRow[], separator: Separator): number {
  const width = usualWidth(rows);
  if (width < 2) return 0;
  const alike = rows.filter((row) => row.cells.length === width);
  let good = 0;
  for (const { cells } of alike) {
    for (const cell of cells) {
      const isNumber =
        numberIn(cell, 'point') !== null ||
        (separator !== 'comma' && numberIn(cell, 'comma') !== null) ||
        isGap(cell);
      if (isNumber) good += 1;
      // Text that still holds another separator is probably not one cell.
      else if (!/[,;\t|]/.test(cell)) good += 0.6;
    }
  }
  return (alike.length / rows.length) * (good / (alike.length * width));
}

/** The number of cells that most rows have; of equally many the larger. */
function usualWidth(rows: readonly CsvRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    const width = cells.length;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let usual = 0;
  for (const [width, count] of counts) {
    const most = counts.get(usual) ?? 0;
    if (count > most || (count === most && width > usual)) usual = width;
  }
  return usual;
}

/** Rows at the top that are no part of the table: narrower than it, remarks, `sep=`, or scikit-learn's line of counts. */
function titlesOf(
  rows: readonly CsvRow[],
  width: number,
): { count: number; classNames: readonly string[] | null } {
  const filled = (row: CsvRow) => row.cells.filter((cell) => cell !== '').length;
  let count = 0;
  while (count < Math.min(MOST_TITLES, rows.length - 1)) {
    const row = rows[count]!;
    const remark = /^(#|%|\/\/|@)/.test(row.cells[0]!);
    const next = rows[count + 1];
    // The last remark before the data may be numpy's header.
    if (
      remark &&
      row.cells.length === width &&
      width > 1 &&
      next &&
      !/^(#|%|\/\/|@)/.test(next.cells[0]!) &&
      looksLikeData(next)
    )
      break;
    const isSep = count === 0 && /^sep=/i.test(row.cells[0]!);
    const narrow = width > 1 && filled(row) < Math.max(2, row.cells.length === width ? width / 2 : width);
    if (!isSep && !remark && (!narrow || isNarrowHeader(rows, count, width))) break;
    if (!isSep && !remark && looksLikeData(row)) break;
    count++;
  }
  const counts = classCounts(rows, count, width);
  return counts ? { count: count + 1, classNames: counts } : { count, classNames: null };
}

/** Has a number in it. */
function looksLikeData(row: CsvRow): boolean {
  const numbers = row.cells.filter(
    (cell) => numberIn(cell, 'point') !== null || numberIn(cell, 'comma') !== null,
  );
  return numbers.length * 2 >= row.cells.length;
}

/** R's header: names without one for the row names, then rows of one cell more. */
function isNarrowHeader(rows: readonly CsvRow[], at: number, width: number): boolean {
  const row = rows[at]!;
  if (row.cells.length !== width - 1 || row.cells.length < 2 || row.cells.includes('')) return false;
  return (
    new Set(row.cells).size === row.cells.length &&
    row.cells.every((cell) => numberIn(cell, 'point') === null) &&
    rows.slice(at + 1).every((one) => one.cells.length === width)
  );
}

/** The class names of a first line such as `150,4,setosa,versicolor,virginica`: rows, inputs, names. */
function classCounts(rows: readonly CsvRow[], at: number, width: number): readonly string[] | null {
  const cells = rows[at]?.cells.filter((cell, i, all) => cell !== '' || i < all.length - 1) ?? [];
  const [count, inputs] = [numberIn(cells[0] ?? '', 'point'), numberIn(cells[1] ?? '', 'point')];
  const dataWidth = usualWidth(rows.slice(at + 1)) || width;
  if (count === null || inputs !== dataWidth - 1 || cells.length < 4) return null;
  const names = cells.slice(2);
  const isRows =
    Math.abs(count - (rows.length - at - 1)) <= Math.max(2, count * 0.05) || rows.length > JUDGED;
  return isRows && names.every((name) => name !== '' && numberIn(name, 'point') === null) ? names : null;
}

function hasHeader(rows: readonly CsvRow[], decimal: TableReading['decimal'], width: number): boolean {
  const [first, ...rest] = rows;
  if (!first || rest.length === 0) return false;
  const isNumber = (cell: string) => numberIn(partUnit(cell)?.rest ?? cell, decimal) !== null;
  const isWord = (cell: string) => !isGap(cell) && !isNumber(cell);
  const shift = first.cells.length === width - 1 && first.cells.every(isWord) ? 1 : 0;
  const judged = rest.slice(0, 300);
  let numeric = 0;
  let named = 0;
  let repeated = 0;
  // A heading of labels above labels: then numbers above numbers are headings too, such as years.
  let headed = false;
  first.cells.forEach((cell, i) => {
    const below = judged.map((row) => row.cells[i + shift] ?? '').filter((each) => !isGap(each));
    const numbers = below.filter(isNumber).length;
    if (isWord(cell) && below.includes(cell)) repeated++;
    if (below.length === 0 || numbers < below.length * 0.6) {
      if (labelRank(cell) >= 0 && !below.includes(cell)) headed = true;
      return;
    }
    numeric++;
    if (isWord(cell)) named++;
  });
  if (numeric > 0) return headed || (named * 2 >= numeric && named > 0);
  // All text: names of columns are different, and do not come again below.
  return (
    repeated === 0 &&
    first.cells.every(isWord) &&
    new Set(first.cells).size === first.cells.length &&
    judged.some((row, i) => row.cells.some((cell, column) => judged[i + 1]?.cells[column] === cell))
  );
}

/** What rows below a table are called that sum it up. */
const SUMS =
  /^(grand )?(total|totals|sum|average|mean|avg|count|std|stdev|median|min|max|minimum|maximum|summe|gesamt|mittelwert|durchschnitt|somme|moyenne|suma|media|promedio|totale|合計|総計|計|小計|平均|平均値|中央値|最大|最大値|最小|最小値|標準偏差|总计|總計|합계|평균)[.:：]?$/i;

/** Rows at the end that sum up those above: their first word says so, and it stands nowhere else. */
function sumsOf(rows: readonly CsvRow[]): number {
  const wordOf = ({ cells }: CsvRow) => cells.find((cell) => cell !== '') ?? '';
  const sumsUp = (row: CsvRow) =>
    SUMS.test(wordOf(row)) && row.cells.filter((cell) => cell !== '').length > 1;
  let count = 0;
  while (count < Math.min(4, rows.length - 1) && sumsUp(rows[rows.length - 1 - count]!)) count++;
  const words = new Set(rows.slice(rows.length - count).map(wordOf));
  const again = rows.slice(0, rows.length - count).some(({ cells }) => cells.some((cell) => words.has(cell)));
  return again ? 0 : count;
}

const inShort = ({ cells }: CsvRow) => cells.filter((cell) => cell !== '').join(' ');

function* cellsOf(rows: readonly CsvRow[], most: number): Generator<string> {
  for (const row of rows.slice(0, most)) yield* row.cells;
}

const onlyEmptyBeyond = (cells: readonly string[], width: number) =>
  cells.length > width && cells.slice(width).every((cell) => cell === '');

/** Columns that have a name or a value: a separator at each line's end makes none. */
function keptColumns(rows: readonly CsvRow[], head: readonly string[], width: number): number[] {
  const columns = Array.from({ length: width }, (_, column) => column);
  return columns.filter(
    (column) => (head[column] ?? '') !== '' || rows.some((row) => (row.cells[column] ?? '') !== ''),
  );
}
