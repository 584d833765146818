import { made, object, oneOf, recordOf, type Shape, text } from '@/base/shape';
import { readStored, writeStored } from '@/client/live/stored';
import { bytesToText, textToBytes } from '@/protocol/bytes-text';
import { POOL } from '@/protocol/pool-rules';

/**
 * The pixels of the drawings that this browser has filed in the class it was in last, so that they can be shown to who drew them: the
 * server does not send them back, since some of them are held back. One class's alone: a browser's storage is small.
 */
const KEY = 'pool-drawings';

interface Kept {
  code: string;
  /** Base64, by the drawing's id. */
  pixels: Record<string, string>;
}

/** A drawing's pixels out of base64. */
export const pixelsShape: Shape<Uint8Array<ArrayBuffer>> = made(text(), (kept) => {
  const pixels = textToBytes(kept);
  return pixels?.length === POOL.pixels ? pixels : undefined;
});

/** What was kept of this class. */
export function ownPixelsShape(code: string): Shape<Kept> {
  return object({ code: oneOf([code]), pixels: recordOf(text()) });
}

function read(code: string): Kept {
  return readStored(KEY, ownPixelsShape(code)) ?? { code, pixels: {} };
}

export function keepOwnPixels(code: string, id: string, pixels: Uint8Array): void {
  // The oldest go first, should some have been taken back.
  const entries = Object.entries(read(code).pixels).slice(1 - 2 * POOL.perStudent);
  const kept: Kept = { code, pixels: Object.fromEntries([...entries, [id, bytesToText(pixels)]]) };
  writeStored(KEY, kept);
}

/** Null: another browser drew it. */
export function ownPixels(code: string, id: string): Uint8Array<ArrayBuffer> | null {
  return pixelsShape(read(code).pixels[id]) ?? null;
}
