import { parseArgs } from 'node:util';
import { startOf } from '@/engine/training/start-of';
import { freshId } from '@/people/credentials';
import { leadTo } from '@/people/lead-to';
import { mustBeOk } from '@/people/must-be-ok';
import { EXPERIMENT } from '@/people/sample-run';
import type { TabStudent } from '@/people/student';
import type { Tab } from '@/people/tab';
import { fetchInRound, sendInRound } from '@/people/take-part';
import { createTeacher } from '@/people/teacher';
import type { Experiment } from '@/protocol/experiment';
import { trainingSteps } from '@/protocol/experiment-steps';
import { MERGED_NETWORK } from '@/protocol/merge-settings';
import type { Answer } from '@/protocol/refusals';
import type { View } from '@/protocol/views';
import { LESSON } from '@/tests/live/class-server';
import { joinAll } from './join-all';
import { startMeasuredServer } from './measured-server';
import { percentile, round } from './percentiles';
import { STREAMED_EXPERIMENT, streamedBatch } from './streamed-run';

const OPTIONS = {
  students: { type: 'string', default: '60' },
  seconds: { type: 'string', default: '10' },
} as const;

/** Four batches a second. */
const PERIOD_MS = 250;
/** 50,890 weights, as what is dealt to be averaged has. */
const network = MERGED_NETWORK;

/**
 * `npm run bench -- together-load [--students 60 --seconds 10]`: how long points wait to be acknowledged while the server counts a vote of the whole class's
 * networks, of 50,890 weights each, their averages and their alignment; while it averages them for a class, and everybody reads the pictures of units; while all of
 * them are handed in at once; while the class learns in rounds, each of which takes and gives weights of everybody; and while all networks are asked what they have
 * really learned. Before and after beside it.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const { server, meter } = await startMeasuredServer();
  try {
    const teacher = await createTeacher(server.origin);
    const { code } = await teacher.createClass(LESSON);
    const console = await teacher.conduct(code);
    const door = { url: teacher.url, code, cookie: teacher.cookie };
    const students = await joinAll(door, Number(values.students), async (student) => student);
    await leadTo(console, 0);
    // Taken up before anything is handed in: what counts is handed in since.
    const mergeId = freshId();
    mustBeOk(await console.command({ type: 'merge:ask', mergeId, start: 'own' }));
    const points = new StreamedPoints(students);
    const quietly = () => new Promise((resolve) => setTimeout(resolve, Number(values.seconds) * 1_000));
    const before = await points.during(quietly);
    const handingIn = await points.during(() => Promise.all(students.map(handIn)));
    const ensembleId = freshId();
    mustBeOk(await console.command({ type: 'ensemble:ask', ensembleId }));
    const counting = await points.during(async () =>
      mustBeOk(await console.say<Answer>('ensemble:count', { ensembleId })),
    );
    const averaging = await points.during(async () =>
      mustBeOk(await console.say<Answer>('merge:average', { mergeId })),
    );
    mustBeOk(await console.command({ type: 'merge:go', mergeId, stage: 'align' }));
    const reading = await points.during(() =>
      Promise.all(
        students.map(async ({ tab }) => mustBeOk(await tab.say<Answer>('merge:units', { mergeId }))),
      ),
    );
    const rounds = await points.during(() => learnInRounds(console, students));
    const auditId = await handInForAudit(console, students);
    const auditing = await points.during(async () =>
      mustBeOk(await console.say<Answer>('audit:run', { auditId })),
    );
    const after = await points.during(quietly);
    points.end();
    return {
      students: students.length,
      before,
      handingIn,
      counting,
      averaging,
      reading,
      rounds,
      auditing,
      after,
    };
  } finally {
    meter.stop();
    await server.remove();
  }
}

/** A network of its own, as it is before any training: it costs the same to check. */
async function handIn(student: TabStudent, index: number): Promise<void> {
  const experiment: Experiment = { ...EXPERIMENT, network, seed: index };
  const runId = freshId();
  mustBeOk(await student.tab.attachRun(runId, { experiment, backend: 'kernels' }));
  const answer = await student.submit(runId, startOf(experiment).weights);
  mustBeOk(answer.answer);
}

/** Rounds that are measured, after the one in which each trains alone. */
const ROUNDS = 6;
/** Milliseconds until it is looked again whether the next round has begun. */
const LOOK_AGAIN_MS = 100;
/** Milliseconds from one device's 204 kB to the next one's: a room's air carries some 160 Mbit/s. */
const AIR_MS = 10;
/** Milliseconds that the slowest device trains longer than the fastest. */
const SPREAD_MS = 1_000;

/**
 * By the median, which costs more than the mean. Devices send what they would, the class's network, moved a little; they fetch one after another, as fast as the
 * air carries it, and are not equally fast.
 */
async function learnInRounds(teacher: Tab, students: readonly TabStudent[]): Promise<void> {
  const roundsId = freshId();
  const asked = { roundsId, rule: 'median', each: 2, saboteurs: 0, epochs: 1 } as const;
  mustBeOk(await teacher.command({ type: 'rounds:ask', ...asked }));
  const { weights: start } = startOf({ ...EXPERIMENT, network });
  // Made beforehand: sixty times it would keep this thread, and what it measures, waiting.
  const steps = start.map((_, i) => Math.sin(i) / 1_000);
  mustBeOk(await teacher.command({ type: 'rounds:go', roundsId, stage: 'going' }));
  for (let round = 0; round <= ROUNDS; round++) {
    // A page is told; here one device asks, and the others come once it has been answered.
    const first = round < 2 ? start : await onceBegun(() => fetchInRound(students[0]!, { roundsId, round }));
    await Promise.all(
      students.map(async (student, place) => {
        await passed(AIR_MS * place);
        const from = round < 2 || place === 0 ? first : await fetchInRound(student, { roundsId, round });
        await passed((SPREAD_MS * place) / students.length);
        await onceBegun(() => send(student, round, from, place));
      }),
    );
  }
  mustBeOk(await teacher.command({ type: 'rounds:go', roundsId, stage: 'over' }));

  async function send(student: TabStudent, round: number, from: Float32Array, place: number) {
    const { answer } = await sendInRound(student, { roundsId, round }, moved(from, steps, place));
    if (!answer.ok) throw new Error(answer.code);
  }
}

const passed = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Weights after one device's steps, other ones for each place in the class. */
function moved(weights: Float32Array, steps: Float32Array, place: number): Float32Array {
  const { length } = weights;
  const to = new Float32Array(length);
  for (let i = 0, step = place; i < length; i++, step++) {
    if (step === length) step = 0;
    to[i] = weights[i]! + steps[step]!;
  }
  return to;
}

/** Everybody hands in a network of what it was dealt, as it is before any training: it costs the same to ask. @returns the audit's id */
async function handInForAudit(teacher: Tab, students: readonly TabStudent[]): Promise<string> {
  const auditId = freshId();
  const dealt = Promise.all(students.map(({ tab }) => dealtIn(tab)));
  mustBeOk(await teacher.command({ type: 'audit:ask', auditId, kind: 'mixed' }));
  await Promise.all(
    (await dealt).map(async (experiment, index) => {
      const student = students[index]!;
      const runId = freshId();
      mustBeOk(await student.tab.attachRun(runId, { experiment, backend: 'kernels' }));
      const claim = { updates: trainingSteps(experiment) };
      mustBeOk((await student.submit(runId, startOf(experiment).weights, claim)).answer);
    }),
  );
  return auditId;
}

/** What a student is dealt, once it is told. */
function dealtIn(tab: Tab): Promise<Experiment> {
  return new Promise((resolve) => {
    const look = (view: View) => {
      if (view.viewer !== 'student' || !view.audit?.experiment) return;
      tab.socket.off('view', look);
      resolve(view.audit.experiment);
    };
    tab.socket.on('view', look);
  });
}

/** Asks until the round has begun. @throws Error for any other reason */
async function onceBegun<Found>(ask: () => Promise<Found>): Promise<Found> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!String(error).includes('round-over')) throw error;
    }
    await passed(LOOK_AGAIN_MS);
  }
}

/** Milliseconds from sending to acknowledgement, and by how much the bench itself was late. */
interface Acknowledged {
  seconds: number;
  batches: number;
  p50: number;
  p99: number;
  longest: number;
  lateP99: number;
}

/** Everybody sends a point four times a second, each at its own moment, for as long as it is wanted. */
class StreamedPoints {
  private took: number[] = [];
  private late: number[] = [];
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(students: readonly TabStudent[]) {
    for (const [index, student] of students.entries())
      this.timers.push(
        setTimeout(() => void this.stream(student, index), (PERIOD_MS * index) / students.length),
      );
  }

  private async stream(student: TabStudent, index: number): Promise<void> {
    let run: { id: string; epoch: number; sequence: number } | null = null;
    const begin = async () => {
      const id = freshId();
      const opened = await student.tab.attachRun(id, { experiment: STREAMED_EXPERIMENT, backend: 'kernels' });
      run = { id, epoch: mustBeOk(opened).epoch, sequence: 0 };
    };
    await begin();
    let due = performance.now() + PERIOD_MS;
    const send = async () => {
      this.late.push(performance.now() - due);
      due += PERIOD_MS;
      this.timers[index] = setTimeout(() => void send(), Math.max(0, due - performance.now()));
      // Between two runs.
      if (run === null) return;
      run.sequence += 1;
      const { id, epoch, sequence } = run;
      const batch = streamedBatch(0, sequence);
      if (batch.state !== 'training') run = null;
      const from = performance.now();
      mustBeOk(await student.tab.append(id, epoch, batch));
      this.took.push(performance.now() - from);
      if (batch.state !== 'training') await begin();
    };
    this.timers[index] = setTimeout(() => void send(), PERIOD_MS);
  }

  /** What was acknowledged while something was done. */
  async during(act: () => Promise<unknown>): Promise<Acknowledged> {
    this.took = [];
    this.late = [];
    const from = performance.now();
    await act();
    const { took, late } = this;
    return {
      seconds: round((performance.now() - from) / 1_000),
      batches: took.length,
      ...{
        p50: round(percentile(took, 0.5)),
        p99: round(percentile(took, 0.99)),
        longest: round(Math.max(...took)),
      },
      lateP99: round(percentile(late, 0.99)),
    };
  }

  end(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }
}
