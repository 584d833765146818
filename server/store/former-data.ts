import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { type Env, EnvError, secretFile } from '@/server/env';
import { logFor } from '@/server/log';
import { sqliteFile } from './database';
import { isNewDatabase } from './migrate';
import { readLog } from './write-ahead-log';

const log = logFor('store');

/** An SQLite file begins with this. */
const SQLITE_MAGIC = 'SQLite format 3\0';
const SQLITE_HEADER_BYTES = 100;

type Settings = Pick<Env, 'dataDir' | 'databaseUrl' | 'secret' | 'startAnew'>;

/**
 * Looks at what earlier runs have left, before anything is opened or made: data that should be there and are not are no reason
 * for a new beginning that nobody asked for. Says what a torn log loses.
 * @throws EnvError with what to do
 */
export async function checkFormerData(env: Settings): Promise<void> {
  if (env.databaseUrl === null) checkSqlite(env);
  else if (hasSecret(env) && !env.startAnew?.has('database') && (await isNewDatabase(env))) {
    throw new EnvError([
      `The database of DATABASE_URL is empty, though ${secretFile(env)} says that this server has had one: check DATABASE_URL, or restore the database. To begin with the empty one, start once with START_ANEW=database`,
    ]);
  }
}

/**
 * The secret must be the one that the accounts of this database were made with.
 * @param accounts in the database
 * @throws EnvError with what to do
 */
export function checkSecret(env: Settings, accounts: number): void {
  if (env.secret !== null || accounts === 0 || hasSecret(env) || env.startAnew?.has('secret')) return;
  throw new EnvError([
    `${secretFile(env)} is missing, though the database has accounts: put it back from a backup, or set AUTH_SECRET. To go on with a new one (all teachers sign in again, and what is hidden is drawn anew), start once with START_ANEW=secret`,
  ]);
}

function checkSqlite(env: Settings): void {
  const file = sqliteFile(env);
  const logFile = `${file}-wal`;
  const size = sizeOf(file);
  if (size > 0) {
    checkHeader(file, size, sizeOf(logFile));
    reportLog(logFile);
    return;
  }
  const left =
    sizeOf(logFile) > 0
      ? `its log ${path.basename(logFile)} is there`
      : hasSecret(env)
        ? 'DATA_DIR has been used before (there is a secret)'
        : null;
  if (left === null) return;
  if (!env.startAnew?.has('database')) {
    throw new EnvError([
      `The database ${file} is ${existsSync(file) ? 'empty' : 'missing'}, though ${left}: restore DATA_DIR from a backup, or set it to the right folder. To begin with an empty database, start once with START_ANEW=database; what is there is kept aside`,
    ]);
  }
  for (const name of [file, logFile, `${file}-shm`]) setAside(name);
}

function checkHeader(file: string, size: number, logSize: number): void {
  const bytes = firstBytes(file, SQLITE_HEADER_BYTES);
  const problem =
    bytes.toString('latin1', 0, 16) !== SQLITE_MAGIC
      ? 'is no SQLite database'
      : logSize === 0 && size < lengthBy(bytes)
        ? `is cut off: it has ${size} of ${lengthBy(bytes)} bytes`
        : null;
  if (problem !== null)
    throw new EnvError([`${file} ${problem}: restore it from a backup, or set DATA_DIR to another folder`]);
}

/** Bytes that the file should have by its own header; right while there is no log. */
function lengthBy(header: Buffer): number {
  const page = header.readUInt16BE(16);
  // The count of pages holds only where the change counter agrees.
  if (header.readUInt32BE(24) !== header.readUInt32BE(92)) return 0;
  return (page === 1 ? 65_536 : page) * header.readUInt32BE(28);
}

function reportLog(file: string): void {
  if (sizeOf(file) === 0) return;
  const { commits, droppedBytes, droppedCommits } = readLog(readFileSync(file));
  if (droppedCommits > 0) {
    const kept = `${file}.damaged-${stamp()}`;
    copyFileSync(file, kept);
    log.error(
      { commits, droppedBytes, droppedCommits, kept },
      'the log of the database is damaged: what was written behind the damage is dropped, and may have been acknowledged; a copy is kept',
    );
  } else if (droppedBytes > 0) {
    log.warn(
      { commits, droppedBytes },
      'the log of the database ends in the middle of a write, which is dropped: unless the file was cut afterwards, it had not been acknowledged',
    );
  } else
    log.info({ commits }, 'the last run did not end in order: its log is taken over, nothing is dropped');
}

function hasSecret({ dataDir }: Settings): boolean {
  return existsSync(secretFile({ dataDir }));
}

function firstBytes(file: string, count: number): Buffer {
  const bytes = Buffer.alloc(count);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, bytes, 0, count, 0);
  } finally {
    closeSync(opened);
  }
  return bytes;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function setAside(file: string): void {
  if (existsSync(file)) renameSync(file, `${file}.before-${stamp()}`);
}

function stamp(): string {
  return new Date().toISOString().replace(/[:.]/g, '-');
}
