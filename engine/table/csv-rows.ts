/** What stands between two cells. `blanks`: any number of spaces and tabs together. */
export const SEPARATORS = ['comma', 'semicolon', 'tab', 'bar', 'blanks'] as const;
export type Separator = (typeof SEPARATORS)[number];

const SIGNS: Readonly<Record<Separator, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
  blanks: ' ',
};

export interface CsvRow {
  /** Line in the text, from 1. */
  line: number;
  cells: string[];
}

/**
 * Splits CSV into cells (RFC 4180): quoted cells, doubled quotes, line ends within quotes, any line end. Empty lines fall away.
 * A quote that never ends is a sign like others: it must not swallow the rest of the file.
 * @param mostRows stops after so many rows, so that a huge text costs no more
 */
export function csvRows(text: string, separator: Separator, mostRows: number): CsvRow[] {
  const sign = separator === 'comma' ? commaOf(text) : SIGNS[separator];
  const blanks = separator === 'blanks';
  const between = (char: string) => char === sign || (blanks && (char === '\t' || char === '\u3000'));
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let began = 1;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length && rows.length < mostRows) {
    let cell = '';
    let lead = at;
    while (text[lead] === ' ' || (text[lead] === '\t' && !between('\t'))) lead++;
    const closing = text[lead] === '"' ? endOfQuoted(text, lead, between) : -1;
    if (closing > 0) {
      cell = text
        .slice(lead + 1, closing)
        .replaceAll('""', '"')
        .replace(/\r\n?/g, '\n');
      line += cell.split('\n').length - 1;
      at = closing + 1;
      while (at < text.length && text[at] === ' ' && !between(' ')) at++;
    } else {
      const from = at;
      while (at < text.length && !between(text[at]!) && text[at] !== '\n' && text[at] !== '\r') at++;
      cell = text.slice(from, at);
    }
    cells.push(cell.trim());
    const char = text[at];
    if (char !== undefined && between(char)) {
      at++;
      if (blanks) while (at < text.length && between(text[at]!)) at++;
      // A separator at the very end has an empty cell after it.
      if (at >= text.length && !blanks) cells.push('');
      if (at < text.length) continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    // Blanks at a line's ends separate nothing.
    if (blanks) cells = cells.filter((each, i) => each !== '' || (i > 0 && i < cells.length - 1));
    if (cells.some((each) => each !== '')) rows.push({ line: began, cells });
    cells = [];
    began = line;
  }
  return rows;
}

/** Typed with the input method on, commas are full-width ones: they separate where there are no others. */
function commaOf(text: string): string {
  return !text.includes(',') && text.includes('，') ? '，' : ',';
}

/** Where a quoted cell ends, or −1 where the quote is no cell's: never closed, or followed by more text. */
function endOfQuoted(text: string, opening: number, between: (char: string) => boolean): number {
  for (let i = opening + 1; i < text.length; i++) {
    if (text[i] !== '"') continue;
    if (text[i + 1] === '"') {
      i++;
      continue;
    }
    let after = i + 1;
    while (text[after] === ' ' && !between(' ')) after++;
    const next = text[after];
    return next === undefined || next === '\n' || next === '\r' || between(next) ? i : -1;
  }
  return -1;
}
