import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createClass } from '@/classroom/state';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { batch } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { createPerceptroom } from '@/server/application';
import { EnvError, readEnv } from '@/server/env';
import { migrateDatabase } from '@/server/store/migrate';
import { openStore, openStoreThread } from '@/server/store/open-store';
import { RemoteStore } from '@/server/store/remote-store';
import { SoleServer } from '@/server/store/sole-server';
import { StorageHealth } from '@/server/store/storage-health';
import { StorageError } from '@/server/store/storage-trouble';
import { startThread } from '@/server/thread';
import { appendStream } from '@/tests/live/append-stream';
import { firstWeightVerifier, plainAccounts, TEACHER } from '@/tests/live/class-server';
import { makeClass, teacherTab } from '@/tests/live/known-teacher';
import { openCuttableLine } from '@/tests/store/cuttable-line';
import { type PostgresServer, startPostgres } from '@/tests/store/postgres-server';
import { addTeacher } from '@/tests/store/teacher';

let postgres: PostgresServer;
let folder: string;
let tidy: (() => unknown)[] = [];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-postgres-class-'));
  postgres = await startPostgres();
});
afterEach(async () => {
  closeTabs();
  for (const one of tidy.reverse()) await one();
  tidy = [];
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const nobody = () => {
  throw new Error('nobody else was here');
};

it('a PostgreSQL that is lost in a class and comes back: refusals with a code, everybody told, nothing false, and on it goes', async () => {
  const url = await postgres.createDatabase();
  const env = readEnv({ DATABASE_URL: url, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1' });
  await migrateDatabase(env);
  await addTeacher(env, TEACHER);
  const health = new StorageHealth();
  const place = await SoleServer.claim(url, health, nobody);
  tidy.push(() => place.release());
  const store = await openStoreThread(env, health, { looks: true });
  const room = createPerceptroom({
    env,
    store,
    auth: plainAccounts(),
    verifier: firstWeightVerifier(),
    clock: Date.now,
    log: pino({ level: 'silent' }),
    pages: null,
  });
  const origin = `http://127.0.0.1:${await room.listen()}`;
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await room.stop();
    await store.close();
  };
  tidy.push(stop);
  const { code } = await makeClass(origin);
  const teacher = await teacherTab(origin, code);
  const told: string[] = [];
  teacher.socket.on('storage', (state) => told.push(state));
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const { tab } = await studentTab(origin, code, 'Ada');
  const runId = freshId();
  const { epoch } = mustBeOk(await tab.attachRun(runId));
  const heard: string[] = [];
  tab.socket.on('storage', (state) => heard.push(state));
  const stream = appendStream(tab, runId, epoch);
  await until('points', () => stream.acknowledged > 10);

  await postgres.crash();
  // The student as well: what was acknowledged before is there by then.
  await until('both to hear', () => told.at(-1) === 'unreachable' && heard.at(-1) === 'unreachable');
  const kept = stream.acknowledged;
  expect((await fetch(`${origin}/readyz`)).status).toBe(503);
  expect(await teacher.command({ type: 'step:next' })).toEqual({ ok: false, code: 'storage-unreachable' });
  await until('refusals', () => stream.refused.length > 0);
  expect(stream.acknowledged).toBe(kept);
  await postgres.startAgain();
  await until('the end of it', () => told.at(-1) === 'ok');
  await until('new points', () => stream.acknowledged > kept + 5);
  mustBeOk(await teacher.command({ type: 'step:next' }));
  expect([...new Set(stream.refused)]).toEqual(['storage-unreachable']);
  await stream.end();
  await stop();
  const after = await openStore(env, { inWorker: false });
  expect((await after.readRun(runId))!.run.highWater).toBeGreaterThanOrEqual(stream.acknowledged);
  await after.close();
});

it('whatever way a connection is lost, whoever asked is told of the storage and of nothing else', async () => {
  const line = await openCuttableLine(await postgres.createDatabase());
  tidy.push(() => line.close());
  const env = readEnv({ DATABASE_URL: line.url, DATA_DIR: folder });
  await migrateDatabase(env);
  await addTeacher(env, TEACHER);
  // Without anybody who watches: everything is tried, also while the database is away.
  const store = await RemoteStore.open(() => startThread('store', { workerData: { ...env, place: null } }));
  tidy.push(() => store.close().catch(() => undefined));
  const first = createClass(
    { id: freshId(), code: 'ABCDEF', teacherId: TEACHER, lessonId: 'perceptron', maxStudents: 5 },
    1,
  );
  await store.createClass(first);
  let over = false;
  let done = 0;
  const errors = new Map<string, number>();
  const again = async (ask: () => Promise<unknown>) => {
    while (!over) {
      try {
        await ask();
        done += 1;
      } catch (error) {
        const said = error instanceof StorageError ? error.code : String(error);
        errors.set(said, (errors.get(said) ?? 0) + 1);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  };
  const change = async () => {
    const before = (await store.loadClass(first.id))!;
    await store.saveClass(before, { ...before, version: before.version + 1 });
  };
  const askers = Array.from({ length: 4 }, () =>
    [
      change,
      () => store.appendBatch(freshId(), 1, batch(1), 1),
      () => store.listClasses(TEACHER),
      () => store.deleteStudent(first.id, freshId()),
      () => store.records([{ model: 'user', operation: 'count', args: {} }]),
      () => store.probe(),
    ].map(again),
  ).flat();
  const works = async () => {
    const before = done;
    await until('answers', () => done > before + 50);
  };
  for (let round = 0; round < 12; round += 1) {
    await works();
    line.cut(round % 2 === 0 ? 'reset' : 'end');
  }
  await works();
  await postgres.crash();
  await postgres.startAgain();
  await works();
  over = true;
  await Promise.all(askers);
  expect([...errors.keys()]).toEqual(['storage-unreachable']);
});

it('a second server on one database is refused while the first lives, and takes its place when it is gone', async () => {
  const url = await postgres.createDatabase();
  const first = await SoleServer.claim(url, new StorageHealth(), nobody);
  const failure = await SoleServer.claim(url, new StorageHealth(), nobody).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(EnvError);
  expect((failure as Error).message).toMatch(/in use by another Perceptroom server/);
  await first.release();
  const second = await SoleServer.claim(url, new StorageHealth(), nobody);
  await second.release();
});

it('a place that was lost while another server came: nothing is written any more, and this one ends', async () => {
  const url = await postgres.createDatabase();
  const health = new StorageHealth();
  let replaced = false;
  const first = await SoleServer.claim(url, health, () => {
    replaced = true;
  });
  tidy.push(() => first.release());
  const admin = new Client({ connectionString: url });
  await admin.connect();
  const cut = admin.query("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
  const second = await SoleServer.claim(url, new StorageHealth(), nobody);
  await cut;
  await until('the first to notice', () => replaced);
  expect(health.state).toBe('unreachable');
  await second.release();
  await admin.end();
});

it('a place whose connection is cut comes back by itself where nobody else came', async () => {
  const url = await postgres.createDatabase();
  const health = new StorageHealth();
  const states: string[] = [];
  health.onChange((state) => states.push(state));
  const place = await SoleServer.claim(url, health, nobody);
  tidy.push(() => place.release());
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
  await until('the loss and the return', () => states.length === 2);
  expect(states).toEqual(['unreachable', 'ok']);
  await admin.end();
});
