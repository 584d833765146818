import type { DBSchema } from 'idb';
import { z } from 'zod';
import { DEVICE_PATH, deviceMarkSchema } from '@/protocol/device';
import { inTime, openBrowserDatabase } from './browser-database';
import { browserStorage } from './text-storage';

const KEY = 'perceptroom-device';
const ENTRY = 'mark';
/** Milliseconds until somebody joins without one: a mark keeps nobody waiting, whatever the browser's storage or the line does. */
const PATIENCE_MS = 3_000;

interface MarkDatabase extends DBSchema {
  marks: { key: string; value: string };
}

const answerSchema = z.object({ ok: z.literal(true), mark: deviceMarkSchema });

/** What was asked for while a name was being typed; null where there was no answer. */
let asked: Promise<string | undefined> | null = null;

/**
 * The mark of this browser's profile, wherever it still is: in a cookie out of reach for scripts, in localStorage or in IndexedDB; each place that has lost it is given
 * it again. Asked for once a page. Undefined: there is no answer in time, and whoever joins hears from the joining itself what is wrong.
 */
export function deviceMark(): Promise<string | undefined> {
  asked ??= inTime(madeWhole(), PATIENCE_MS).catch(() => {
    asked = null;
    return undefined;
  });
  return asked;
}

async function madeWhole(): Promise<string> {
  const database = openBrowserDatabase<MarkDatabase>(
    'perceptroom-device',
    1,
    { upgrade: (opened) => void opened.createObjectStore('marks') },
    PATIENCE_MS / 2,
  ).catch(() => null);
  const known =
    validMark(browserStorage.getItem(KEY)) ?? validMark(await (await database)?.get('marks', ENTRY));
  const response = await fetch(DEVICE_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(known === undefined ? {} : { mark: known }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const { mark } = answerSchema.parse(await response.json());
  browserStorage.setItem(KEY, mark);
  // Nobody waits for it: a database may take nothing, or never end a write.
  void database
    .then(async (opened) => {
      await opened?.put('marks', mark, ENTRY);
      opened?.close();
    })
    .catch(() => undefined);
  return mark;
}

function validMark(kept: unknown): string | undefined {
  return deviceMarkSchema.safeParse(kept).data;
}
