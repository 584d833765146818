import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BackupError, type BackupManifest } from '@/server/backup/backup-folder';
import { makeBackup } from '@/server/backup/make-backup';
import { restoreBackup } from '@/server/backup/restore-backup';
import { lockDataDir } from '@/server/data-dir-lock';
import { authSecret } from '@/server/env';

import { migrateDatabase } from '@/server/store/migrate';
import { openStore } from '@/server/store/open-store';
import type { RunToAttach, Store } from '@/server/store/store';
import { runProgram } from '@/tests/field/account-server';
import { bundledProgram } from '@/tests/running/bundled';
import { aBatch, aClass, aRun, aStudent, TEACHER } from './made-things';
import { type PostgresServer, startPostgres } from './postgres-server';
import { addTeacher } from './teacher';

const NOW = new Date('2026-12-01T09:00:00Z');
const RUNS = 6;

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'perceptroom-backup-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const envIn = (folder: string, databaseUrl: string | null = null) => ({
  dataDir: path.join(place, folder),
  databaseUrl,
  secret: null,
});

/** A class whose students never stop training. */
class TrainingClass {
  readonly acknowledged = new Map<string, number>();
  private stopped = false;
  private readonly streams: Promise<void>[];

  private constructor(
    readonly store: Store,
    readonly classId: string,
    readonly runs: readonly RunToAttach[],
  ) {
    this.streams = runs.map(async ({ id }) => {
      for (let sequence = 1; !this.stopped; sequence += 1) {
        expect((await store.appendBatch(id, 1, aBatch(sequence), 2)).kind).toBe('stored');
        this.acknowledged.set(id, sequence);
      }
    });
  }

  static async begin(env: ReturnType<typeof envIn>): Promise<TrainingClass> {
    authSecret(env);
    await migrateDatabase(env);
    await addTeacher(env, TEACHER);
    const store = await openStore(env, { inWorker: true });
    const student = aStudent('Ann');
    const state = aClass({ students: { [student.id]: student } });
    await store.createClass(state);
    const runs = Array.from({ length: RUNS }, () => aRun(state.id, student.id));
    await Promise.all(runs.map((run) => store.attachRun(run, 1)));
    const training = new TrainingClass(store, state.id, runs);
    while (Math.min(...runs.map(({ id }) => training.acknowledged.get(id) ?? 0)) < 5)
      await new Promise((resolve) => setTimeout(resolve, 5));
    return training;
  }

  async end(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.streams);
    await this.store.close();
  }
}

/** A backup of a class that goes on all the while has all that was acknowledged before, each run without a gap. */
async function roundTrip(
  env: ReturnType<typeof envIn>,
  into: ReturnType<typeof envIn>,
): Promise<BackupManifest> {
  const training = await TrainingClass.begin(env);
  const folder = path.join(place, 'backup');
  let manifest: BackupManifest;
  let before: Map<string, number>;
  try {
    before = new Map(training.acknowledged);
    manifest = await makeBackup(env, folder, NOW);
    const since = Math.max(...training.acknowledged.values());
    // It goes on after the copy as well.
    while (Math.max(...training.acknowledged.values()) < since + 3)
      await new Promise((resolve) => setTimeout(resolve, 5));
  } finally {
    await training.end();
  }
  expect(manifest).toMatchObject({
    madeAt: NOW.toISOString(),
    counts: { teachers: 1, classes: 1, students: 1, runs: RUNS },
  });
  expect(readdirSync(folder).sort()).toEqual([...Object.keys(manifest.files), 'backup.json'].sort());
  for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).mode & 0o077).toBe(0);

  expect(await restoreBackup(into, folder)).toEqual(manifest);
  expect(authSecret(into)).toBe(authSecret(env));
  expect(await migrateDatabase(into)).toEqual([]);
  const store = await openStore(into, { inWorker: true });
  try {
    expect((await store.loadClass(training.classId))?.students).toBeDefined();
    for (const { id } of training.runs) {
      const { run, points } = (await store.readRun(id))!;
      expect(run.highWater).toBeGreaterThanOrEqual(before.get(id)!);
      expect(points).toHaveLength(run.highWater * 2);
    }
    // Somebody can go on in it.
    const [run] = training.runs;
    expect((await store.attachRun(run!, 3))?.epoch).toBe(2);
  } finally {
    await store.close();
  }
  return manifest;
}

describe('a backup of the embedded database', () => {
  it('is made while a class trains, and is whole', async () => {
    await roundTrip(envIn('data'), envIn('restored'));
  });

  it('is never half there: one that is broken off leaves nothing, and a name is given once', async () => {
    await expect(makeBackup(envIn('nothing'), path.join(place, 'backup'), NOW)).rejects.toThrow(
      /no database/,
    );
    expect(readdirSync(place)).toEqual([]);
    const env = envIn('data');
    await (await TrainingClass.begin(env)).end();
    // A file that is no database any more.
    const damaged = envIn('damaged');
    await (await TrainingClass.begin(damaged)).end();
    const file = path.join(damaged.dataDir, 'perceptroom.db');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096 * 3, 4096 * 9);
    writeFileSync(file, bytes);
    await expect(makeBackup(damaged, path.join(place, 'backup'), NOW)).rejects.toThrow();
    expect(existsSync(path.join(place, 'backup'))).toBe(false);
    expect(readdirSync(place).some((name) => name.startsWith('backup'))).toBe(false);
    await makeBackup(env, path.join(place, 'backup'), NOW);
    await expect(makeBackup(env, path.join(place, 'backup'), NOW)).rejects.toThrow(/is there already/);
  });

  describe('restored', () => {
    const from = () => path.join(place, 'backup');
    beforeEach(async () => {
      const env = envIn('data');
      await (await TrainingClass.begin(env)).end();
      await makeBackup(env, from(), NOW);
    });
    const restored = (into = envIn('restored')) => restoreBackup(into, from());
    const change = (name: string, by: (bytes: Buffer) => Buffer) => {
      const file = path.join(from(), name);
      writeFileSync(file, by(readFileSync(file)));
    };
    const manifestWith = (given: object) =>
      change('backup.json', (text) => Buffer.from(JSON.stringify({ ...JSON.parse(String(text)), ...given })));

    it('is refused where a byte is another, where something is missing, and where it is none', async () => {
      const file = path.join(from(), 'perceptroom.db');
      copyFileSync(file, path.join(place, 'good.db'));
      change('perceptroom.db', (bytes) => {
        bytes[bytes.length >> 1]! ^= 1;
        return bytes;
      });
      await expect(restored()).rejects.toThrow(/damaged: perceptroom\.db/);
      change('perceptroom.db', (bytes) => bytes.subarray(0, -1));
      await expect(restored()).rejects.toThrow(/not whole: perceptroom\.db has \d+ bytes instead of \d+/);
      rmSync(file);
      await expect(restored()).rejects.toThrow(/perceptroom\.db is missing/);
      copyFileSync(path.join(place, 'good.db'), file);
      change('backup.json', (text) => text.subarray(0, 40));
      await expect(restored()).rejects.toThrow(/cannot be read/);
      rmSync(path.join(from(), 'backup.json'));
      await expect(restored()).rejects.toThrow(/no backup/);
      expect(existsSync(envIn('restored').dataDir)).toBe(false);
    });

    it('writes over nothing, and waits for no server', async () => {
      await expect(restored(envIn('data'))).rejects.toThrow(/perceptroom\.db is there already/);
      const other = envIn('other');
      authSecret(other);
      await expect(restored(other)).rejects.toThrow(/another secret/);
      const unlock = lockDataDir(envIn('locked').dataDir);
      await expect(restored(envIn('locked'))).rejects.toThrow(/in use by another/);
      unlock();
      await restored(envIn('locked'));
    });

    it('is refused by an older version, and by the other database', async () => {
      manifestWith({ migration: '9999_not_yet' });
      await expect(restored()).rejects.toThrow(/newer Perceptroom/);
      await expect(restored(envIn('x', 'postgres://nobody@127.0.0.1:1/none'))).rejects.toThrow(
        /without DATABASE_URL/,
      );
      manifestWith({ provider: 'postgresql' });
      await expect(restored()).rejects.toBeInstanceOf(BackupError);
    });
  });

  it('is made and restored by the operator’s commands, which say what is wrong in one line', async () => {
    const env = envIn('data');
    await (await TrainingClass.begin(env)).end();
    const folder = path.join(place, 'backups', 'monday');
    const run = (dataDir: string, ...args: string[]) =>
      runProgram([bundledProgram('backup'), ...args], { DATA_DIR: dataDir });
    const made = await run(env.dataDir, 'make', folder);
    expect(made).toMatchObject({ code: 0, problem: '' });
    expect(made.out).toMatch(/1 teachers, 1 classes, 1 students, 6 runs/);
    expect(await run(envIn('restored').dataDir, 'restore', folder)).toMatchObject({ code: 0 });
    const again = await run(envIn('restored').dataDir, 'restore', folder);
    expect(again.code).toBe(1);
    expect(again.problem.trim().split('\n')).toHaveLength(1);
    expect((await run(env.dataDir, 'make')).problem).toMatch(/How to use it/);
  });
});

describe('a backup of PostgreSQL', () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  it('is made while a class trains, is whole, and is restored into an empty database alone', async () => {
    const from = envIn('data', await postgres.createDatabase());
    const into = envIn('restored', await postgres.createDatabase());
    await roundTrip(from, into);
    await expect(restoreBackup(into, path.join(place, 'backup'))).rejects.toThrow(/is not empty/);
    await expect(
      restoreBackup(envIn('none', 'postgres://nobody@127.0.0.1:1/none'), path.join(place, 'backup')),
    ).rejects.toThrow(/cannot be reached/);
  });
});
