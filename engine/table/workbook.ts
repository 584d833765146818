import { unzipSync } from 'fflate';
import type { CsvRow } from './csv-rows';
import { TABLE_LIMITS } from './table';
import { attribute, xmlTokens } from './xml-tokens';

/** Why a workbook cannot be read; closed. */
const WORKBOOK_FAULTS = ['damaged', 'too-large', 'no-sheets'] as const;
export type WorkbookFault = (typeof WORKBOOK_FAULTS)[number];

export class WorkbookError extends Error {
  readonly fault: WorkbookFault;
  constructor(fault: WorkbookFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Bytes that the parts of a workbook may have together when unpacked: a packed file can claim, or be, far more. */
export const MOST_UNPACKED = 60_000_000;
/** Columns of a sheet that are looked at. */
export const MOST_COLUMNS = 400;

export interface Workbook {
  /** Names of the sheets, in the workbook's order. */
  sheets: readonly string[];
  /** The rows of a sheet. @throws WorkbookError */
  rows(sheet: number): CsvRow[];
}

const decoder = new TextDecoder();

/** Opens an Excel workbook (.xlsx, .xlsm). @throws WorkbookError */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const [book, links] = [/(^|\/)workbook\.xml$/, /(^|\/)workbook\.xml\.rels$/];
  const index = unpack(bytes, (name) => book.test(name) || links.test(name));
  const bookXml = find(index, book);
  const linksXml = find(index, links);
  if (!bookXml || !linksXml) throw new WorkbookError('damaged');
  const targets = new Map<string, string>();
  for (const token of xmlTokens(linksXml)) {
    if (token.type !== 'open' || token.name !== 'Relationship') continue;
    const [id, target] = [attribute(token.attributes, 'Id'), attribute(token.attributes, 'Target')];
    if (id && target) targets.set(id, target.replace(/^\/?(xl\/)?/, ''));
  }
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  for (const token of xmlTokens(bookXml)) {
    if (token.type !== 'open') continue;
    if (token.name === 'workbookPr')
      from1904 = /^(1|true)$/.test(attribute(token.attributes, 'date1904') ?? '');
    if (token.name !== 'sheet') continue;
    const part = targets.get(attribute(token.attributes, 'id') ?? '');
    // Sheets of a single chart hold no cells.
    if (part && !part.startsWith('chartsheets/'))
      sheets.push({ name: attribute(token.attributes, 'name') ?? '', part });
  }
  if (sheets.length === 0) throw new WorkbookError('no-sheets');
  return {
    sheets: sheets.map((sheet) => sheet.name),
    rows(number) {
      const { part } = sheets[number]!;
      const parts = unpack(
        bytes,
        (name) => name.endsWith(`/${part}`) || /\/(sharedStrings|styles)\.xml$/.test(name),
      );
      const sheet = find(parts, new RegExp(`/${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
      if (sheet === null) throw new WorkbookError('damaged');
      const strings = sharedStrings(find(parts, /\/sharedStrings\.xml$/) ?? '');
      const dates = dateStyles(find(parts, /\/styles\.xml$/) ?? '');
      return sheetRows(sheet, strings, (style) => dates.has(style), from1904);
    },
  };
}

/** The wanted parts. What they claim is added up before anything is unpacked, and none becomes larger than it claimed. */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, string> {
  let sum = 0;
  let tooLarge = false;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (tooLarge || !wanted(name)) return false;
        sum += originalSize;
        tooLarge = sum > MOST_UNPACKED;
        return !tooLarge;
      },
    });
    if (tooLarge) throw new WorkbookError('too-large');
    return new Map(Object.entries(parts).map(([name, content]) => [name, decoder.decode(content)]));
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw new WorkbookError('damaged');
  }
}

/** The text of the first part with such a name. */
export function find(parts: Map<string, string>, name: RegExp): string | null {
  for (const [part, content] of parts) if (name.test(part)) return content;
  return null;
}

/** Texts that cells point to. How Japanese is read aloud stands beside it and is no part of it. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let aside = false;
  for (const token of xmlTokens(xml)) {
    if (token.type === 'text') {
      if (inText && !aside) text += token.text;
    } else if (token.name === 'si') {
      if (token.type === 'open') text = '';
      if (token.type === 'close' || token.empty) strings.push(plain(text));
    } else if (token.name === 't') inText = token.type === 'open' && !token.empty;
    else if (token.name === 'rPh') aside = token.type === 'open' && !token.empty;
  }
  return strings;
}

/** Excel writes signs that XML has not as _x000D_. */
function plain(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Numbers of the styles that show a number as a date. */
function dateStyles(xml: string): ReadonlySet<number> {
  const formats = new Map<number, string>();
  const styles = new Set<number>();
  let inCells = false;
  let style = 0;
  for (const token of xmlTokens(xml)) {
    if (token.type === 'text') continue;
    if (token.name === 'cellXfs') inCells = token.type === 'open' && !token.empty;
    if (token.type !== 'open') continue;
    if (token.name === 'numFmt') {
      formats.set(
        Number(attribute(token.attributes, 'numFmtId')),
        attribute(token.attributes, 'formatCode') ?? '',
      );
    } else if (inCells && token.name === 'xf') {
      if (isDateFormat(Number(attribute(token.attributes, 'numFmtId')), formats)) styles.add(style);
      style++;
    }
  }
  return styles;
}

function isDateFormat(id: number, formats: ReadonlyMap<number, string>): boolean {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || (id >= 50 && id <= 58)) return true;
  const bare = (formats.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[yd]/i.test(bare) && !/general/i.test(bare);
}

function sheetRows(
  xml: string,
  strings: readonly string[],
  isDate: (style: number) => boolean,
  from1904: boolean,
): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 0;
  let column = 0;
  let type = 'n';
  let style = 0;
  let value = '';
  let reading = false;
  let aside = false;
  const endRow = () => {
    if (cells.some((cell) => cell !== ''))
      rows.push({ line, cells: Array.from(cells, (cell) => cell ?? '') });
    cells = [];
  };
  const endCell = () => {
    if (column < MOST_COLUMNS && value !== '') cells[column] = cellText(value, type, style).trim();
    column++;
  };
  const cellText = (raw: string, kind: string, of: number): string => {
    if (kind === 's') return strings[Number(raw)] ?? '';
    if (kind === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
    if (kind !== 'n') return plain(raw);
    return isDate(of) ? dateText(Number(raw), from1904) : raw;
  };
  for (const token of xmlTokens(xml)) {
    if (token.type === 'text') {
      if (reading && !aside) value += token.text;
      continue;
    }
    const opens = token.type === 'open';
    if (token.name === 'row') {
      if (opens) {
        line = Number(attribute(token.attributes, 'r') ?? line + 1);
        column = 0;
      } else endRow();
      if (rows.length > TABLE_LIMITS.rows) break;
    } else if (token.name === 'c') {
      if (opens) {
        const place = attribute(token.attributes, 'r');
        if (place) column = columnOf(place);
        type = attribute(token.attributes, 't') ?? 'n';
        style = Number(attribute(token.attributes, 's') ?? 0);
        value = '';
      }
      if (!opens || token.empty) endCell();
    } else if (token.name === 'v' || token.name === 't') reading = opens && !token.empty;
    else if (token.name === 'rPh') aside = opens && !token.empty;
    else if (token.name === 'sheetData' && !opens) break;
  }
  return rows;
}

/** A1 → 0, AB7 → 27. */
function columnOf(place: string): number {
  let column = 0;
  for (const char of place.toUpperCase()) {
    const letter = char.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** A day's number as 2024-05-31, with the time where it has one. */
function dateText(days: number, from1904: boolean): string {
  const time = Date.UTC(1899, 11, 30) + (days + (from1904 ? 1462 : 0)) * 86_400_000;
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) return String(days);
  const text = new Date(Math.round(time / 1000) * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}
