import {
  appendFileSync,
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileGuard } from '@/server/store/file-guard';
import { LogEmptyings } from '@/server/store/log-emptyings';

/** Whether an open database's files count as whole: what a file system says of their blocks may be untrue for a moment. */
let folder: string;
let file: string;
const SIZE = 256 * 1024;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-guard-'));
  file = path.join(folder, 'perceptroom.db');
  write(file, Buffer.alloc(SIZE, 1));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** To the disk, so that its blocks are there. */
function write(name: string, bytes: Uint8Array): void {
  writeFileSync(name, bytes);
  const opened = openSync(name, 'r+');
  fsyncSync(opened);
  closeSync(opened);
}

/** Cut off and written to behind its old end: as long as before, and all but empty. */
function hollow(name: string): void {
  truncateSync(name, 4096);
  truncateSync(name, SIZE);
}

for (const kind of ['database', 'log']) {
  const name = () => (kind === 'log' ? `${file}-wal` : file);
  const guarded = () => {
    if (kind === 'log') write(name(), Buffer.alloc(SIZE, 2));
    const guard = new FileGuard(file);
    guard.check();
    return guard;
  };

  it(`notices that the ${kind} was cut off and written to behind its old end`, () => {
    const guard = guarded();
    hollow(name());
    expect(statSync(name()).size).toBe(SIZE);
    expect(() => guard.check()).toThrow('The storage is gone');
  });

  it(`notices that the ${kind} was cut off`, () => {
    const guard = guarded();
    truncateSync(name(), 4096);
    expect(() => guard.check()).toThrow('The storage is gone');
  });

  // As ext4 does it while another connection syncs: room that was set aside counts no more, and what it became not yet.
  it(`believes no few blocks of the ${kind} that are there again a moment later`, async () => {
    const guard = guarded();
    hollow(name());
    const begun = new Int32Array(new SharedArrayBuffer(4));
    const filler = new Worker(
      `const { workerData } = require('node:worker_threads');
       const fs = require('node:fs');
       Atomics.wait(workerData.begun, 0, 0);
       // Until the guard has looked for the first time.
       Atomics.wait(workerData.begun, 0, 1, 30);
       const opened = fs.openSync(workerData.name, 'r+');
       fs.writeSync(opened, Buffer.alloc(${SIZE}, 3), 0, ${SIZE}, 0);
       fs.fsyncSync(opened);
       fs.closeSync(opened);`,
      { eval: true, workerData: { begun, name: name() } },
    );
    await new Promise((resolve) => filler.once('online', resolve));
    Atomics.store(begun, 0, 1);
    Atomics.notify(begun, 0);
    expect(() => guard.check()).not.toThrow();
    await new Promise((resolve) => filler.once('exit', resolve));
    appendFileSync(name(), 'more');
    expect(() => guard.check()).not.toThrow();
  });
}

// The connection of the migrations is closed whenever its memory is collected: as the last one it removes the log then.
it('before the database is open a log may go with the connection that had it; from then on it must stay', () => {
  const log = `${file}-wal`;
  write(log, Buffer.alloc(SIZE, 2));
  const guard = new FileGuard(file);
  guard.checkDatabase();
  const another = `${file}-another`;
  write(another, Buffer.alloc(4096, 3));
  renameSync(another, log);
  guard.check();
  write(another, Buffer.alloc(4096, 3));
  renameSync(another, log);
  expect(() => guard.check()).toThrow();
});

it('a log that one of our own threads empties is whole, however often it is looked at meanwhile', async () => {
  const log = `${file}-wal`;
  write(log, Buffer.alloc(SIZE, 2));
  const emptyings = new LogEmptyings();
  const guard = new FileGuard(file, null, emptyings);
  guard.check();
  await emptyings.during(async () => {
    // It is under way, and nothing is shorter yet.
    guard.check();
    truncateSync(log, 0);
  });
  guard.check();
  // Afterwards it is a loss again.
  write(log, Buffer.alloc(SIZE, 2));
  guard.check();
  truncateSync(log, 0);
  expect(() => guard.check()).toThrow();
});
