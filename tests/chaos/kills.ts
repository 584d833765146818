import type { Store } from '@/server/store/store';
import { LESSON } from '@/tests/live/class-server';
import { PATIENCE_MS } from '@/tests/patience';
import bundleThreads from '@/tests/running/threads.setup';
import { ALL_DEEDS } from './deeds';
import { type Counts, type Kept, lookUp, type PromiseKind } from './promises';
import { oneServer, threeNodes } from './stage';
import { type StreamedRun, StreamingStudent } from './streaming-student';
import { Visitor } from './visitor';

const STUDENTS = 8;
const VISITORS_A_CLASS = 2;
const CONTROL_KILLS = 5;
/** Then come new classes: those who were there stay in them, and each kill would take longer than the one before. */
const KILLS_A_STAGE = 50;

interface Outcome {
  kills: number;
  /** Batches that were acknowledged. */
  acked: number;
  lost: number;
  duplicated: number;
  gaps: number;
  /** Everything else that was acknowledged, by kind. */
  promises: Kept;
  /** Of a deed whose answer was cut off, asked again. */
  refusedRepeats: number;
  /** Milliseconds from each kill until everybody had been heard again. */
  backMs: number[];
}

/** What is killed: the only server, or of three nodes the one that has the class. */
export type KilledOf = 1 | 3;
type SetUp = typeof oneServer;

/**
 * Kills the server with SIGKILL while students stream, join, guess, answer, draw and submit, starts it again on the same data, and looks whether
 * everything that was acknowledged is there, once and without gaps. The control acknowledges early on purpose and must be seen to lose: else the test
 * could not see a loss at all. With three nodes it is the one that has the class; they go on at another, and it says how long that took.
 * Ctrl+C ends with what has been seen so far.
 */
export async function rehearseKills(kills: number, of: KilledOf) {
  const setUp = of === 3 ? threeNodes : oneServer;
  const enough = new AbortController();
  process.once('SIGINT', () => enough.abort());
  const removeBundles = await bundleThreads();
  const real = await inStages(setUp, kills, enough.signal);
  const control = await rehearse(setUp, Math.min(kills, CONTROL_KILLS), { EARLY_ACK: '1' });
  await removeBundles?.();
  const backMs = real.backMs.sort((a, b) => a - b);
  const figures = {
    ...real,
    backMs: { p50: backMs[Math.floor(backMs.length / 2)], longest: backMs.at(-1) },
    control: { kills: control.kills, lost: control.lost, promises: control.promises },
  };
  const missing = real.lost + real.duplicated + real.gaps + lostOf(real) + real.refusedRepeats;
  const seen = control.lost > 0 && lostOf(control) > 0;
  return { figures, isWell: missing === 0 && seen };
}

const lostOf = ({ promises }: Outcome) => Object.values(promises).reduce((sum, { lost }) => sum + lost, 0);

async function inStages(setUp: SetUp, all: number, enough: AbortSignal): Promise<Outcome> {
  let sum = await rehearse(setUp, Math.min(all, KILLS_A_STAGE), {}, enough);
  while (sum.kills < all && !enough.aborted) {
    console.error(`${sum.kills} of ${all} kills`);
    const next = await rehearse(setUp, Math.min(all - sum.kills, KILLS_A_STAGE), {}, enough);
    sum = added(sum, next);
  }
  return sum;
}

function added(one: Outcome, other: Outcome): Outcome {
  const promises = { ...one.promises };
  for (const [kind, { acked, lost }] of Object.entries(other.promises) as [PromiseKind, Counts][]) {
    const before = promises[kind] ?? { acked: 0, lost: 0 };
    promises[kind] = { acked: before.acked + acked, lost: before.lost + lost };
  }
  return {
    kills: one.kills + other.kills,
    acked: one.acked + other.acked,
    lost: one.lost + other.lost,
    duplicated: one.duplicated + other.duplicated,
    gaps: one.gaps + other.gaps,
    promises,
    refusedRepeats: one.refusedRepeats + other.refusedRepeats,
    backMs: [...one.backMs, ...other.backMs],
  };
}

async function rehearse(
  setUp: SetUp,
  times: number,
  variables: Record<string, string>,
  enough?: AbortSignal,
): Promise<Outcome> {
  const lessons = [LESSON, ...ALL_DEEDS.map(({ lessonId }) => lessonId)];
  const stage = await setUp(lessons, variables);
  const { url, rooms } = stage;
  const [streamed, ...visited] = rooms;
  const backMs: number[] = [];
  try {
    const students = Array.from(
      { length: STUDENTS },
      (_, index) => new StreamingStudent(url, streamed!.code, `Student ${index + 1}`),
    );
    const visitors = ALL_DEEDS.flatMap((deeds, index) =>
      Array.from(
        { length: VISITORS_A_CLASS },
        (_, one) => new Visitor(url, visited[index]!, deeds, `Visitor ${one + 1}`),
      ),
    );
    const heard = () => [
      ...students.map((student) => student.acked() + student.lost),
      ...visitors.map(({ promises }) => promises.length),
    ];
    const troubles = () => students.map(({ trouble }) => trouble);
    for (let kill = 0; kill < times && !enough?.aborted; kill += 1) {
      // Everybody has been heard again before the next blow, which then falls at any moment.
      await moreThan(heard, troubles);
      await pause(Math.random() * 1_500);
      const killedAt = performance.now();
      const startAgain = await stage.kill();
      await moreThan(heard, troubles);
      backMs.push(Math.round(performance.now() - killedAt));
      await startAgain();
    }
    await moreThan(heard, troubles);
    await Promise.all([
      ...students.map((student) => student.finish()),
      ...visitors.map((visitor) => visitor.stop()),
    ]);
    for (const student of students) student.close();
    const store = await stage.record();
    const outcome = {
      kills: backMs.length,
      ...(await inspectRuns(
        store,
        students.flatMap(({ runs }) => runs),
        students.reduce((sum, { lost }) => sum + lost, 0),
      )),
      promises: await lookUp(
        store,
        visitors.flatMap(({ promises }) => promises),
      ),
      refusedRepeats: visitors.reduce((sum, visitor) => sum + visitor.refusedRepeats, 0),
      backMs,
    };
    await store.close();
    return outcome;
  } finally {
    await stage.remove();
  }
}

/** Compares what is stored, with the server gone, with what was promised. */
async function inspectRuns(
  store: Store,
  runs: StreamedRun[],
  seenLost: number,
): Promise<Pick<Outcome, 'acked' | 'lost' | 'duplicated' | 'gaps'>> {
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
  return { acked, lost, duplicated, gaps };
}

/** Resolves when each of the counts has grown. */
async function moreThan(counts: () => number[], troubles: () => string[]): Promise<void> {
  const before = counts();
  const end = Date.now() + PATIENCE_MS;
  while (!counts().every((count, index) => count > before[index]!)) {
    if (Date.now() > end) {
      const silent = counts().flatMap((count, index) => (count > before[index]! ? [] : [index]));
      throw new Error(
        `not served again in time: ${silent.map((index) => `${index} ${troubles()[index] ?? ''}`).join(', ')}`,
      );
    }
    await pause(5);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
