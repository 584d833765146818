import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lockDataDir } from '@/server/data-dir-lock';
import { authSecret, EnvError, unusableDataDir } from '@/server/env';

/** A data folder that cannot be made says so in one line that tells what to do. */
const place = mkdtempSync(path.join(tmpdir(), 'perceptroom-folder-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const file = path.join(place, 'a file');
writeFileSync(file, '');
symlinkSync(path.join(place, 'nowhere'), path.join(place, 'link'));

const said = (work: () => unknown): string => {
  try {
    work();
    return 'made';
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return (error as Error).message;
  }
};

describe('a data folder that cannot be made', () => {
  it.each<[string, string, RegExp]>([
    ['a file in the way', file, /a file is in the way/],
    ['a file above it', path.join(file, 'deeper', 'still'), /a file is in the way/],
    ['a link that leads nowhere', path.join(place, 'link'), /a file is in the way/],
    ['too long a name', path.join(place, 'x'.repeat(300)), /the path is too long/],
    ['too long a path', path.join(place, ...Array<string>(60).fill('x'.repeat(100))), /the path is too long/],
    // Where Node's own way of making folders never comes back.
    ...(existsSync('/proc/self')
      ? [
          ['a file system that makes none', '/proc/perceptroom/data', /cannot be made|may not write/] as [
            string,
            string,
            RegExp,
          ],
        ]
      : []),
  ])('%s', (_, dataDir, reason) => {
    for (const message of [
      said(() => lockDataDir(dataDir)),
      said(() => authSecret({ secret: null, dataDir })),
    ]) {
      expect(message).toMatch(reason);
      expect(message).toMatch(
        /^DATA_DIR cannot be used: .* Set DATA_DIR to a folder that this user can write to$/,
      );
      expect(message.length).toBeLessThan(400);
    }
  });

  it.each([
    ['EACCES', 'this user may not write there'],
    ['EROFS', 'that file system is read-only'],
    ['ENOSPC', 'the disk is full'],
    ['EIO', 'EIO: i/o error, mkdir'],
  ])('%s', (code, reason) => {
    const error = Object.assign(new Error(`${code}: i/o error, mkdir\n    at somewhere`), { code });
    expect(unusableDataDir('/data', error)).toContain(`DATA_DIR cannot be used: ${reason} (/data). Set`);
  });

  it('is made with all above it where nothing is wrong', () => {
    const dataDir = path.join(place, 'one', 'two', 'three');
    const unlock = lockDataDir(dataDir);
    expect(existsSync(path.join(dataDir, 'server.lock'))).toBe(true);
    unlock();
  });
});

describe('a data folder that is taken', () => {
  it.each([
    [0o755, 0o700],
    [0o777, 0o700],
    [0o2770, 0o700],
    [0o700, 0o700],
    // Meant for several users, as /tmp is: it is not the server's to close.
    [0o1777, 0o1777],
  ])('that others may look into with %o is %o afterwards', (before, after) => {
    const folder = path.join(place, `open ${before.toString(8)}`);
    mkdirSync(folder);
    chmodSync(folder, before);
    lockDataDir(folder)();
    expect((statSync(folder).mode & 0o1777).toString(8)).toBe(after.toString(8));
  });
});
