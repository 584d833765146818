import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Env, secretFile } from '@/server/env';
import { makeFolder } from '@/server/make-folder';
import { type Database, openDatabase, providerOf, sqliteFile } from '@/server/store/database';
import {
  BackupError,
  type BackupManifest,
  DATABASE_FILES,
  describeFile,
  SECRET_FILE,
  UNFINISHED,
  writeManifest,
} from './backup-folder';
import { runPostgresTool } from './postgres-tools';

/**
 * Makes a backup of all that is kept, while the server runs or not: the database as it is at one moment, and the secret. In a new folder,
 * which has its name once it is whole.
 * @param now when it is made
 * @throws BackupError with what to do
 */
export async function makeBackup(
  env: Pick<Env, 'dataDir' | 'databaseUrl' | 'secret'>,
  folder: string,
  now: Date,
): Promise<BackupManifest> {
  if (existsSync(folder))
    throw new BackupError(`${folder} is there already. Give a new name to each backup.`);
  if (env.databaseUrl === null && !existsSync(sqliteFile(env)))
    throw new BackupError(
      `There is no database in ${env.dataDir}. Set DATA_DIR (or DATABASE_URL) as it is set for the server.`,
    );
  const draft = `${folder}${UNFINISHED}`;
  try {
    makeFolder(path.dirname(path.resolve(folder)));
    mkdirSync(draft, { mode: 0o700 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new BackupError(
      code === 'EEXIST'
        ? `${draft} is there: another backup is being made, or was broken off. Remove it, or give another name.`
        : `${draft} cannot be made: ${message}`,
    );
  }
  try {
    const provider = providerOf(env);
    const name = DATABASE_FILES[provider];
    await copyDatabase(env, path.join(draft, name));
    chmodSync(path.join(draft, name), 0o600);
    const kept = secretFile(env);
    const withSecret = env.secret === null && existsSync(kept);
    if (withSecret) copyFileSync(kept, path.join(draft, SECRET_FILE));
    // Of the copy where that can be opened: what came into the database meanwhile is not in it.
    const source = provider === 'sqlite' ? { dataDir: draft, databaseUrl: null } : env;
    const about = { provider, madeAt: now.toISOString(), ...(await contentsOf(source)) };
    const files: BackupManifest['files'] = {};
    for (const part of withSecret ? [name, SECRET_FILE] : [name])
      files[part] = await describeFile(path.join(draft, part));
    writeManifest(draft, { ...about, files });
    renameSync(draft, folder);
    return { perceptroom: 'backup', format: 1, ...about, files };
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw noRoom(folder);
    throw error;
  }
}

async function copyDatabase(env: Pick<Env, 'dataDir' | 'databaseUrl'>, file: string): Promise<void> {
  if (env.databaseUrl !== null)
    return runPostgresTool('pg_dump', env.databaseUrl, ['--format=custom', '--no-owner', `--file=${file}`]);
  const database = await openDatabase(env);
  try {
    // One transaction that reads: what is committed meanwhile is not in it, and nobody waits for it (https://sqlite.org/lang_vacuum.html).
    await database.client.$executeRawUnsafe('VACUUM INTO ?', file);
  } catch (error) {
    if (/disk is full|SQLITE_FULL/.test((error as Error).message)) throw noRoom(file);
    throw error;
  } finally {
    await database.client.$disconnect();
  }
  if (!existsSync(file) || statSync(file).size === 0)
    throw new BackupError('The database could not be copied.');
}

const noRoom = (place: string) =>
  new BackupError(`There is no room for the backup at ${path.dirname(place)}. Nothing was left there.`);

/** What is in a database. @throws BackupError where an SQLite file is damaged */
async function contentsOf(
  env: Pick<Env, 'dataDir' | 'databaseUrl'>,
): Promise<Pick<BackupManifest, 'migration' | 'counts'>> {
  const database = await openDatabase(env);
  const { client } = database;
  try {
    if (database.provider === 'sqlite') await mustBeSound(database);
    const [newest] = await client.$queryRawUnsafe<{ name: string }[]>(
      'SELECT MAX("migration_name") AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL',
    );
    const [teachers, classes, students, runs] = await Promise.all([
      client.user.count(),
      client.class.count(),
      client.student.count(),
      client.run.count(),
    ]);
    // Closing would leave a log beside the copy as long as a statement waits for the garbage collector.
    if (database.provider === 'sqlite') await client.$queryRawUnsafe('PRAGMA journal_mode = DELETE');
    return { migration: newest?.name ?? '', counts: { teachers, classes, students, runs } };
  } finally {
    await client.$disconnect();
  }
}

async function mustBeSound({ client }: Database): Promise<void> {
  const found = await client.$queryRawUnsafe<{ integrity_check: string }[]>('PRAGMA integrity_check');
  if (found.length !== 1 || found[0]!.integrity_check !== 'ok')
    throw new BackupError(
      `The database is damaged (${found[0]?.integrity_check}): this backup was not kept. Keep the earlier ones.`,
    );
}
