import type { Merge } from '@/protocol/merge';
import { MERGE_OUTCOMES } from '@/protocol/merge-outcome';
import { hasSeen } from '@/protocol/merge-settings';
import type {
  AveragedMerge,
  MergeConsole,
  MergeDesk,
  MergeNow,
  MergeResult,
  OwnMerge,
} from '@/protocol/merge-views';
import { datasetOf } from './dataset';
import { answerKey } from './kept';
import { type MergeEntry, mergeEntries } from './merge-members';
import { unitsOnScreen } from './merge-units';
import { experimentInMerge, mergeQuestion, openMerge, seatsMoved, shownMerge } from './merges';
import { isSentOut } from './sent-out';
import type { ClassState } from './state';

interface Described {
  desk: MergeDesk;
  entries: ReadonlyMap<string, MergeEntry>;
}

/** Made once a state: each of 300 students is shown it. */
const describedOf = new WeakMap<ClassState, Described | null>();

/** What is averaged and what came of it, with the students in it; null: there is nothing. */
function described(state: ClassState): Described | null {
  const known = describedOf.get(state);
  if (known !== undefined) return known;
  const merge = shownMerge(state);
  const made = merge && describe(state, merge);
  describedOf.set(state, made);
  return made;
}

function describe(state: ClassState, merge: Merge): Described {
  const { id, start, dataset, stage, closedAt, found, dealt } = merge;
  const entries = mergeEntries(state, merge);
  const all = [...entries.values()];
  const guesses = guessesAt(state, id);
  const desk: MergeDesk = {
    ...{ id, start, dataset, stage, open: closedAt === null, guesses },
    guessed: guesses.reduce((sum, count) => sum + count, 0),
    dealt: Object.keys(dealt).filter((studentId) => isThere(state, studentId)).length,
    handedIn: found?.networks ?? all.filter(({ score }) => score !== null).length,
    leftOut: found?.leftOut ?? {
      shape: all.filter(({ leftOut }) => leftOut === 'shape').length,
      start: all.filter(({ leftOut }) => leftOut === 'start').length,
    },
    result: resultOf(merge, guesses),
  };
  return { desk, entries };
}

/** As far as it has been shown. */
function resultOf({ found, stage }: Merge, guesses: readonly number[]): MergeResult | null {
  if (found === null) return null;
  const { pictures, networks, leftOut, best, median, worst, plain, aligned } = found;
  return {
    ...{ pictures, networks, leftOut, best, median, worst, plain, guesses },
    moved: hasSeen(stage, 'align') ? found.moved : null,
    aligned: hasSeen(stage, 'aligned') ? aligned : null,
  };
}

/** How often each outcome was guessed, by those who have not been sent out. */
function guessesAt(state: ClassState, mergeId: string): number[] {
  const asked = mergeQuestion(mergeId);
  const guesses = MERGE_OUTCOMES.map(() => 0);
  for (const { studentId, question, choice } of Object.values(state.answers))
    if (question === asked && choice < guesses.length && isThere(state, studentId)) guesses[choice]! += 1;
  return guesses;
}

function isThere({ students }: ClassState, studentId: string): boolean {
  const student = students[studentId];
  return student !== undefined && !isSentOut(student);
}

/** A student's sight of the one that is on; of others' guesses only how many, until they are averaged. */
export function ownMerge(state: ClassState, studentId: string): OwnMerge | null {
  const merge = openMerge(state);
  if (merge === null || state.students[studentId]?.membership === 'waiting') return null;
  const { desk, entries } = described(state)!;
  const entry = entries.get(studentId);
  const { found, stage } = merge;
  const member = found?.members[studentId];
  const handedIn = member
    ? state.scores.find(({ id }) => id === member.submissionId)
    : found === null
      ? entry?.score
      : null;
  return {
    ...forAll(desk),
    guess: state.answers[answerKey(studentId, mergeQuestion(merge.id))]?.choice ?? null,
    experiment: experimentInMerge(merge, studentId),
    accuracy: handedIn?.publicAccuracy ?? null,
    leftOut: member ? null : (entry?.leftOut ?? (found !== null && entry?.score ? 'late' : null)),
    first: hasSeen(stage, 'align') && found?.shown[0]?.studentId === studentId,
    moved: member && hasSeen(stage, 'align') ? seatsMoved(member.order) : null,
  };
}

/** The teacher's; null: the class trains no pictures. */
export function mergeDesk(state: ClassState): MergeConsole | null {
  return datasetOf(state) === null ? null : { now: described(state)?.desk ?? null };
}

/** And the projector's. */
export function mergeOnScreen(state: ClassState): MergeNow | null {
  const made = described(state);
  return made && forAll(made.desk);
}

const forAll = ({ guesses: _guesses, leftOut: _leftOut, ...now }: MergeDesk): MergeNow => now;

/** Everything that was averaged, in order, for the review: as far as the class has seen it. */
export function averagedMerges(state: ClassState): AveragedMerge[] {
  return state.merges.flatMap((merge) => {
    const { averagedAt } = merge;
    if (averagedAt === null) return [];
    return [{ ...forAll(describe(state, merge).desk), averagedAt, units: unitsOnScreen(merge) }];
  });
}
