import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseEnv } from '@/server/store/database';
import { migrateDatabase } from '@/server/store/migrate';
import { openStore } from '@/server/store/open-store';
import { OTHER_TEACHER, TEACHER, THIRD_TEACHER } from './made-things';
import type { Place } from './store-contract';
import { addTeacher } from './teacher';

/** A fresh SQLite file in a folder of its own. */
export function sqliteEnv(): DatabaseEnv & { remove: () => void } {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'perceptroom-store-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  return { databaseUrl: null, dataDir, remove };
}

/** Migrates a database, puts the teacher into it, and opens stores on it. */
export async function makePlace(
  env: DatabaseEnv,
  options: { inWorker: boolean; remove: () => void },
): Promise<Place> {
  await migrateDatabase(env);
  for (const id of [TEACHER, OTHER_TEACHER, THIRD_TEACHER]) await addTeacher(env, id);
  return { open: () => openStore(env, options), remove: async () => options.remove() };
}
