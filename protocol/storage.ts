import type { RefusalCode } from './refusals';

/**
 * How the server's storage is. `full`: no room for anything new; `read-only`: nothing may be written; `gone`: the data folder or
 * a file in it is no longer the one that was opened; `unreachable`: the database does not answer, or is held by somebody else.
 */
export const STORAGE_STATES = ['ok', 'full', 'read-only', 'gone', 'unreachable'] as const;
export type StorageState = (typeof STORAGE_STATES)[number];
export type StorageTrouble = Exclude<StorageState, 'ok'>;

const CODES = {
  full: 'storage-full',
  'read-only': 'storage-read-only',
  gone: 'storage-gone',
  unreachable: 'storage-unreachable',
} as const satisfies Record<StorageTrouble, RefusalCode>;

/** What a request that could not be stored is refused as. It passes by itself, and asking again is safe. */
export function storageRefusal(trouble: StorageTrouble): RefusalCode {
  return CODES[trouble];
}

/** The trouble that a refusal tells of; null: it is about something else. */
export function storageTroubleOf(code: string): StorageTrouble | null {
  const found = Object.entries(CODES).find(([, refusal]) => refusal === code);
  return found === undefined ? null : (found[0] as StorageTrouble);
}
