import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEnv } from '@/server/env';
import { sqliteFile } from '@/server/store/database';
import { migrateDatabase } from '@/server/store/migrate';
import { addTeacher } from '@/tests/store/teacher';

/** Database files, by the teachers in them. */
const made = new Map<string, Promise<Uint8Array>>();

/**
 * A new data folder with a migrated database and teachers in it, as a server that has done nothing else leaves it. The first of a kind is made,
 * which takes longer than most of what is tested in it; others are copies of that.
 */
export async function newDataFolder(teachers: readonly string[]): Promise<string> {
  const kind = teachers.join(' ');
  const making = made.get(kind) ?? makeDatabase(teachers);
  made.set(kind, making);
  const bytes = await making;
  const folder = await emptyFolder();
  await writeFile(sqliteFile(envOf(folder)), bytes);
  return folder;
}

const emptyFolder = () => mkdtemp(path.join(tmpdir(), 'perceptroom-live-'));
const envOf = (folder: string) => readEnv({ DATA_DIR: folder });

async function makeDatabase(teachers: readonly string[]): Promise<Uint8Array> {
  const folder = await emptyFolder();
  try {
    const env = envOf(folder);
    await migrateDatabase(env);
    for (const id of teachers) await addTeacher(env, id);
    // Once more, which empties the log into the file: whoever closes it last does so in its own time.
    await migrateDatabase(env);
    return await readFile(sqliteFile(env));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
