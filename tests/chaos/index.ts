/**
 * `npm run chaos -- --kills N [--json]`: kills the server with SIGKILL while students stream, starts it again on the same
 * data, and looks whether everything that was acknowledged is there, once and without gaps. The control acknowledges early
 * on purpose and must be seen to lose: else the test could not see a loss at all.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type ClassState, createClass } from '@/classroom/state';
import { drawRoomCode } from '@/protocol/room-code';
import { readEnv } from '@/server/env';
import { newId, unforeseeable } from '@/server/live/credentials';
import { migrateDatabase } from '@/server/store/migrate';
import { openStore } from '@/server/store/open-store';
import { LESSON, TEACHER } from '../live/class-server';
import { addTeacher } from '../store/teacher';
import { type StreamedRun, StreamingStudent } from './streaming-student';

const STUDENTS = 8;

interface Outcome {
  kills: number;
  /** Batches that were acknowledged. */
  acked: number;
  lost: number;
  duplicated: number;
  gaps: number;
}

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } },
});
const kills = Number(values.kills);
const real = await rehearse(kills, {});
const control = await rehearse(Math.min(kills, 5), { EARLY_ACK: '1' });
const figures = { ...real, control: { kills: control.kills, lost: control.lost } };
console.log(values.json ? JSON.stringify(figures) : figures);
const passed = real.lost + real.duplicated + real.gaps === 0 && (kills === 0 || control.lost > 0);
process.exit(passed ? 0 : 1);

async function rehearse(times: number, variables: Record<string, string>): Promise<Outcome> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'perceptroom-chaos-'));
  try {
    const live = await prepareClass(dataDir);
    let server = await start(dataDir, 0, variables);
    const { port } = server;
    const students = Array.from(
      { length: STUDENTS },
      (_, index) => new StreamingStudent(`http://127.0.0.1:${port}`, live.code, `Student ${index + 1}`),
    );
    for (let kill = 0; kill < times; kill += 1) {
      const before = students.map((student) => student.acked() + student.lost);
      // Every student has been heard again before the next blow, which then falls at any moment of the stream.
      await until(() => students.every((student, index) => student.acked() + student.lost > before[index]!));
      await pause(Math.random() * 400);
      server.child.kill('SIGKILL');
      await once(server.child, 'exit');
      server = await start(dataDir, port, variables);
    }
    const before = students.map((student) => student.acked() + student.lost);
    await until(() => students.every((student, index) => student.acked() + student.lost > before[index]!));
    await Promise.all(students.map((student) => student.finish()));
    for (const student of students) student.close();
    server.child.kill('SIGKILL');
    await once(server.child, 'exit');
    return {
      kills: times,
      ...(await inspect(
        dataDir,
        students.flatMap(({ runs }) => runs),
        students.reduce((sum, { lost }) => sum + lost, 0),
      )),
    };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Reads what is stored, with the server gone, and compares it with what was promised. */
async function inspect(
  dataDir: string,
  runs: StreamedRun[],
  seenLost: number,
): Promise<Omit<Outcome, 'kills'>> {
  const store = await openStore(readEnv({ DATA_DIR: dataDir }), { inWorker: false });
  let [acked, lost, duplicated, gaps] = [seenLost, seenLost, 0, 0];
  for (const run of runs) {
    const steps = ((await store.readRun(run.id))?.points ?? []).map(({ step }) => step);
    const distinct = new Set(steps);
    acked += run.acked;
    duplicated += steps.length - distinct.size;
    for (let step = 1; step <= run.acked * 2; step += 2)
      if (!distinct.has(step) || !distinct.has(step + 1)) lost += 1;
    for (let step = 1; step <= Math.max(0, ...steps); step += 1) if (!distinct.has(step)) gaps += 1;
  }
  await store.close();
  return { acked, lost, duplicated, gaps };
}

async function prepareClass(dataDir: string): Promise<ClassState> {
  const env = readEnv({ DATA_DIR: dataDir });
  await migrateDatabase(env);
  await addTeacher(env, TEACHER);
  const made = {
    id: newId(),
    code: drawRoomCode(unforeseeable),
    teacherId: TEACHER,
    lessonId: LESSON,
    maxStudents: STUDENTS,
  };
  const live: ClassState = { ...createClass(made, Date.now()), phase: 'live', startedAt: Date.now() };
  const store = await openStore(env, { inWorker: false });
  await store.createClass(live);
  await store.close();
  return live;
}

async function start(
  dataDir: string,
  port: number,
  variables: Record<string, string>,
): Promise<{ child: ChildProcess; port: number }> {
  const program = fileURLToPath(new URL('server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', ...variables },
  });
  const first = (await Promise.race([
    once(child, 'message').then(([message]) => message),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server did not start (${code})`))),
  ])) as { port: number };
  return { child, port: first.port };
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('the students were not served again in time');
    await pause(5);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
