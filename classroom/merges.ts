import { LIMITS } from '@/protocol/limits';
import type { Merge, MergeFound } from '@/protocol/merge';
import {
  hasSeen,
  MERGE_STAGES,
  MERGED_NETWORK,
  type MergeStage,
  type MergeStart,
  mergeExperiment,
} from '@/protocol/merge-settings';
import { refuse } from '@/protocol/refusals';
import { datasetOf } from './dataset';
import { dealSeed } from './deal';
import { accept, type Decision } from './decision';
import { keepAnswer } from './keep-answer';
import { closeOpen, openNamed, openOne, withLast } from './open-one';
import { putOnScreen } from './put-on-screen';
import { refuseHandingIn } from './scoring';
import type { ClassState } from './state';

/** Under which name the guesses at an average are kept. */
export const mergeQuestion = (mergeId: string) => `merge ${mergeId}`;

/** The one that is on; null: none is. */
export function openMerge({ merges }: Pick<ClassState, 'merges'>): Merge | null {
  return openOne(merges);
}

/** The one that is on, or the last that was averaged; null: there is none. */
export function shownMerge(state: Pick<ClassState, 'merges'>): Merge | null {
  return openMerge(state) ?? state.merges.findLast(({ found }) => found !== null) ?? null;
}

/** Asks the class what will come of averaging its networks, deals everybody pictures, and puts that on the projector. The same again is the same. */
export function askMerge(
  state: ClassState,
  { mergeId, start }: { mergeId: string; start: MergeStart },
  now: number,
): Decision {
  if (state.merges.some(({ id }) => id === mergeId)) return { ok: true, state };
  if (state.phase !== 'live') return refuse('wrong-phase');
  const dataset = datasetOf(state);
  if (dataset === null) return refuse('no-merge');
  if (state.merges.length >= LIMITS.mergesPerClass) return refuse('too-many-merges');
  const base = dealSeed(`${state.id} merge ${state.merges.length}`);
  const merge: Merge = {
    ...{ id: mergeId, start, dataset, openedAt: now },
    startSeed: start === 'same' ? base : null,
    dealt: {},
    ...{ stage: 'training', averagedAt: null, found: null, closedAt: null },
  };
  return accept(state, {
    merges: [...closeOpen(state.merges, now), merge],
    ...putOnScreen('merge'),
  });
}

/** A student guesses; until they are averaged another guess takes the place of the one before. */
export function guessMerge(
  state: ClassState,
  studentId: string,
  { mergeId, choice }: { mergeId: string; choice: number },
  now: number,
): Decision {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const merge = named(state, mergeId);
  if (merge === null) return refuse('no-merge');
  if (merge.found !== null) return refuse('merge-averaged');
  return keepAnswer(state, studentId, { question: mergeQuestion(mergeId), choice }, now);
}

/** What the server has averaged: once. Of students who are not in the class any more nothing is kept. */
export function recordMerge(
  state: ClassState,
  { mergeId, found }: { mergeId: string; found: MergeFound },
  now: number,
): Decision {
  const merge = named(state, mergeId);
  if (merge === null) return refuse('no-merge');
  if (merge.found !== null) return { ok: true, state };
  const gone = Object.keys(found.members).filter((id) => state.students[id] === undefined);
  const averaged: Merge = { ...merge, stage: 'average', averagedAt: now, found: without(found, gone) };
  return change(state, averaged);
}

/** Shows the class what comes next of it; what it has seen stays seen. */
export function goInMerge(
  state: ClassState,
  { mergeId, stage }: { mergeId: string; stage: MergeStage },
): Decision {
  const merge = named(state, mergeId);
  if (merge === null || merge.found === null) return refuse('no-merge');
  if (hasSeen(merge.stage, stage)) return { ok: true, state };
  const next = MERGE_STAGES[MERGE_STAGES.indexOf(merge.stage) + 1];
  return stage === next ? change(state, { ...merge, stage }) : refuse('no-merge');
}

/** Puts it away; what was guessed, dealt and found is kept. */
export function closeMerge(state: ClassState, { mergeId }: { mergeId: string }, now: number): Decision {
  if (named(state, mergeId) === null) return refuse('no-merge');
  return accept(state, { merges: closeOpen(state.merges, now) });
}

/** After any change: whoever is in is dealt pictures until they are averaged, and with the class it is over. */
export function mergesFollow(after: ClassState, now: number): ClassState {
  const merge = openMerge(after);
  if (merge === null) return after;
  if (after.phase !== 'live') return { ...after, merges: closeOpen(after.merges, now) };
  if (merge.found !== null) return after;
  const newcomers = Object.values(after.students).filter(
    ({ id, membership }) => membership === 'in' && merge.dealt[id] === undefined,
  );
  if (newcomers.length === 0) return after;
  const base = dealSeed(`${after.id} merge ${after.merges.length - 1}`);
  const dealt = { ...merge.dealt };
  // Counted from the start's seed on, so that nobody has the same pictures, also where somebody has left for good.
  let last = Math.max(0, ...Object.values(dealt).map((seed) => (seed - base) >>> 0));
  for (const { id } of newcomers) {
    last += 1;
    dealt[id] = (base + last) >>> 0;
  }
  return { ...after, merges: withLast(after.merges, { ...merge, dealt }) };
}

/** What a student trains; null: nothing was dealt to it. */
export function experimentInMerge({ dataset, dealt, startSeed }: Merge, studentId: string) {
  const seed = dealt[studentId];
  return seed === undefined ? null : mergeExperiment(dataset, seed, startSeed);
}

/** Of units that sit elsewhere once aligned. */
export function seatsMoved(order: readonly number[]): { units: number; of: number } {
  return { units: order.filter((unit, seat) => unit !== seat).length, of: order.length };
}

/** Whether a network has the layers that are averaged. */
export function isOfMergedShape(network: object): boolean {
  return JSON.stringify(sortedEntries(network)) === JSON.stringify(sortedEntries(MERGED_NETWORK));
}
const sortedEntries = (thing: object) =>
  Object.entries(thing).sort(([one], [other]) => (one < other ? -1 : 1));

/** A student is forgotten: neither what it was dealt nor its network stands anywhere. */
export function mergesWithout(merges: readonly Merge[], studentId: string): readonly Merge[] {
  const has = ({ dealt, found }: Merge) =>
    studentId in dealt || (found !== null && studentId in found.members);
  if (!merges.some(has)) return merges;
  return merges.map((merge) => {
    const { [studentId]: _seed, ...dealt } = merge.dealt;
    return { ...merge, dealt, found: merge.found && without(merge.found, [studentId]) };
  });
}

const without = (found: MergeFound, gone: readonly string[]): MergeFound => ({
  ...found,
  members: Object.fromEntries(Object.entries(found.members).filter(([id]) => !gone.includes(id))),
  shown: found.shown.filter(({ studentId }) => !gone.includes(studentId)),
});

const named = ({ merges }: ClassState, mergeId: string) => openNamed(merges, mergeId);
const change = (state: ClassState, merge: Merge) => accept(state, { merges: withLast(state.merges, merge) });
