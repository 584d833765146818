import type { DBSchema } from 'idb';
import { z } from 'zod';
import { DEVICE_PATH, deviceMarkSchema } from '@/protocol/device';
import { openBrowserDatabase } from './browser-database';
import { browserStorage } from './text-storage';

const KEY = 'perceptroom-device';
const ENTRY = 'mark';
/** Milliseconds until somebody joins without one: a mark keeps nobody waiting. */
const PATIENCE_MS = 3_000;

interface MarkDatabase extends DBSchema {
  marks: { key: string; value: string };
}

const answerSchema = z.object({ ok: z.literal(true), mark: deviceMarkSchema });

/**
 * The mark of this browser's profile, wherever it still is: in a cookie out of reach for scripts, in localStorage or in IndexedDB; each place that has lost it is given
 * it again. Undefined: the server does not answer in time.
 */
export async function deviceMark(): Promise<string | undefined> {
  const database = await openBrowserDatabase<MarkDatabase>('perceptroom-device', 1, {
    upgrade: (opened) => {
      opened.createObjectStore('marks');
    },
  }).catch(() => null);
  try {
    const kept = [browserStorage.getItem(KEY), await database?.get('marks', ENTRY)];
    const known = kept.find((mark) => deviceMarkSchema.safeParse(mark).success);
    const response = await fetch(DEVICE_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(known ? { mark: known } : {}),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { mark } = answerSchema.parse(await response.json());
    browserStorage.setItem(KEY, mark);
    await database?.put('marks', mark, ENTRY);
    return mark;
  } catch {
    // Whoever joins hears from the joining itself what is wrong.
    return undefined;
  } finally {
    database?.close();
  }
}
