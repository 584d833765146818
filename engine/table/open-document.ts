import type { CsvRow } from './csv-rows';
import { TABLE_LIMITS } from './table';
import { find, MOST_COLUMNS, unpack, type Workbook, WorkbookError } from './workbook';
import { attribute, xmlTokens } from './xml-tokens';

/** Opens an OpenDocument spreadsheet (.ods), as LibreOffice saves it. @throws WorkbookError */
export function openDocument(bytes: Uint8Array): Workbook {
  const xml = find(
    unpack(bytes, (name) => name === 'content.xml'),
    /^content\.xml$/,
  );
  if (xml === null || !xml.includes('</office:document-content>')) throw new WorkbookError('damaged');
  const sheets: string[] = [];
  for (const token of xmlTokens(xml)) {
    if (token.type === 'open' && token.name === 'table')
      sheets.push(attribute(token.attributes, 'name') ?? '');
  }
  if (sheets.length === 0) throw new WorkbookError('no-sheets');
  return { sheets, rows: (sheet) => rowsOf(xml, sheet) };
}

/** The rows of one sheet. Cells and rows that come several times stand once, with their number; empty ones fill a sheet to its end. */
function rowsOf(xml: string, wanted: number): CsvRow[] {
  const rows: CsvRow[] = [];
  let sheet = -1;
  let line = 1;
  let rowTimes = 1;
  let cells: string[] = [];
  let column = 0;
  let cellTimes = 1;
  let value: string | null = null;
  let text = '';
  let paragraphs = 0;
  // What is remarked on a cell is no part of it.
  let aside = false;
  let inText = false;
  const endCell = () => {
    const cell = (value ?? text).trim();
    if (cell !== '') {
      for (let i = column; i < Math.min(column + cellTimes, MOST_COLUMNS); i++) cells[i] = cell;
    }
    column += cellTimes;
  };
  const endRow = () => {
    if (cells.length > 0) {
      const whole = Array.from(cells, (cell) => cell ?? '');
      for (let i = 0; i < rowTimes && rows.length <= TABLE_LIMITS.rows; i++)
        rows.push({ line: line + i, cells: whole });
    }
    line += rowTimes;
    cells = [];
    column = 0;
  };
  for (const token of xmlTokens(xml)) {
    if (token.type === 'text') {
      if (inText && !aside) text += token.text;
      continue;
    }
    const opens = token.type === 'open';
    const ends = !opens || token.empty;
    const given = (name: string) => (opens ? attribute(token.attributes, name) : null);
    if (token.name === 'table') {
      if (opens) sheet++;
      else if (sheet === wanted) break;
    }
    if (sheet !== wanted) continue;
    if (token.name === 'annotation') aside = opens && !token.empty;
    else if (token.name === 'table-row') {
      if (opens) rowTimes = timesOf(given('number-rows-repeated'));
      if (ends) endRow();
      if (rows.length > TABLE_LIMITS.rows) break;
    } else if (token.name === 'table-cell' || token.name === 'covered-table-cell') {
      if (opens) {
        cellTimes = timesOf(given('number-columns-repeated'));
        value = given('value') ?? given('date-value') ?? given('boolean-value')?.toUpperCase() ?? null;
        text = '';
        paragraphs = 0;
      }
      if (ends) endCell();
    } else if (token.name === 'p') {
      if (opens && !aside && paragraphs++ > 0) text += '\n';
      inText = opens && !token.empty;
    } else if (opens && inText && !aside) {
      if (token.name === 's') text += ' '.repeat(Math.min(timesOf(given('c')), 1_000));
      else if (token.name === 'tab') text += '\t';
      else if (token.name === 'line-break') text += '\n';
    }
  }
  return rows;
}

function timesOf(given: string | null): number {
  const times = Number(given ?? 1);
  return Number.isInteger(times) && times > 0 ? times : 1;
}
