import { constants, copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { lockDataDir } from '@/server/data-dir-lock';
import { type Env, secretFile } from '@/server/env';
import { providerOf, sqliteFile } from '@/server/store/database';
import { readMigrations } from '@/server/store/migrate';
import { BackupError, type BackupManifest, DATABASE_FILES, readBackup, SECRET_FILE } from './backup-folder';
import { runPostgresTool } from './postgres-tools';

/**
 * Restores a backup into a data folder or a database in which there is nothing yet; the server is started on it afterwards, and brings an older one up to date.
 * @throws BackupError with what to do; DataDirLockedError while a server runs there. Nothing that is there is written over
 */
export async function restoreBackup(
  env: Pick<Env, 'dataDir' | 'databaseUrl' | 'secret'>,
  folder: string,
): Promise<BackupManifest> {
  const manifest = await readBackup(folder);
  if (manifest.provider !== providerOf(env))
    throw new BackupError(
      manifest.provider === 'sqlite'
        ? 'This backup is of the embedded database: restore it without DATABASE_URL.'
        : 'This backup is of PostgreSQL: set DATABASE_URL to a new, empty database.',
    );
  if (!readMigrations(manifest.provider).some(({ name }) => name === manifest.migration))
    throw new BackupError(
      `This backup was made by a newer Perceptroom (${manifest.migration}). Update first, then restore it.`,
    );
  const unlock = lockDataDir(env.dataDir);
  try {
    const withSecret = mustTakeSecret(env, folder, manifest);
    const file = path.join(folder, DATABASE_FILES[manifest.provider]);
    if (env.databaseUrl === null) restoreSqlite(env, file);
    else await restorePostgres(env.databaseUrl, file);
    if (withSecret) copyWhole(path.join(folder, SECRET_FILE), secretFile(env));
  } finally {
    unlock();
  }
  return manifest;
}

/** Whether the backup's secret is to be laid there. @throws BackupError where another one is kept, or none is known */
function mustTakeSecret(
  env: Pick<Env, 'dataDir' | 'secret'>,
  folder: string,
  { files }: BackupManifest,
): boolean {
  if (env.secret !== null) return false;
  const kept = secretFile(env);
  if (!(SECRET_FILE in files)) {
    if (existsSync(kept)) return false;
    throw new BackupError('This backup holds no secret: set AUTH_SECRET to the one that its server had.');
  }
  if (!existsSync(kept)) return true;
  if (readFileSync(kept, 'utf8').trim() === readFileSync(path.join(folder, SECRET_FILE), 'utf8').trim())
    return false;
  throw new BackupError(
    `${kept} holds another secret than the backup. Restore into an empty folder, or move that file away.`,
  );
}

function restoreSqlite(env: Pick<Env, 'dataDir' | 'databaseUrl'>, from: string): void {
  const file = sqliteFile(env);
  for (const part of [file, `${file}-wal`, `${file}-shm`])
    if (existsSync(part))
      throw new BackupError(
        `${part} is there already, and nothing is written over. Set DATA_DIR to an empty folder, or move what is there away.`,
      );
  copyWhole(from, file);
}

/** Copied aside and then moved, so that a copy that is broken off is never taken for the whole. */
function copyWhole(from: string, to: string): void {
  const draft = `${to}.restoring`;
  try {
    copyFileSync(from, draft, constants.COPYFILE_FICLONE);
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new BackupError(`There is no room for the backup at ${path.dirname(to)}.`);
    throw error;
  }
}

async function restorePostgres(url: string, from: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ tablename: string }>(
      'SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LIMIT 1',
    );
    if (rows.length > 0)
      throw new BackupError(
        `The database of DATABASE_URL is not empty (it has the table ${rows[0]!.tablename}), and nothing is written over. Make a new one.`,
      );
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`The database of DATABASE_URL cannot be reached: ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => undefined);
  }
  // All of it or nothing.
  await runPostgresTool('pg_restore', url, [
    '--no-owner',
    '--no-privileges',
    '--single-transaction',
    '--exit-on-error',
    from,
  ]);
}
