/** `npm run bench -- live`: how a whole class loads the server. Real sockets, the real store, a process each. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createClass } from '@/classroom/state';
import { LIMITS } from '@/protocol/limits';
import { drawRoomCode } from '@/protocol/room-code';
import { readEnv } from '@/server/env';
import { newId, unforeseeable } from '@/server/live/credentials';
import { migrateDatabase } from '@/server/store/migrate';
import { openStore } from '@/server/store/open-store';
import { LESSON, TEACHER } from '../live/class-server';
import { addTeacher } from '../store/teacher';
import type { GeneratorReport, Load, ServerFigures } from './live-messages';
import { percentile, round } from './percentiles';

const WARM_UP_MS = 3_000;
/** A generator that sends later than this measures the machine, not the server. */
const LATE_MS = 50;

/** Loads a server and says how it did. `--students N --rate POINTS_PER_SECOND --seconds S`. */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      students: { type: 'string', default: '300' },
      rate: { type: 'string', default: '4' },
      seconds: { type: 'string', default: '20' },
    },
  });
  const students = Number(values.students);
  const rate = Number(values.rate);
  const seconds = Number(values.seconds);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'perceptroom-bench-'));
  const env = readEnv({ DATA_DIR: dataDir });
  try {
    await migrateDatabase(env);
    await addTeacher(env, TEACHER);
    const classState = createClass(
      {
        id: newId(),
        code: drawRoomCode(unforeseeable),
        teacherId: TEACHER,
        lessonId: LESSON,
        maxStudents: Math.max(students, LIMITS.studentsPerClass),
      },
      Date.now(),
    );
    const before = await openStore(env, { inWorker: false });
    await before.createClass(classState);
    await before.close();

    const server = start('live-server.ts', 0, { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1' });
    const { port } = await message<{ port: number }>(server, (m) => 'port' in m);
    const generator = start('live-generator.ts', 1, {});
    const load: Load = {
      url: `http://127.0.0.1:${port}`,
      code: classState.code,
      cookie: `teacher=${TEACHER}`,
      students,
      rate,
      seconds,
      warmUpMs: WARM_UP_MS,
    };
    generator.send(load);
    const joined = await reported(generator, 'joined');
    await reported(generator, 'measuring');
    server.send('measure');
    const done = await reported(generator, 'done');
    server.send('figures');
    const { figures } = await message<{ figures: ServerFigures }>(server, (m) => 'figures' in m);
    generator.kill();
    server.send('stop');
    await once(server, 'exit');

    const after = await openStore(env, { inWorker: false });
    const runs = await after.listRuns(classState.id, null);
    let stored = 0;
    for (const { id } of runs) stored += (await after.readRun(id))!.points.length;
    await after.close();
    if (percentile(done.lateMs, 0.99) > LATE_MS)
      console.error('The generator was late: something else had the processor. Throw these figures away.');
    return {
      students,
      pointsPerS: round((done.ackMs.length * (rate / Math.min(rate, 4))) / seconds, 0),
      serverCpu: round(figures.cpu, 2),
      ackMs: { p50: round(percentile(done.ackMs, 0.5)), p99: round(percentile(done.ackMs, 0.99)) },
      frameMs: { p50: round(percentile(done.frameMs, 0.5)), p99: round(percentile(done.frameMs, 0.99)) },
      rssMb: round(figures.rssMb, 0),
      lost: done.ackedPoints - stored,
      acked: done.ackedPoints,
      refused: done.refused,
      eventLoopMaxMs: round(figures.eventLoopMaxMs),
      lateMs: { p50: round(percentile(done.lateMs, 0.5)), p99: round(percentile(done.lateMs, 0.99)) },
      joinAllMs: round(joined.milliseconds, 0),
    };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** A program of this folder on a core of its own, where there are two and `taskset` can say so. */
function start(file: string, core: number, variables: Record<string, string>): ChildProcess {
  const program = [process.execPath, '--import', 'tsx', fileURLToPath(new URL(file, import.meta.url))];
  const pinned = process.platform === 'linux' && availableParallelism() > 1;
  const [command, ...rest] = pinned ? ['taskset', '-c', String(core), ...program] : program;
  return spawn(command!, rest, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', ...variables },
  });
}

function message<Wanted>(child: ChildProcess, isIt: (message: object) => boolean): Promise<Wanted> {
  return new Promise((resolve, reject) => {
    const listen = (received: unknown) => {
      if (!isIt(received as object)) return;
      child.off('message', listen);
      resolve(received as Wanted);
    };
    child.on('message', listen);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`a process of the bench ended early (${code})`)));
  });
}

function reported<Kind extends GeneratorReport['kind']>(generator: ChildProcess, kind: Kind) {
  return message<Extract<GeneratorReport, { kind: Kind }>>(
    generator,
    (received) => (received as GeneratorReport).kind === kind,
  );
}
