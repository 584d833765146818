import type { Leak } from '@/protocol/leak';
import { LEAK, LEAK_OUTCOMES } from '@/protocol/leak-rules';
import type {
  LeakConsole,
  LeakDesk,
  LeakNow,
  LeakTile,
  MaskProgress,
  OwnLeak,
  PastLeak,
} from '@/protocol/leak-views';
import { datasetOf } from './dataset';
import { answerKey } from './kept';
import { hasCome, leakQuestion, openLeak, shownLeak } from './leaks';
import { isSentOut } from './sent-out';
import type { ClassState } from './state';

/** Made once a state: each of 300 students is shown it. */
const describedOf = new WeakMap<ClassState, LeakNow | null>();

function described(state: ClassState): LeakNow | null {
  const known = describedOf.get(state);
  if (known !== undefined) return known;
  const leak = shownLeak(state);
  const made = leak && describe(state, leak);
  describedOf.set(state, made);
  return made;
}

function describe(state: ClassState, leak: Leak): LeakNow {
  const { id, dataset, stage, closedAt, sent, sums } = leak;
  const guesses = guessesAt(state, id);
  return {
    ...{ id, dataset, stage, open: closedAt === null, sums },
    guessed: guesses.reduce((sum, count) => sum + count, 0),
    guesses: stage === 'asking' ? null : guesses,
    sent: Object.keys(sent).filter((studentId) => isThere(state, studentId)).length,
    noise: Object.values(leak.sum?.noise ?? {}).slice(0, LEAK.shown),
    tiles: tilesOf(state, leak),
    sum: progressOf(leak),
  };
}

/** What is on the projector, of nobody. */
function tilesOf(state: ClassState, { told, sum }: Leak): LeakTile[] {
  return Object.entries(told)
    .filter(([id, { shown }]) => shown && isThere(state, id))
    .map(([id, { pixels, label }]) => ({ pixels, label, noise: sum?.noise[id] ?? null }));
}

function progressOf({ sum }: Leak): MaskProgress | null {
  if (sum === null) return null;
  const { attempt, phase, keys, sent, missing, revealed, trouble } = sum;
  return {
    ...{ attempt, phase, sent, revealed, trouble },
    joined: Object.keys(keys).length,
    missing: missing.length,
  };
}

/** How often each outcome was guessed, by those who have not been sent out. */
function guessesAt(state: ClassState, leakId: string): number[] {
  const asked = leakQuestion(leakId);
  const guesses = LEAK_OUTCOMES.map(() => 0);
  for (const { studentId, question, choice } of Object.values(state.answers))
    if (question === asked && choice < guesses.length && isThere(state, studentId)) guesses[choice]! += 1;
  return guesses;
}

function isThere({ students }: ClassState, studentId: string): boolean {
  const student = students[studentId];
  return student !== undefined && !isSentOut(student);
}

/** A student's sight of the one that is on: of others' pictures what the projector shows. */
export function ownLeak(state: ClassState, studentId: string): OwnLeak | null {
  const leak = openLeak(state);
  if (leak === null || state.students[studentId]?.membership === 'waiting') return null;
  return {
    ...described(state)!,
    guess: state.answers[answerKey(studentId, leakQuestion(leak.id))]?.choice ?? null,
    seed: leak.seed,
    left: LEAK.sends - (leak.sent[studentId] ?? 0),
    kept: studentId in leak.told,
    shown: leak.told[studentId]?.shown ?? false,
    key: leak.sum?.keys[studentId] ?? null,
  };
}

/** The projector's. */
export const leakOnScreen = (state: ClassState): LeakNow | null => described(state);

/** The teacher's; null: the class trains no pictures. */
export function leakConsole(state: ClassState): LeakConsole | null {
  if (datasetOf(state) === null) return null;
  const leak = shownLeak(state);
  return { now: leak && { ...described(state)!, offered: offeredOf(state, leak) } };
}

function offeredOf(state: ClassState, { told }: Leak): LeakDesk['offered'] {
  return Object.entries(told)
    .filter(([id]) => isThere(state, id))
    .map(([studentId, one]) => ({ studentId, ...one }));
}

/** All in which something was sent, in order, for the review. */
export function pastLeaks(state: ClassState): PastLeak[] {
  return state.leaks.filter(hasCome).map((leak) => ({
    ...describe(state, leak),
    offered: offeredOf(state, leak),
    openedAt: leak.openedAt,
  }));
}
