import { integer } from '@/base/shape';
import { readStored, writeStored } from '@/client/live/stored';

const KEY = 'visitor-seed';

/** An unsigned 32-bit number. */
export const seedShape = integer(0, 0xffff_ffff);

/** The seed that a link names: an unsigned 32-bit number in decimal; null for anything else. */
export function readSeed(text: string | null): number | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null;
  return seedShape(Number(text)) ?? null;
}

/** This visitor's own seed: drawn once, kept in this browser. Needs no secure context. */
export function visitorSeed(): number {
  const kept = readStored(KEY, seedShape);
  if (kept !== null) return kept;
  const seed = crypto.getRandomValues(new Uint32Array(1))[0]!;
  writeStored(KEY, seed);
  return seed;
}
