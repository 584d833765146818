import type { Work } from '@/protocol/bench-work';
import { refuse } from '@/protocol/refusals';
import type { HandedSetUp, SetUp } from '@/protocol/set-up';
import type { Decision } from './decision';
import type { ClassState } from './state';
import { stepsOf } from './steps';

/** Set-ups for chosen students that stand at the same time; the oldest goes. */
const MOST_FOR_CHOSEN = 4;

interface Handed {
  setUpId: string;
  stepId: string;
  to: readonly string[] | null;
  works: readonly Work[];
  weights?: string | undefined;
}

/**
 * A teacher's set-up for everybody, or for some. What is handed to everybody takes the place of all that was handed before; what is handed to
 * some takes it for them.
 */
export function handSetUp(
  state: ClassState,
  { setUpId, stepId, to, works, weights }: Handed,
  now: number,
): Decision {
  if (state.setUps.some(({ id }) => id === setUpId)) return { ok: true, state };
  if (state.phase !== 'live') return refuse(state.phase === 'ended' ? 'class-ended' : 'wrong-phase');
  if (!stepsOf(state).some(({ id }) => id === stepId)) return refuse('no-such-step');
  const receivers = to && [...new Set(to)].filter((id) => state.students[id]?.membership === 'in');
  if (receivers?.length === 0) return refuse('unknown-student');
  const setUp: SetUp = {
    id: setUpId,
    stepId,
    handedAt: now,
    to: receivers,
    works,
    ...(weights && { weights }),
  };
  if (receivers === null) return { ok: true, state: { ...state, setUps: [setUp] } };
  const others = state.setUps.flatMap((one): SetUp[] => {
    if (one.to === null) return [one];
    const left = one.to.filter((id) => !receivers.includes(id));
    return left.length === 0 ? [] : [left.length === one.to.length ? one : { ...one, to: left }];
  });
  const forAll = others.filter((one) => one.to === null);
  const forChosen = others.filter((one) => one.to !== null).slice(1 - MOST_FOR_CHOSEN);
  return { ok: true, state: { ...state, setUps: [...forAll, ...forChosen, setUp] } };
}

/** With the class's step goes what was handed at it: whoever comes back to the step finds the own work. Who is forgotten has none. */
export function setUpsFollow(before: ClassState, after: ClassState): ClassState {
  if (after.setUps.length === 0) return after;
  if (before.stepIndex !== after.stepIndex) return { ...after, setUps: [] };
  if (before.students === after.students) return after;
  const isKnown = (id: string) => after.students[id] !== undefined;
  if (after.setUps.every(({ to }) => to === null || to.every(isKnown))) return after;
  const setUps = after.setUps.map((one) => (one.to === null ? one : { ...one, to: one.to.filter(isKnown) }));
  return { ...after, setUps: setUps.filter(({ to }) => to === null || to.length > 0) };
}

/** The set-up that was handed to a student last; null: none, or the class has gone on. */
export function ownSetUp({ setUps }: ClassState, studentId: string): HandedSetUp | null {
  const own = setUps.findLast(({ to }) => to === null || to.includes(studentId));
  return own ? { id: own.id, stepId: own.stepId, handedAt: own.handedAt } : null;
}

/** What is in a set-up that this student may have; null: there is none of this id for the student. */
export function worksFor(state: ClassState, studentId: string, setUpId: string): readonly Work[] | null {
  const own = state.setUps.find(({ id, to }) => id === setUpId && (to === null || to.includes(studentId)));
  return own?.works ?? null;
}

/** Whether weights go along with a set-up that this student may have. */
export function mayHaveWeights(state: ClassState, studentId: string, digest: string): boolean {
  return state.setUps.some(
    ({ weights, to }) => weights === digest && (to === null || to.includes(studentId)),
  );
}

/** Weights that a class still needs: those that its set-ups name, and its network in rounds of learning together. */
export function weightsInUse({ setUps, rounds }: Pick<ClassState, 'setUps' | 'rounds'>): string[] {
  return [
    ...setUps.flatMap(({ weights }) => weights ?? []),
    ...rounds.flatMap(({ network, closedAt }) => (closedAt === null && network !== null ? network : [])),
  ];
}

/** Weights that no set-up names, which are kept all the same: who has just brought some hands them in a moment. */
const SPARE_WEIGHTS = 3;

/**
 * Which weights of a class go when others are brought.
 * @param held what is kept, the newest first
 * @param named by the set-ups that stand
 */
export function surplusWeights(held: readonly string[], named: ReadonlySet<string>): string[] {
  return held.filter((digest) => !named.has(digest)).slice(SPARE_WEIGHTS);
}
