import { browserStorage } from '@/client/live/text-storage';
import { bytesToText, textToBytes } from '@/protocol/bytes-text';
import { POOL } from '@/protocol/pool';

/**
 * The pixels of the drawings that this browser has filed in a class, so that they can be shown to who drew them: the server does not
 * send them back, since some of them are held back.
 */
const keyOf = (code: string) => `pool-drawings:${code}`;

function read(code: string): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(browserStorage.getItem(keyOf(code)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, string>) : {};
  } catch {
    return {};
  }
}

export function keepOwnPixels(code: string, id: string, pixels: Uint8Array): void {
  const entries = Object.entries(read(code)).slice(1 - POOL.perStudent);
  browserStorage.setItem(
    keyOf(code),
    JSON.stringify(Object.fromEntries([...entries, [id, bytesToText(pixels)]])),
  );
}

/** Null: another browser drew it. */
export function ownPixels(code: string, id: string): Uint8Array<ArrayBuffer> | null {
  const text = read(code)[id];
  const pixels = typeof text === 'string' ? textToBytes(text) : null;
  return pixels?.length === POOL.pixels ? pixels : null;
}
