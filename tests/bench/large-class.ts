import type { Actor, ClassCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { historyOf } from '@/classroom/history';
import type { ClassState } from '@/classroom/state';
import { stepsOf } from '@/classroom/steps';
import { findLesson } from '@/lessons/registry';
import { freshId } from '@/people/credentials';
import type { ServerProcess } from '@/people/server-process';
import type { RegisteredTeacher } from '@/people/teacher';
import type { ClassEvent } from '@/protocol/class-event';
import type { Experiment } from '@/protocol/experiment';
import type { Point, RunReport } from '@/protocol/run';
import { readEnv } from '@/server/env';
import { hashSecret } from '@/server/live/credentials';
import { openStore } from '@/server/store/open-store';
import type { Store } from '@/server/store/store';
import { copyClass } from './many-classes';

export const STUDENTS = 200;
export const RUNS = 10;
export const BATCHES = 10;
export const POINTS = 50;

const RATES = [0.01, 0.03, 0.1, 0.3];
const HIDDEN = [[], [16], [64], [128, 32]];

/** @param spread how far its values lie from a smooth course, as those of small batches do; 0: not at all */
function pointAt(step: number, run: number, spread: number): Point {
  const apart = Math.sin(run * 7.1) + Math.sin(step * 12.9898 + run * 78.233) / 2;
  const loss = 2.3 * Math.exp(-step / 200) + 0.2 + spread * (0.5 + apart / 3);
  return {
    step,
    epoch: step / 100,
    loss,
    accuracy: 1 - loss / 2.6,
    validationLoss: loss * 1.1,
    validationAccuracy: 1 - loss / 2.7,
    examplesPerSecond: 4_000,
  };
}

function reportOf(run: number): RunReport {
  const wrong = 1 + (run % 5);
  return {
    confusion: Array.from({ length: 10 }, (_, row) =>
      Array.from({ length: 10 }, (_, column) => (row === column ? 100 - 9 * wrong : wrong)),
    ),
    seconds: 20 + (run % 7),
  };
}

/** The experiment of a student's run: rate, network and seed differ, as where a class tries things out. */
function experimentOf(student: number, run: number): Experiment {
  const plain = findLesson('handwritten-digits')!.experiment!;
  return {
    ...plain,
    learningRate: RATES[(student + run) % RATES.length]!,
    network: { kind: 'dense', hidden: HIDDEN[run % HIDDEN.length]!, activation: 'relu' },
    seed: student * RUNS + run,
  };
}

/** Milliseconds: how long the class went on, and what one of its runs took. */
const LENGTH = 90 * 60_000;
const RUN_LENGTH = LENGTH / (RUNS + 1);

/**
 * Makes a class of this teacher and fills it, behind the back of the server, which is started again.
 * @param fill `copies`: so many of the same size stand beside it; `spread`: see `pointAt`
 */
export async function fillNewClass(
  server: ServerProcess,
  teacher: RegisteredTeacher,
  { copies = 0, spread = 0 }: { copies?: number; spread?: number } = {},
): Promise<{ id: string; runs: string[] }> {
  const { id } = await teacher.createClass('handwritten-digits');
  await server.kill('SIGTERM');
  const env = readEnv({ DATA_DIR: server.dataDir });
  const store = await openStore(env, { inWorker: true });
  const runs = await fillClass(store, id, spread);
  await store.close();
  await copyClass(env, id, copies);
  await server.run();
  return { id, runs };
}

/**
 * Fills a class as 200 students with 10 runs of 500 points would have, from its beginning to its end: through the rules and the store, not through SQL.
 * @returns ids of the runs
 */
async function fillClass(store: Store, classId: string, spread: number): Promise<string[]> {
  const before = await store.loadClass(classId);
  if (!before) throw new Error('The class is gone');
  const from = Date.now();
  const held = new HeldClass(before);
  const teacher: Actor = { kind: 'teacher', teacherId: before.teacherId };
  const ids = Array.from({ length: STUDENTS }, () => freshId());
  for (const [index, studentId] of ids.entries())
    held.ask(
      { type: 'student:join', studentId, secretHash: hashSecret(studentId), nickname: `Pupil ${index}` },
      { kind: 'newcomer' },
      from,
    );
  held.ask({ type: 'class:begin' }, teacher, from);
  await held.save(store);
  const steps = stepsOf(before).length;
  const runs: string[] = [];
  for (const [student, studentId] of ids.entries()) {
    const own = Array.from({ length: RUNS }, () => freshId());
    runs.push(...own);
    await Promise.all(
      own.map((id, run) => {
        const at = from + run * RUN_LENGTH + student * 1_000;
        return train(store, { id, classId, studentId, student, run, at, spread });
      }),
    );
  }
  for (let step = 1; step < steps; step += 1)
    held.ask({ type: 'step:next' }, teacher, from + (step * LENGTH) / steps);
  held.ask({ type: 'class:end' }, teacher, from + LENGTH);
  await held.save(store);
  return runs;
}

/** A class as its commands change it, with the history that they leave. */
class HeldClass {
  private state: ClassState;
  private events: ClassEvent[] = [];

  constructor(private saved: ClassState) {
    this.state = saved;
  }

  ask(command: ClassCommand, actor: Actor, now: number): void {
    const decision = decide(this.state, command, actor, { now, isNicknameFit: () => true });
    if (!decision.ok) throw new Error(decision.code);
    this.events.push(...historyOf(this.state, decision.state, now));
    this.state = decision.state;
  }

  async save(store: Store): Promise<void> {
    if ((await store.saveClass(this.saved, this.state, this.events)) !== 'saved')
      throw new Error('Somebody else has changed the class');
    this.saved = this.state;
    this.events = [];
  }
}

interface RunToFill {
  id: string;
  classId: string;
  studentId: string;
  student: number;
  run: number;
  /** When it began. */
  at: number;
  spread: number;
}

async function train(store: Store, { student, run, at, spread, ...ids }: RunToFill): Promise<void> {
  const experiment = experimentOf(student, run);
  const attached = await store.attachRun({ ...ids, experiment, backend: 'wasm', startedAt: at }, at);
  const batches = Array.from({ length: BATCHES }, (_, batch) => {
    const last = batch === BATCHES - 1;
    return {
      sequence: batch + 1,
      points: Array.from({ length: POINTS }, (_, point) =>
        pointAt(batch * POINTS + point, student * RUNS + run, spread),
      ),
      state: last ? ('finished' as const) : ('training' as const),
      report: last ? reportOf(run) : null,
    };
  });
  const each = (0.9 * RUN_LENGTH) / BATCHES;
  await Promise.all(
    batches.map((batch) =>
      store.appendBatch(ids.id, attached!.epoch, batch, at + Math.round(each * batch.sequence)),
    ),
  );
}
