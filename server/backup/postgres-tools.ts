import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { BackupError } from './backup-folder';

/** Where Debian and its kin keep the programs of each version, of which those on the path may be older than the server. */
const VERSIONS = '/usr/lib/postgresql';

/** Says what becomes of the database, so that a password stands in no list of processes. */
function connectionOf(url: string): { address: string; env: NodeJS.ProcessEnv } {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  return { address: address.href, env: { ...process.env, ...(password && { PGPASSWORD: password }) } };
}

/**
 * Runs `pg_dump` or `pg_restore`, PostgreSQL's own, on a database.
 * @throws BackupError where the program is missing, or with the last that it said
 */
export async function runPostgresTool(
  program: 'pg_dump' | 'pg_restore',
  url: string,
  args: readonly string[],
): Promise<void> {
  const { address, env } = connectionOf(url);
  const child = spawn(find(program), [`--dbname=${address}`, '--no-password', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data) => {
    said = `${said}${data}`.slice(-4_000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? missing(program) : error),
    );
    child.once('close', resolve);
  });
  if (code !== 0) throw new BackupError(`${program} did not do it: ${said.trim().split('\n').at(-1)}`);
}

/** The newest that is here: a newer one reads older databases, not the other way round. */
function find(program: string): string {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  const newest = versions
    .map(Number)
    .filter((version) => existsSync(path.join(VERSIONS, String(version), 'bin', program)))
    .sort((one, other) => other - one)[0];
  return newest === undefined ? program : path.join(VERSIONS, String(newest), 'bin', program);
}

const missing = (program: string) =>
  new BackupError(
    `${program} is missing here. Install PostgreSQL's own programs (Debian: apt-get install postgresql-client; macOS: brew install libpq), of the server's version or newer.`,
  );
