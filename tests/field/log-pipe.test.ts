import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { ROOT } from '@/server/root';

const PROGRAM = fileURLToPath(new URL('log-flood.ts', import.meta.url));
/** The same without the server's log, in a Node that nobody has made ready for it. */
const PLAIN = `
  const { writeSync } = require('node:fs');
  for (let n = 0; n < 2_000; n += 1) writeSync(1, 'x'.repeat(500));
  writeSync(2, 'alive');`;

let child: ChildProcess | null = null;
afterEach(() => child?.kill('SIGKILL'));

function run(...args: string[]): ChildProcess {
  child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, LOG_LEVEL: 'info' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return child;
}

it('a log that nobody reads holds nobody up, and says what is missing once it is read again', async () => {
  const { stdin, stdout, stderr } = run('--import', 'tsx', PROGRAM);
  const [said] = (await once(stderr!, 'data')) as [Buffer];
  expect(said.toString()).toBe('alive');
  let read = '';
  stdout!.on('data', (chunk: Buffer) => {
    read += chunk.toString();
  });
  while (!read.includes('again')) await new Promise((resolve) => setTimeout(resolve, 10));
  stdin!.write('go on');
  await once(stdout!, 'close');
  const lines = read.split('\n').filter((line) => line !== '');
  expect(lines.at(-2)).toMatch(/"missing":\d+.*lines are missing/);
  expect(lines.at(-1)).toContain('the end');
});

it('control: written so that it waits, the same holds the process up', async () => {
  const { stdout, stderr } = run('-e', PLAIN);
  let said = '';
  stderr!.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  // It has written what a pipe holds, and stands.
  await once(stdout!, 'readable');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(said).toBe('');
});
