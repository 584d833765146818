import type { ColumnChoice } from '@/engine/table/choose-columns';
import type { Encoding } from '@/engine/table/encodings';
import type { ReadingChoices } from '@/engine/table/table';
import type { Workbook } from '@/engine/table/workbook';

/** Where a table comes from. */
export type Source =
  | { kind: 'text'; text: string }
  | { kind: 'file'; name: string; bytes: Uint8Array }
  /** `sheet`: the one to begin with. */
  | { kind: 'workbook'; name: string; book: Workbook; sheet: number };

/** What a person has brought, and chosen otherwise than it was found. */
export interface Brought {
  source: Source;
  encoding: Encoding | null;
  sheet: number;
  reading: ReadingChoices;
  /** Null: as proposed. */
  choice: ColumnChoice | null;
}

/** Something new, with nothing chosen yet. */
export function broughtBy(source: Source): Brought {
  const sheet = source.kind === 'workbook' ? source.sheet : 0;
  return { source, encoding: null, sheet, reading: {}, choice: null };
}

/** Another way of reading: what the columns are for is proposed anew. */
export function readOtherwise(
  brought: Brought,
  change: Partial<Pick<Brought, 'encoding' | 'sheet' | 'reading'>>,
): Brought {
  // Another sheet is another table.
  const reading = change.sheet === undefined ? { ...brought.reading, ...change.reading } : {};
  return { ...brought, ...change, reading, choice: null };
}
