import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { freePort } from '@/people/free-port';

/** A PostgreSQL server for one test file. */
export interface PostgresServer {
  /** Makes an empty database and gives its URL. */
  createDatabase(): Promise<string>;
  /** Ends it as a crash would: every connection is cut. */
  crash(): Promise<void>;
  /** Starts it again after a crash, on the same port. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

const HOW_TO_GET_IT =
  'PostgreSQL is missing: install it (Debian: apt-get install postgresql; macOS: brew install postgresql), then run the tests again.';

function findBinaries(): string {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  const candidates = [
    ...versions.map((version) => path.join(base, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ];
  const found = candidates.find((folder) => existsSync(path.join(folder, 'initdb')));
  if (found === undefined) throw new Error(HOW_TO_GET_IT);
  return found;
}

/** PostgreSQL refuses to run as root: then it runs as somebody who may do nothing. */
function findUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const ask = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }).toString());
      return { uid: ask('-u'), gid: ask('-g') };
    } catch {
      // No such user: the next one.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody.');
}

/** Resolves when the server says that it is ready; rejects with its log if it ends first. */
function whenReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`PostgreSQL has ended (${code}):\n${log}`)));
  });
}

/** Starts PostgreSQL on a free loopback port, with its own data folder, as an unprivileged user. */
export async function startPostgres(): Promise<PostgresServer> {
  const binaries = findBinaries();
  const user = findUser();
  const folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const options: SpawnOptions = {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
    ...user,
  };
  const data = path.join(folder, 'data');
  execFileSync(
    path.join(binaries, 'initdb'),
    ['-D', data, '-U', 'perceptroom', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { cwd: options.cwd, env: options.env, ...user, stdio: 'pipe' },
  );
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', max_connections: 60 };
  const run = () =>
    spawn(
      path.join(binaries, 'postgres'),
      ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
  let server = run();
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const stopped = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    server.kill(signal);
    await stopped;
  };
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const abandon = () => server.kill('SIGKILL');
  process.once('exit', abandon);
  await whenReady(server);

  let databases = 0;
  const urlOf = (database: string) => `postgres://perceptroom@127.0.0.1:${port}/${database}`;
  return {
    async createDatabase() {
      databases += 1;
      const name = `test_${databases}`;
      const client = new Client({ connectionString: urlOf('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return urlOf(name);
    },
    // Immediate shutdown: whatever is under way is lost, and the next start recovers from the log.
    crash: () => end('SIGQUIT'),
    async startAgain() {
      server = run();
      await whenReady(server);
    },
    async stop() {
      // Fast shutdown: does not wait for clients.
      await end('SIGINT');
      process.off('exit', abandon);
      remove();
    },
  };
}
