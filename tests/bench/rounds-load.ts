import { startOf } from '@/engine/training/start-of';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { EXPERIMENT } from '@/people/sample-run';
import type { TabStudent } from '@/people/student';
import type { Tab } from '@/people/tab';
import { fetchInRound, sendInRound } from '@/people/take-part';
import { MERGED_NETWORK } from '@/protocol/merge-settings';
import { AIR_MS, passed, SPREAD_MS } from './devices-in-a-room';

/** 50,890 weights. */
const network = MERGED_NETWORK;
/** Rounds that are measured, after the one in which each trains alone. */
const ROUNDS = 6;
/** Milliseconds until it is looked again whether the next round has begun. */
const LOOK_AGAIN_MS = 100;

/**
 * By the median, which costs more than the mean. Devices send what they would, the class's network, moved a little; they fetch one after another, as fast as the
 * air carries it, and are not equally fast.
 */
export async function learnInRounds(teacher: Tab, students: readonly TabStudent[]): Promise<void> {
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
