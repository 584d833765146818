import { decide } from '@/classroom/decide';
import type { ClassState } from '@/classroom/state';
import { findLesson } from '@/lessons/registry';
import { freshId } from '@/people/credentials';
import { ServerProcess } from '@/people/server-process';
import { createTeacher } from '@/people/teacher';
import type { Point } from '@/protocol/run';
import { readEnv } from '@/server/env';
import { hashSecret } from '@/server/live/credentials';
import { openStore } from '@/server/store/open-store';
import type { Store } from '@/server/store/store';
import { percentile, round } from './percentiles';

const STUDENTS = 200;
const RUNS = 10;
const BATCHES = 10;
const POINTS = 50;
const VIEWS = 30;

function pointAt(step: number): Point {
  const loss = 2.3 * Math.exp(-step / 200) + 0.2;
  return {
    step,
    epoch: step / 100,
    loss,
    accuracy: 1 - loss / 2.6,
    validationLoss: loss * 1.1,
    validationAccuracy: 1 - loss / 2.4,
    examplesPerSecond: 4_000,
  };
}

/** Fills a class as 200 students would have: through the rules and the store, not through SQL. */
async function fill(store: Store, classId: string): Promise<void> {
  const before = await store.loadClass(classId);
  if (!before) throw new Error('The class is gone');
  let state: ClassState = before;
  const ids = Array.from({ length: STUDENTS }, () => freshId());
  for (const [index, studentId] of ids.entries()) {
    const secretHash = hashSecret(studentId);
    const joined = decide(
      state,
      { type: 'student:join', studentId, secretHash, nickname: `Pupil ${index}` },
      { kind: 'newcomer' },
      { now: Date.now(), isNicknameFit: () => true },
    );
    if (!joined.ok) throw new Error(joined.code);
    state = joined.state;
  }
  await store.saveClass(before, state);
  const experiment = { ...findLesson('handwritten-digits')!.experiment!, seed: 1 };
  for (const studentId of ids) {
    await Promise.all(
      Array.from({ length: RUNS }, async () => {
        const id = freshId();
        const now = Date.now();
        const attached = await store.attachRun(
          { id, classId, studentId, experiment, backend: 'wasm', startedAt: now },
          now,
        );
        const batches = Array.from({ length: BATCHES }, (_, batch) => ({
          sequence: batch + 1,
          points: Array.from({ length: POINTS }, (_, point) => pointAt(batch * POINTS + point)),
          state: batch === BATCHES - 1 ? ('finished' as const) : ('training' as const),
          report: null,
        }));
        await Promise.all(batches.map((batch) => store.appendBatch(id, attached!.epoch, batch, Date.now())));
      }),
    );
  }
}

/** `npm run bench -- review`: how long the server takes for the page of a class with 200 students × 10 runs × 500 points. */
export async function run(): Promise<object> {
  const server = await ServerProcess.start();
  try {
    const teacher = await createTeacher(server.origin);
    const { id } = await teacher.createClass('handwritten-digits');
    await server.kill('SIGTERM');
    const store = await openStore(readEnv({ DATA_DIR: server.dataDir }), { inWorker: true });
    await fill(store, id);
    await store.close();
    await server.run();
    const times: number[] = [];
    let bytes = 0;
    for (let view = 0; view < VIEWS; view += 1) {
      const started = performance.now();
      const answer = await fetch(`${server.origin}/review/${id}`, { headers: { cookie: teacher.cookie } });
      bytes = (await answer.arrayBuffer()).byteLength;
      if (!answer.ok) throw new Error(`The review answered ${answer.status}`);
      times.push(performance.now() - started);
    }
    return {
      students: STUDENTS,
      runs: STUDENTS * RUNS,
      points: STUDENTS * RUNS * BATCHES * POINTS,
      serverMs: { p50: round(percentile(times, 0.5)), p99: round(percentile(times, 0.99)) },
      bytes,
    };
  } finally {
    await server.remove();
  }
}
