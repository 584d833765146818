/** One value of a table; null: not known, an empty cell. */
export type CsvCell = string | number | boolean | null;

/** Says that what follows is UTF-8: without it Excel reads a Japanese name in the system's own code page. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** What spreadsheets take for a formula; in Japan the wide forms of the signs, too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * A row of comma-separated values with its line end (RFC 4180). A text that a spreadsheet would calculate gets an apostrophe before
 * it, as OWASP advises: a nickname is never run.
 */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
