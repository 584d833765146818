import { browserStorage } from '@/client/live/text-storage';
import { bytesToText, textToBytes } from '@/protocol/bytes-text';
import { POOL } from '@/protocol/pool';

/**
 * The pixels of the drawings that this browser has filed in the class it was in last, so that they can be shown to who drew them: the
 * server does not send them back, since some of them are held back. One class's alone: a browser's storage is small.
 */
const KEY = 'pool-drawings';

interface Kept {
  code: string;
  pixels: Record<string, string>;
}

function read(code: string): Kept {
  const none: Kept = { code, pixels: {} };
  try {
    const kept = JSON.parse(browserStorage.getItem(KEY) ?? 'null') as Partial<Kept> | null;
    const whole = kept?.code === code && typeof kept.pixels === 'object' && kept.pixels !== null;
    return whole ? { code, pixels: kept.pixels as Kept['pixels'] } : none;
  } catch {
    return none;
  }
}

export function keepOwnPixels(code: string, id: string, pixels: Uint8Array): void {
  // The oldest go first, should some have been taken back.
  const entries = Object.entries(read(code).pixels).slice(1 - 2 * POOL.perStudent);
  const kept: Kept = { code, pixels: Object.fromEntries([...entries, [id, bytesToText(pixels)]]) };
  browserStorage.setItem(KEY, JSON.stringify(kept));
}

/** Null: another browser drew it. */
export function ownPixels(code: string, id: string): Uint8Array<ArrayBuffer> | null {
  const text = read(code).pixels[id];
  const pixels = typeof text === 'string' ? textToBytes(text) : null;
  return pixels?.length === POOL.pixels ? pixels : null;
}
