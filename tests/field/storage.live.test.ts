import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createClass } from '@/classroom/state';
import { freshId, newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import type { StorageState } from '@/protocol/storage';
import { readEnv } from '@/server/env';
import { migrateDatabase } from '@/server/store/migrate';
import { openStore } from '@/server/store/open-store';
import { appendStream } from '@/tests/live/append-stream';
import { makeDataDir, type RunningServer, startServer, TEACHER } from '@/tests/live/class-server';
import { makeClass, teacherTab } from '@/tests/live/known-teacher';
import { addTeacher } from '@/tests/store/teacher';
import { CAN_BREAK, makeBreakableDisk } from './breakable-disk';
import { CAN_MOUNT, makeSmallDisk } from './small-disk';

if (!CAN_MOUNT)
  console.warn('A full disk is not tried here: no disk can be mounted (it needs root on Linux).');
if (!CAN_BREAK)
  console.warn(
    'A disk that becomes read-only is not tried here (it needs root on Linux, and a loop device).',
  );

let running: RunningServer | null = null;
let tidy: (() => unknown)[] = [];
afterEach(async () => {
  closeTabs();
  await running?.stop().catch(() => undefined);
  running = null;
  for (const one of tidy.reverse()) await one();
  tidy = [];
});

/** What a tab is told of the storage from now on. */
function hears(tab: RecordingTab): StorageState[] {
  const told: StorageState[] = [];
  tab.socket.on('storage', (state) => told.push(state));
  return told;
}

async function folder(): Promise<string> {
  const { dataDir, remove } = await makeDataDir();
  tidy.push(remove);
  return dataDir;
}

/** A data folder on a disk of its own. */
async function makeData(dataDir: string): Promise<void> {
  mkdirSync(dataDir);
  const env = readEnv({ DATA_DIR: dataDir });
  await migrateDatabase(env);
  await addTeacher(env, TEACHER);
}

/** A class with one student who appends without a pause. */
async function streamingClass(dataDir: string) {
  const server = await startServer(dataDir);
  running = server;
  const { code } = await makeClass(server.url);
  const teacher = await teacherTab(server.url, code);
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const { tab } = await studentTab(server.url, code, 'Ada');
  const runId = freshId();
  const { epoch } = mustBeOk(await tab.attachRun(runId));
  const stream = appendStream(tab, runId, epoch);
  await until('points', () => stream.acknowledged > 20);
  return { server, code, teacher, runId, stream, told: hears(tab), heard: hears(teacher) };
}

async function readiness(url: string) {
  const answer = await fetch(`${url}/readyz`);
  return { status: answer.status, code: ((await answer.json()) as { code?: string }).code };
}

/** All that was acknowledged is there after a restart. */
async function expectKept(server: RunningServer, runId: string, acknowledged: number): Promise<void> {
  await server.stop();
  const store = await openStore(server.env, { inWorker: false });
  expect((await store.readRun(runId))!.run.highWater).toBeGreaterThanOrEqual(acknowledged);
  await store.close();
}

it.skipIf(!CAN_MOUNT)(
  'a full disk: everybody hears of it, nothing is lost or falsely acknowledged, and all goes on when there is room',
  async () => {
    const disk = makeSmallDisk(24);
    tidy.push(() => disk.remove());
    const dataDir = path.join(disk.folder, 'data');
    await makeData(dataDir);
    const { server, code, teacher, stream, told, heard, runId } = await streamingClass(dataDir);
    disk.fill();
    await until('both to hear', () => told.at(-1) === 'full' && heard.at(-1) === 'full');
    const kept = stream.acknowledged;
    expect(await readiness(server.url)).toEqual({ status: 503, code: 'storage-full' });
    expect(await teacher.command({ type: 'step:next' })).toEqual({ ok: false, code: 'storage-full' });
    // Who comes now hears it as well, before trying and when trying.
    const newcomer = openTab(server.url);
    const newcomerHears = hears(newcomer);
    const as = { kind: 'newcomer', nickname: 'Grace', credentials: newCredentials() } as const;
    expect(await newcomer.attach({ code, as })).toEqual({ ok: false, code: 'storage-full' });
    await until('the newcomer to hear', () => newcomerHears.at(-1) === 'full');
    const entrance = await (await fetch(`${server.url}/api/classes/${code}`)).json();
    expect(entrance).toMatchObject({ ok: true, storage: 'full' });
    expect(stream.acknowledged).toBe(kept);
    expect([...new Set(stream.refused)]).toEqual(['storage-full']);
    // Nobody's card goes: who is here is still here.
    expect(
      (await fetch(`${server.url}/metrics`).then((answer) => answer.text())).match(/storage\{.*1$/gm),
    ).toEqual(['storage{state="full"} 1']);
    disk.empty();
    await until('all to hear that it is over', () => told.at(-1) === 'ok' && newcomerHears.at(-1) === 'ok');
    expect(told).toEqual(['full', 'ok']);
    await until('new points', () => stream.acknowledged > kept + 5);
    mustBeOk(await newcomer.attach({ code, as }));
    mustBeOk(await teacher.command({ type: 'step:next' }));
    expect((await readiness(server.url)).status).toBe(200);
    await stream.end();
    await expectKept(server, runId, stream.acknowledged);
  },
);

it.skipIf(!CAN_BREAK)(
  'a disk that the system makes read-only under the open files: nothing false is said, and with a restart elsewhere all is there',
  async () => {
    const disk = makeBreakableDisk();
    tidy.push(() => disk.remove());
    const dataDir = path.join(disk.folder, 'data');
    await makeData(dataDir);
    const { server, teacher, stream, told, heard, runId } = await streamingClass(dataDir);
    disk.breakNow();
    await until('both to hear', () => told.at(-1) === 'read-only' && heard.at(-1) === 'read-only');
    const kept = stream.acknowledged;
    expect(await readiness(server.url)).toEqual({ status: 503, code: 'storage-read-only' });
    expect(await teacher.command({ type: 'step:next' })).toEqual({ ok: false, code: 'storage-read-only' });
    await until('refusals', () => stream.refused.length > 3);
    expect(stream.acknowledged).toBe(kept);
    expect(stream.refused.filter((code) => !code.startsWith('storage-'))).toEqual([]);
    await stream.end();
    const elsewhere = `${await folder()}/copy`;
    cpSync(dataDir, elsewhere, { recursive: true });
    const store = await openStore(readEnv({ DATA_DIR: elsewhere }), { inWorker: false });
    expect((await store.readRun(runId))!.run.highWater).toBeGreaterThanOrEqual(kept);
    await store.close();
  },
);

it.skipIf(!CAN_BREAK)(
  'files that nobody may write to any more, while they are open: told as read-only, and over when they may be written to',
  async () => {
    const disk = makeBreakableDisk();
    tidy.push(() => disk.remove());
    const dataDir = path.join(disk.folder, 'data');
    await makeData(dataDir);
    const { teacher, stream, told, heard, runId, server } = await streamingClass(dataDir);
    disk.freeze(path.join(dataDir, 'perceptroom.db-wal'), true);
    await until('both to hear', () => told.at(-1) === 'read-only' && heard.at(-1) === 'read-only');
    const kept = stream.acknowledged;
    await until('refusals', () => stream.refused.length > 3);
    expect(stream.acknowledged).toBe(kept);
    disk.freeze(path.join(dataDir, 'perceptroom.db-wal'), false);
    await until('the end of it', () => told.at(-1) === 'ok');
    await until('new points', () => stream.acknowledged > kept + 5);
    mustBeOk(await teacher.command({ type: 'step:next' }));
    await stream.end();
    await expectKept(server, runId, stream.acknowledged);
  },
);

/** What may happen to a data folder while the server has it open; `back` undoes it. */
const LOSSES: Record<string, { lose(dir: string): void; back?(dir: string): void }> = {
  'is deleted': { lose: (dir) => rmSync(dir, { recursive: true }) },
  'is moved, and put back': {
    lose: (dir) => renameSync(dir, `${dir}-moved`),
    back: (dir) => renameSync(`${dir}-moved`, dir),
  },
  'is replaced by a copy, and the first one put back': {
    lose: (dir) => {
      cpSync(dir, `${dir}-copy`, { recursive: true });
      renameSync(dir, `${dir}-moved`);
      renameSync(`${dir}-copy`, dir);
    },
    back: (dir) => {
      rmSync(dir, { recursive: true });
      renameSync(`${dir}-moved`, dir);
    },
  },
  'is replaced by an empty one': {
    lose: (dir) => {
      renameSync(dir, `${dir}-moved`);
      mkdirSync(dir);
    },
  },
  'loses the database': { lose: (dir) => rmSync(path.join(dir, 'perceptroom.db')) },
  'loses the database, its log and its index': {
    lose: (dir) => {
      for (const end of ['', '-wal', '-shm']) rmSync(path.join(dir, `perceptroom.db${end}`));
    },
  },
  'has the database cut off in the middle': {
    lose: (dir) => {
      const file = path.join(dir, 'perceptroom.db');
      truncateSync(file, statSync(file).size / 2);
    },
  },
  'has the log cut off in the middle': {
    lose: (dir) => {
      const file = path.join(dir, 'perceptroom.db-wal');
      truncateSync(file, statSync(file).size / 2);
    },
  },
  'has the log replaced by a copy, and the first one put back': {
    lose: (dir) => {
      const file = path.join(dir, 'perceptroom.db-wal');
      cpSync(file, `${file}-copy`);
      renameSync(file, `${file}-moved`);
      renameSync(`${file}-copy`, file);
    },
    back: (dir) => {
      const file = path.join(dir, 'perceptroom.db-wal');
      renameSync(`${file}-moved`, file);
    },
  },
  'has the database emptied': { lose: (dir) => truncateSync(path.join(dir, 'perceptroom.db')) },
  'has the log emptied': { lose: (dir) => truncateSync(path.join(dir, 'perceptroom.db-wal')) },
  'has the database replaced by a copy': {
    lose: (dir) => {
      cpSync(path.join(dir, 'perceptroom.db'), path.join(dir, 'other.db'));
      renameSync(path.join(dir, 'other.db'), path.join(dir, 'perceptroom.db'));
    },
  },
};

/** What lies in the folder, null if it is not there; what the server tries its room with comes and goes. */
const filesIn = (dataDir: string) =>
  existsSync(dataDir)
    ? readdirSync(dataDir)
        .filter((name) => !name.startsWith('.room-'))
        .sort()
    : null;

describe.each(Object.entries(LOSSES))('a data folder that %s under the server', (_what, { lose, back }) => {
  it('refusals with a code, not ready, everybody told, and nothing acknowledged into nothing', async () => {
    const dataDir = await folder();
    tidy.push(() => {
      for (const name of ['-moved', '-copy']) rmSync(dataDir + name, { recursive: true, force: true });
    });
    const { server, teacher, stream, told, heard, runId } = await streamingClass(dataDir);
    const before = stream.acknowledged;
    lose(dataDir);
    const left = filesIn(dataDir);
    await until('both to hear', () => told.at(-1) === 'gone' && heard.at(-1) === 'gone');
    // One answer may have been on its way.
    expect(stream.acknowledged - before).toBeLessThanOrEqual(1);
    const kept = stream.acknowledged;
    expect(await readiness(server.url)).toEqual({ status: 503, code: 'storage-gone' });
    expect(await teacher.command({ type: 'step:next' })).toEqual({ ok: false, code: 'storage-gone' });
    await until('refusals', () => stream.refused.length > 3);
    expect(stream.acknowledged).toBe(kept);
    // Nothing has been made in its place.
    expect(filesIn(dataDir)).toEqual(left);
    if (back) {
      back(dataDir);
      await until('the end of it', () => told.at(-1) === 'ok');
      await until('new points', () => stream.acknowledged > kept + 5);
      mustBeOk(await teacher.command({ type: 'step:next' }));
    }
    await stream.end();
    if (back) await expectKept(server, runId, stream.acknowledged);
  });
});

it('a log that is removed under the server: what it held is brought over into the database before anything else, and everybody is told', async () => {
  const dataDir = await folder();
  const copy = await folder();
  const { server, teacher, stream, told, runId } = await streamingClass(dataDir);
  rmSync(path.join(dataDir, 'perceptroom.db-wal'));
  await until('the student to hear', () => told.includes('gone'));
  const kept = stream.acknowledged;
  // As a power cut would leave it: the file alone, while the server still runs.
  for (const name of readdirSync(copy)) rmSync(path.join(copy, name));
  cpSync(path.join(dataDir, 'perceptroom.db'), path.join(copy, 'perceptroom.db'));
  const store = await openStore(readEnv({ DATA_DIR: copy }), { inWorker: false });
  expect((await store.readRun(runId))!.run.highWater).toBeGreaterThanOrEqual(kept);
  await store.close();
  // Until a new start, which the server's process makes by itself (supervised.live.test.ts).
  await until('refusals', () => stream.refused.length > 3);
  expect([...new Set(stream.refused)]).toEqual(['storage-gone']);
  expect(await teacher.command({ type: 'step:next' })).toEqual({ ok: false, code: 'storage-gone' });
  await stream.end();
  expect(stream.acknowledged).toBe(kept);
  await expectKept(server, runId, kept);
});

it('control: a store without the guard says "created" of a class that is nowhere', async () => {
  const dataDir = await folder();
  const store = await openStore(readEnv({ DATA_DIR: dataDir }), { inWorker: false });
  await store.ping();
  rmSync(dataDir, { recursive: true });
  const made = { id: freshId(), code: 'ABCDEF', teacherId: TEACHER, lessonId: 'perceptron', maxStudents: 5 };
  expect(await store.createClass(createClass(made, 1))).toBe('created');
  expect(existsSync(dataDir)).toBe(false);
  await store.close();
});
