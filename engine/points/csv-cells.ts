/**
 * Splits CSV into cells (RFC 4180): quoted cells, doubled quotes, any line end, a byte order mark. Empty lines fall
 * away. Separated by commas, semicolons or tabs, whichever the first line has most of.
 */
export interface CsvRow {
  /** Line in the text, from 1. */
  line: number;
  cells: string[];
}

export type Separator = ',' | ';' | '\t';

/** The separator that the first line that is not empty has most of; a comma when it has none. */
export function separatorOf(text: string): Separator {
  const first = text.split(/\r\n?|\n/).find((line) => line.trim() !== '') ?? '';
  const outside = first.replace(/"[^"]*"/g, '');
  const count = (separator: Separator) => outside.split(separator).length - 1;
  // A semicolon or tab stands before the comma: beside them, commas are decimal points.
  if (count('\t') > 0) return '\t';
  return count(';') > 0 ? ';' : ',';
}

/**
 * @param mostRows stops after so many rows, so that a huge text costs no more
 */
export function csvRows(text: string, separator: Separator, mostRows: number): CsvRow[] {
  const rows: CsvRow[] = [];
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let began = 1;
  const endRow = () => {
    cells.push(cell.trim());
    cell = '';
    if (cells.some((each) => each !== '')) rows.push({ line: began, cells });
    cells = [];
  };
  for (let i = 0; i < source.length && rows.length < mostRows; i++) {
    const char = source[i]!;
    const newline = char === '\n' || char === '\r';
    if (newline && char === '\r' && source[i + 1] === '\n') i++;
    if (newline) line++;
    if (quoted) {
      if (char === '"' && source[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (char === '"') quoted = false;
      else cell += newline ? '\n' : char;
    } else if (char === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (char === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (newline) {
      endRow();
      began = line;
    } else cell += char;
  }
  if (rows.length < mostRows) endRow();
  return rows;
}

/**
 * A cell as a number, or null. Full-width digits and signs count as the usual ones; where the separator leaves commas free, a
 * comma is a decimal point.
 */
export function numberIn(cell: string, separator: Separator): number | null {
  let text = cell.normalize('NFKC').replace(/[−–]/g, '-').trim();
  if (separator !== ',' && /^[^,.]*,[^,.]*$/.test(text)) text = text.replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}
