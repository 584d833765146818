import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataDirLockedError, lockDataDir } from '@/server/data-dir-lock';

describe('the lock on a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const file = () => path.join(folder, 'server.lock');

  it('is held by one, and given back', () => {
    const unlock = lockDataDir(folder);
    expect(() => lockDataDir(folder)).toThrow(DataDirLockedError);
    unlock();
    expect(readdirSync(folder)).toEqual([]);
    lockDataDir(folder)();
  });

  it('is kept from a second process while the first lives, and not after it was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")']);
    await once(child.stdout, 'data');
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
    const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    writeFileSync(file(), JSON.stringify({ pid: child.pid, began }));
    expect(() => lockDataDir(folder)).toThrow(`process ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    lockDataDir(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from a process whose number is another’s by now, and from a torn file', () => {
    // In a container each start has the same number: this very process never held it.
    writeFileSync(file(), JSON.stringify({ pid: process.pid, began: '1' }));
    lockDataDir(folder)();
    writeFileSync(file(), '{"pid":');
    lockDataDir(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });
});
