import type { Shape } from '@/base/shape';
import { browserStorage, type TextStorage } from './text-storage';

/** What is kept under a key, or null where there is nothing of that shape. */
export function readStored<Value>(
  key: string,
  shape: Shape<Value>,
  storage: TextStorage = browserStorage,
): Value | null {
  const text = storage.getItem(key);
  return text === null ? null : (shape(readText(text)) ?? null);
}

/** The value of a kept text; undefined where it is none. */
export function readText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON: damaged, or never any.
    return undefined;
  }
}

/** Keeps a value under a key: where the browser does not let us, for as long as the page lives. */
export function writeStored(key: string, value: unknown, storage: TextStorage = browserStorage): void {
  storage.setItem(key, JSON.stringify(value));
}
