import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGroup } from '@/classroom/groups';
import { nextSitting } from '@/classroom/sittings';
import { migrationsFolder, PROVIDERS } from '@/prisma/model-files';
import { type DatabaseEnv, openDatabase, type Provider } from '@/server/store/database';
import { migrateDatabase, readMigrations } from '@/server/store/migrate';
import { openStore } from '@/server/store/open-store';
import { newId, TEACHER } from './made-things';
import { sqliteEnv } from './places';
import { type PostgresServer, startPostgres } from './postgres-server';

/** The last version without groups. */
const BEFORE_GROUPS = '0006_class_dataset';

const STUDENT = 'a'.repeat(32);
const RUN = 'b'.repeat(32);
const [OPEN, ENDED] = ['c'.repeat(32), 'd'.repeat(32)] as const;
const AT = 1_700_000_000_000;

/** A database of that version as its own statements filled it: a teacher, an open class with a student and a run, and one that has ended. */
const FILL = [
  `INSERT INTO "User" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
    VALUES ('${TEACHER}', 'Ada', 'ada@example.org', false, '2026-01-01 00:00:00', '2026-01-01 00:00:00')`,
  ...[
    [OPEN, "'ABCDEF'", 'live', 'NULL'],
    [ENDED, 'NULL', 'ended', String(AT + 9)],
  ].map(
    ([
      id,
      openCode,
      phase,
      endedAt,
    ]) => `INSERT INTO "Class" ("id", "code", "openCode", "teacherId", "lessonId",
      "dataset", "phase", "stepIndex", "paused", "locked", "approvalRequired", "anonymised", "namesOnScreen",
      "ranking", "maxStudents", "createdAt", "startedAt", "endedAt", "version")
    VALUES ('${id}', 'ABCDEF', ${openCode}, '${TEACHER}', 'handwritten-digits', 'fashion', '${phase}', 2, false,
      true, false, false, false, 'named', 40, ${AT}, ${AT + 1}, ${endedAt}, 7)`,
  ),
  `INSERT INTO "Student" ("classId", "id", "position", "nickname", "nicknameKey", "secretHash", "colour", "glyph",
      "membership", "joinedAt")
    VALUES ('${OPEN}', '${STUDENT}', 1, '花子', '花子', 'ab', 3, 4, 'in', ${AT + 2})`,
  `INSERT INTO "Run" ("id", "classId", "studentId", "experiment", "backend", "state", "epoch", "highWater",
      "pointCount", "startedAt", "createdAt", "updatedAt")
    VALUES ('${RUN}', '${OPEN}', '${STUDENT}', '{}', 'wasm', 'paused', 2, 1, 1, ${AT}, ${AT}, ${AT})`,
  `INSERT INTO "RunBatch" ("runId", "sequence", "points", "pointCount", "state", "receivedAt")
    VALUES ('${RUN}', 1, '[]', 0, 'paused', ${AT})`,
  `INSERT INTO "Prediction" ("classId", "studentId", "stepId", "choice", "committedAt")
    VALUES ('${OPEN}', '${STUDENT}', 'train', 1, ${AT + 3})`,
];

const folders: string[] = [];
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await server?.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function oldDatabase(provider: Provider): Promise<DatabaseEnv> {
  const { remove: _remove, ...fresh } = sqliteEnv();
  folders.push(fresh.dataDir);
  const env = provider === 'sqlite' ? fresh : { ...fresh, databaseUrl: await server.createDatabase() };
  const folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-old-'));
  folders.push(folder);
  cpSync(migrationsFolder(provider), path.join(folder, provider), { recursive: true });
  for (const name of readdirSync(path.join(folder, provider)))
    if (/^\d/.test(name) && name > BEFORE_GROUPS)
      rmSync(path.join(folder, provider, name), { recursive: true });
  await migrateDatabase(env, folder);
  const { client } = await openDatabase(env);
  for (const statement of FILL) await client.$executeRawUnsafe(statement);
  await client.$disconnect();
  return env;
}

describe.each(PROVIDERS)('I15: a %s database from before there were groups', (provider) => {
  it('is brought up to date with all that is in it, and holds groups from then on', async () => {
    const env = await oldDatabase(provider);
    const names = readMigrations(provider).map(({ name }) => name);
    expect(await migrateDatabase(env)).toEqual(names.filter((name) => name > BEFORE_GROUPS));

    const store = await openStore(env, { inWorker: false });
    const open = (await store.findClassByCode('ABCDEF'))!;
    expect(open).toMatchObject({ id: OPEN, groupId: null, phase: 'live', dataset: 'fashion', version: 7 });
    // Led as it always was.
    expect(open).toMatchObject({
      steps: null,
      stepIndex: 2,
      pacing: { mode: 'teacher' },
      countdown: null,
      messages: [],
      helps: {},
      setUps: [],
      snapshots: [],
    });
    expect(Object.values(open.students)).toMatchObject([{ nickname: '花子', membership: 'in' }]);
    expect(Object.keys(open.predictions)).toHaveLength(1);
    expect((await store.readRun(RUN))?.run).toMatchObject({ highWater: 1, state: 'paused' });
    expect((await store.listClasses(TEACHER)).map(({ id, group }) => [id, group])).toEqual(
      expect.arrayContaining([
        [OPEN, null],
        [ENDED, null],
      ]),
    );
    // A code of a class from before is nobody's but that class's.
    const group = createGroup({ id: newId(), code: 'GHJKMN', name: '7b', teacherId: TEACHER }, AT + 20);
    expect(await store.createGroup({ ...group, code: 'ABCDEF' })).toBe('code-taken');
    expect(await store.createGroup(group)).toBe('created');
    const made = { id: newId(), lessonId: 'loss', dataset: null, maxStudents: 40 };
    expect(await store.createClass(nextSitting(group, made, null, AT + 30))).toBe('created');
    expect(await store.saveClass(open, { ...open, stepIndex: 3, version: 8 })).toBe('saved');
    expect((await store.loadClass(OPEN))?.stepIndex).toBe(3);
    // Removing a class still takes everything in it along.
    await store.deleteClass(OPEN);
    expect(await store.readRun(RUN)).toBeNull();
    await store.close();
  });
});
