import { OWN_POINTS } from '@/engine/points/own-points';
import type { CsvRow } from '@/engine/table/csv-rows';
import { type FileKind, fileKind } from '@/engine/table/file-kind';
import { TABLE_LIMITS } from '@/engine/table/table';
import type { Workbook } from '@/engine/table/workbook';
import type { Source } from './brought';

/** Why a file is not taken, by the message that says what to do. */
export type FileRefusal =
  | { why: Exclude<FileKind, 'text' | 'empty'> | 'xlsx-large' | 'xlsx-sheets' }
  | { why: 'too-large'; bytes: number; most: number }
  | { why: 'empty' }
  | { why: 'unreadable' };

export type FileReading = { ok: true; source: Source } | { ok: false; refusal: FileRefusal };

/** Packed workbooks may be larger than texts: pictures and other sheets in them are never unpacked. */
const MOST_WORKBOOK = 20_000_000;

/** Reads a file as far as it can be taken for a table. A huge one is refused by its size, before it is read. */
export async function readFile(file: File): Promise<FileReading> {
  const refuse = (refusal: FileRefusal): FileReading => ({ ok: false, refusal });
  try {
    const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
    const packed = head[0] === 0x50 && head[1] === 0x4b;
    const most = packed ? MOST_WORKBOOK : TABLE_LIMITS.bytes;
    if (file.size > most) {
      // What it is says more than how large it is, where it could not be read anyway.
      const kind = packed ? 'text' : fileKind(head);
      if (kind !== 'text' && kind !== 'unknown' && kind !== 'empty') return refuse({ why: kind });
      return refuse({ why: 'too-large', bytes: file.size, most });
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kind = fileKind(bytes);
    if (kind === 'empty') return refuse({ why: 'empty' });
    if (kind === 'text') return { ok: true, source: { kind: 'file', name: file.name, bytes } };
    if (kind === 'xlsx' || kind === 'ods') return await readWorkbook(file.name, bytes, kind);
    return refuse({ why: kind });
  } catch {
    // A folder, or a file that went away: the platform gives no better reason.
    return refuse({ why: 'unreadable' });
  }
}

async function readWorkbook(name: string, bytes: Uint8Array, kind: 'xlsx' | 'ods'): Promise<FileReading> {
  // What unpacks and reads workbooks is fetched by those who bring one.
  const { openWorkbook, WorkbookError } = await import('@/engine/table/workbook');
  try {
    const book =
      kind === 'ods'
        ? (await import('@/engine/table/open-document')).openDocument(bytes)
        : openWorkbook(bytes);
    // The first sheet that holds a table is shown at once: where it is damaged, the workbook is refused.
    const sheet = Math.max(
      0,
      book.sheets.findIndex((_, i) => book.rows(i).length > OWN_POINTS.leastRows),
    );
    const read = new Map<number, CsvRow[]>();
    const rows = (i: number) => {
      const known = read.get(i);
      if (known) return known;
      const found = rowsOrNone(book, i);
      read.set(i, found);
      return found;
    };
    return { ok: true, source: { kind: 'workbook', name, book: { sheets: book.sheets, rows }, sheet } };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const why = ({ damaged: kind, 'too-large': 'xlsx-large', 'no-sheets': 'xlsx-sheets' } as const)[
      error.fault
    ];
    return { ok: false, refusal: { why } };
  }
}

/** A later sheet that cannot be read is shown as an empty one: the others can still be chosen. */
function rowsOrNone(book: Workbook, sheet: number): CsvRow[] {
  try {
    return book.rows(sheet);
  } catch {
    return [];
  }
}
