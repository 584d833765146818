import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataDir } from '@/server/data-dir-lock';
import { EnvError } from '@/server/env';
import { migrateDatabase } from '@/server/store/migrate';
import { MigrationError } from '@/server/store/migration-plan';

describe('what somebody who starts the server can put right is said in one line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('a DATA_DIR that is no folder', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(() => lockDataDir(file)).toThrow(EnvError);
    expect(() => lockDataDir(file)).toThrow(/^DATA_DIR cannot be used: [^\n]+$/);
  });

  it('a PostgreSQL that is not there, without its password', async () => {
    const failure = await migrateDatabase({
      databaseUrl: 'postgres://teacher:s3cret-word@127.0.0.1:1/class',
      dataDir: folder,
    }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MigrationError);
    expect((failure as Error).message).toMatch(/^The database of DATABASE_URL cannot be reached: [^\n]+$/);
    expect((failure as Error).message).not.toContain('s3cret-word');
  });

  it('an SQLite file that is none', async () => {
    writeFileSync(path.join(folder, 'perceptroom.db'), 'no database '.repeat(1_000));
    const failure = await migrateDatabase({ databaseUrl: null, dataDir: folder }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(MigrationError);
    expect((failure as Error).message).toMatch(/^The database file \S+ cannot be opened: [^\n]+$/);
  });
});
