import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '@/server/root';
import { readLog } from '@/server/store/write-ahead-log';

const PAGE = 4096;
const FRAME = PAGE + 24;

/** Rows that SQLite itself finds when it opens the database with this log. */
const COUNT = `
  const database = new (require('libsql'))(process.argv[1]);
  process.stdout.write(String(database.prepare('SELECT COUNT(*) AS n FROM t').get().n));`;
/** Twenty transactions of a row each, and an end without closing; what an earlier log left is behind them where asked for. */
const FILL = `
  const database = new (require('libsql'))(process.argv[1]);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (x)');
  if (process.argv[2]) {
    for (let n = 0; n < 60; n += 1) database.exec('INSERT INTO t VALUES (0)');
    database.exec('PRAGMA wal_checkpoint(RESTART); DELETE FROM t');
  }
  for (let n = 0; n < 20; n += 1) database.exec('INSERT INTO t VALUES (1)');
  process.kill(process.pid, 'SIGKILL');`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-log-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function node(program: string, ...args: string[]): string {
  try {
    return execFileSync(process.execPath, ['-e', program, ...args], { cwd: ROOT, encoding: 'utf8' });
  } catch (error) {
    if ((error as { signal?: string }).signal === 'SIGKILL') return '';
    throw error;
  }
}

let copies = 0;
/** A database and its log as a kill leaves them, a copy for each test. */
function killed(withEarlier = false): { file: string; log: Buffer } {
  const left = path.join(folder, withEarlier ? 'earlier.db' : 'plain.db');
  if (!existsSync(left)) node(FILL, left, withEarlier ? 'earlier' : '');
  copies += 1;
  const file = path.join(folder, `${copies}.db`);
  copyFileSync(left, file);
  return { file, log: readFileSync(`${left}-wal`) };
}

function rowsWith(file: string, log: Uint8Array): number {
  writeFileSync(`${file}-wal`, log);
  rmSync(`${file}-shm`, { force: true });
  return Number(node(COUNT, file));
}

describe('a log of SQLite, read as SQLite will read it', () => {
  it('whole: nothing is dropped', () => {
    const { file, log } = killed();
    // The table is one transaction more.
    expect(readLog(log)).toEqual({ commits: 21, droppedBytes: 0, droppedCommits: 0 });
    expect(rowsWith(file, log)).toBe(20);
  });

  it('what an earlier log has left behind is not counted as lost', () => {
    const { file, log } = killed(true);
    expect(log.length).toBeGreaterThan(40 * FRAME);
    expect(readLog(log)).toEqual({ commits: 21, droppedBytes: 0, droppedCommits: 0 });
    expect(rowsWith(file, log)).toBe(20);
  });

  it.each([1, 16, 100, FRAME - 1])('torn %d bytes into its last frame', (bytes) => {
    const { file, log } = killed();
    const torn = log.subarray(0, log.length - FRAME + bytes);
    expect(readLog(torn)).toMatchObject({ commits: 20, droppedBytes: bytes, droppedCommits: 0 });
    expect(rowsWith(file, torn)).toBe(19);
  });

  it('an end that was never filled', () => {
    const { file, log } = killed();
    const torn = Buffer.concat([log, Buffer.alloc(2 * FRAME)]);
    expect(readLog(torn)).toEqual({ commits: 21, droppedBytes: 2 * FRAME, droppedCommits: 0 });
    expect(rowsWith(file, torn)).toBe(20);
  });

  it('a bit that has turned in the middle: what is behind it is lost though it was committed', () => {
    const { file, log } = killed();
    const frames = (log.length - 32) / FRAME;
    const hit = frames - 6;
    log[32 + hit * FRAME + 24 + 7]! ^= 1;
    const { commits, droppedCommits, droppedBytes } = readLog(log);
    expect(droppedBytes).toBe(6 * FRAME);
    expect(droppedCommits).toBe(6);
    expect(rowsWith(file, log)).toBe(commits - 1);
  });

  it.each([0, 9, 25])('a damaged head (byte %d): all of it is dropped', (byte) => {
    const { log } = killed();
    log[byte]! ^= 0x40;
    expect(readLog(log)).toEqual({ commits: 0, droppedBytes: log.length, droppedCommits: 0 });
  });

  it('an empty one, and one that is shorter than its head', () => {
    expect(readLog(new Uint8Array(0))).toEqual({ commits: 0, droppedBytes: 0, droppedCommits: 0 });
    expect(readLog(new Uint8Array(20)).droppedBytes).toBe(20);
  });
});
