import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serversRunning } from '@/scripts/serving.mjs';
import { ROOT } from '@/server/root';

const MODULE = pathToFileURL(path.join(ROOT, 'scripts/serving.mjs')).href;

describe('who serves from a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-serving-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function serve() {
    const script = `import { sayServing } from ${JSON.stringify(MODULE)};
      sayServing(${JSON.stringify(folder)});
      process.on('SIGTERM', () => process.exit(0));
      setInterval(() => {}, 1_000);
      console.log('serving');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    await once(child.stdout, 'data');
    return child;
  }
  async function end(child: Awaited<ReturnType<typeof serve>>, signal: NodeJS.Signals) {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  it('is known while they run, and forgotten however they ended', async () => {
    expect(serversRunning(path.join(folder, 'not there'))).toEqual([]);
    const [one, other] = [await serve(), await serve()];
    expect(serversRunning(folder).sort()).toEqual([one.pid!, other.pid!].sort());
    await end(one, 'SIGTERM');
    expect(existsSync(path.join(folder, String(one.pid)))).toBe(false);
    await end(other, 'SIGKILL');
    expect(serversRunning(folder)).toEqual([]);
  });

  it('is not another process that has the number by now, nor one that serves from where this folder was copied', async () => {
    const server = await serve();
    const mark = JSON.parse(readFileSync(path.join(folder, String(server.pid)), 'utf8'));
    for (const other of [{ began: '1' }, { folder: '/somewhere/else' }]) {
      writeFileSync(path.join(folder, String(server.pid)), JSON.stringify({ ...mark, ...other }));
      expect(serversRunning(folder)).toEqual([]);
    }
    await end(server, 'SIGTERM');
  });
});
