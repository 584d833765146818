import { readStored, writeStored } from '@/client/lesson/use-stored';

const KEY = 'visitor-seed';
const LARGEST = 0xffff_ffff;

function isSeed(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LARGEST;
}

/** The seed that a link names: an unsigned 32-bit number in decimal; null for anything else. */
export function readSeed(text: string | null): number | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null;
  const seed = Number(text);
  return isSeed(seed) ? seed : null;
}

/** This visitor's own seed: drawn once, kept in this browser. Needs no secure context. */
export function visitorSeed(): number {
  const kept = readStored(KEY, (value) => (isSeed(value) ? value : null));
  if (kept !== null) return kept;
  const seed = crypto.getRandomValues(new Uint32Array(1))[0]!;
  writeStored(KEY, seed);
  return seed;
}
