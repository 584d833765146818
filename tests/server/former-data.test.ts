import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authSecret, EnvError, readEnv } from '@/server/env';
import { checkFormerData, checkSecret } from '@/server/store/former-data';
import { migrateDatabase } from '@/server/store/migrate';

let folder: string;
const env = (more: Record<string, string> = {}) => readEnv({ DATA_DIR: folder, ...more });
const file = (name: string) => path.join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-former-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a server leaves that has run here. */
async function used(): Promise<void> {
  await migrateDatabase(env());
  authSecret(env());
}

describe('a start finds what earlier runs have left', () => {
  it('nothing at all, a whole database, an empty file of a first start that was broken off: it goes on', async () => {
    await checkFormerData(env());
    writeFileSync(file('perceptroom.db'), '');
    await checkFormerData(env());
    await used();
    await checkFormerData(env());
    checkSecret(env(), 3);
  });

  it.each([
    [
      'missing, with a secret beside it',
      () => rmSync(file('perceptroom.db')),
      /missing.*secret.*START_ANEW=database/,
    ],
    [
      'empty, with a secret beside it',
      () => truncateSync(file('perceptroom.db')),
      /empty.*secret.*START_ANEW=database/,
    ],
    [
      'missing, with a log beside it',
      () => {
        writeFileSync(file('perceptroom.db-wal'), 'x'.repeat(5_000));
        rmSync(file('perceptroom.db'));
        rmSync(file('secret'));
      },
      /missing.*log.*START_ANEW=database/,
    ],
    [
      'something else',
      () => writeFileSync(file('perceptroom.db'), 'a diary '.repeat(900)),
      /no SQLite database/,
    ],
    ['cut off', () => truncateSync(file('perceptroom.db'), 8192), /cut off/],
  ])(
    'a database that is %s: no new beginning, one line that says what to do',
    async (_what, damage, line) => {
      await used();
      damage();
      const before = readdirSync(folder);
      const failure = await checkFormerData(env()).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(EnvError);
      expect((failure as EnvError).problems).toHaveLength(1);
      expect((failure as Error).message).toMatch(line);
      expect(readdirSync(folder)).toEqual(before);
    },
  );

  it('a new beginning that was asked for keeps aside what was there', async () => {
    await used();
    rmSync(file('perceptroom.db-shm'), { force: true });
    writeFileSync(file('perceptroom.db-wal'), 'x'.repeat(5_000));
    truncateSync(file('perceptroom.db'));
    await checkFormerData(env({ START_ANEW: 'database' }));
    const names = readdirSync(folder);
    expect(names.filter((name) => name.includes('.before-'))).toHaveLength(2);
    expect(existsSync(file('perceptroom.db'))).toBe(false);
    await migrateDatabase(env());
  });

  it('a secret that is missing: refused where there are accounts, unless it is given or asked for', async () => {
    await used();
    rmSync(file('secret'));
    expect(() => checkSecret(env(), 1)).toThrow(/secret is missing.*START_ANEW=secret/);
    checkSecret(env(), 0);
    checkSecret(env({ AUTH_SECRET: 'x'.repeat(40) }), 1);
    checkSecret(env({ START_ANEW: 'secret' }), 1);
    expect(() => readEnv({ START_ANEW: 'everything' })).toThrow(/START_ANEW must be database or secret/);
  });

  it('an SQLite database of another program is not filled with our tables', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'perceptroom-other-'));
    const { createClient } = await import('@libsql/client');
    const client = createClient({ url: `file:${path.join(other, 'other.db')}` });
    await client.execute('CREATE TABLE diary (day TEXT)');
    client.close();
    copyFileSync(path.join(other, 'other.db'), file('perceptroom.db'));
    rmSync(other, { recursive: true });
    await checkFormerData(env());
    await expect(migrateDatabase(env())).rejects.toThrow(/tables of another program/);
  });
});
