import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@/people/free-port';

/** A Redis server for one test file, on a free loopback port; it keeps nothing on disk. */
export interface RedisServer {
  url: string;
  /** Ends it as a crash would: all that was in it is gone. */
  crash(): Promise<void>;
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

const HOW_TO_GET_IT =
  'Redis is missing: install it (Debian: apt-get install redis-server; macOS: brew install redis), then run the tests again.';

function whenReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('eady to accept connections')) resolve();
    });
    server.once('error', () => reject(new Error(HOW_TO_GET_IT)));
    server.once('exit', (code) => reject(new Error(`Redis has ended (${code}):\n${log}`)));
  });
}

/** Starts Redis. */
export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-redis-'));
  const port = await freePort();
  const run = () =>
    spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  let server = run();
  const abandon = () => server.kill('SIGKILL');
  process.once('exit', abandon);
  await whenReady(server);
  const crash = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    server.kill('SIGKILL');
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    crash,
    async startAgain() {
      server = run();
      await whenReady(server);
    },
    async stop() {
      await crash();
      process.off('exit', abandon);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
