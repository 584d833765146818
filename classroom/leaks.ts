import type { Leak, MaskSum, ToldPicture } from '@/protocol/leak';
import { LEAK, type LeakStage, type MaskTrouble } from '@/protocol/leak-rules';
import { LIMITS } from '@/protocol/limits';
import { type Refusal, refuse } from '@/protocol/refusals';
import { datasetOf } from './dataset';
import { dealSeed } from './deal';
import { accept, type Decision } from './decision';
import { keepAnswer } from './keep-answer';
import { closeOpen, openNamed, openOne, withLast } from './open-one';
import { putOnScreen } from './put-on-screen';
import { refuseHandingIn } from './scoring';
import type { ClassState } from './state';

/** Under which name the guesses at what a gradient tells are kept. */
export const leakQuestion = (leakId: string) => `leak ${leakId}`;

type Has = Pick<ClassState, 'leaks'>;

/** The experiment that is on; null: none is. */
export const openLeak = ({ leaks }: Has): Leak | null => openOne(leaks);

/** The one that is on, or the last in which something was sent; null: there is none. */
export function shownLeak(state: Has): Leak | null {
  return openLeak(state) ?? state.leaks.findLast(hasCome) ?? null;
}

/** Whether anything came of it. */
export const hasCome = ({ sent, sums }: Leak): boolean => Object.keys(sent).length > 0 || sums.length > 0;

/** Asks the class what one gradient tells, and puts that on the projector. The same again is the same. */
export function askLeak(state: ClassState, { leakId }: { leakId: string }, now: number): Decision {
  if (state.leaks.some(({ id }) => id === leakId)) return { ok: true, state };
  if (state.phase !== 'live') return refuse('wrong-phase');
  const dataset = datasetOf(state);
  if (dataset === null) return refuse('no-leak');
  if (state.leaks.length >= LIMITS.leaksPerClass) return refuse('too-many-leaks');
  const seed = dealSeed(`${state.id} leak ${state.leaks.length}`);
  const made: Leak = {
    ...{ id: leakId, dataset, openedAt: now, seed, stage: 'asking' },
    ...{ sent: {}, told: {}, sum: null, sums: [], closedAt: null },
  };
  return accept(state, {
    leaks: [...closeLeaks(state.leaks, now), made],
    ...putOnScreen('leak'),
  });
}

/** A student guesses; until gradients are sent another guess takes the place of the one before. */
export function guessLeak(
  state: ClassState,
  studentId: string,
  { leakId, choice }: { leakId: string; choice: number },
  now: number,
): Decision {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const leak = namedLeak(state, leakId);
  if (leak === null) return refuse('no-leak');
  if (leak.stage !== 'asking') return refuse('leak-begun');
  return keepAnswer(state, studentId, { question: leakQuestion(leakId), choice }, now);
}

/** From stage to stage; never back: what was guessed before anything was seen stays a guess. */
export function goInLeak(
  state: ClassState,
  { leakId, stage }: { leakId: string; stage: Exclude<LeakStage, 'asking'> },
  now: number,
): Decision {
  const leak = namedLeak(state, leakId);
  if (leak === null) return refuse('no-leak');
  if (leak.stage === stage || leak.stage === 'masked') return { ok: true, state };
  return changeLeak(state, { ...leak, stage, ...(stage === 'masked' && { sum: newSum(1, null, now) }) });
}

export function newSum(attempt: number, trouble: MaskTrouble | null, now: number): MaskSum {
  return {
    ...{ attempt, phase: 'joining', phaseAt: now, keys: {}, sent: 0, missing: [], revealed: 0 },
    ...{ noise: {}, trouble },
  };
}

/** Why a student's single gradient is not taken; null: it is. */
export function refuseSingle(state: ClassState, studentId: string, leakId: string): Refusal | null {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const leak = namedLeak(state, leakId);
  if (leak === null) return refuse('no-leak');
  if (leak.stage !== 'single') return refuse('leak-over');
  return (leak.sent[studentId] ?? 0) >= LEAK.sends ? refuse('no-sends-left') : null;
}

/** A single gradient has come. What was read in it is kept where its student lets it be shown; what was kept before goes in any case. */
export function recordSingle(
  state: ClassState,
  { leakId, studentId, told }: { leakId: string; studentId: string; told: ToldPicture | null },
): Decision {
  const refusal = refuseSingle(state, studentId, leakId);
  if (refusal) return refusal;
  const leak = namedLeak(state, leakId)!;
  const { [studentId]: _before, ...others } = leak.told;
  const room = Object.keys(others).length < LEAK.kept;
  return changeLeak(state, {
    ...leak,
    sent: { ...leak.sent, [studentId]: (leak.sent[studentId] ?? 0) + 1 },
    told: told && room ? { ...others, [studentId]: told } : others,
  });
}

/** A student takes back that its picture may be shown: it is gone at once. */
export function withdrawTold(state: ClassState, studentId: string, { leakId }: { leakId: string }): Decision {
  const at = state.leaks.findIndex(({ id }) => id === leakId);
  const leak = state.leaks[at];
  if (!leak) return refuse('no-leak');
  if (!(studentId in leak.told)) return { ok: true, state };
  const { [studentId]: _gone, ...told } = leak.told;
  return accept(state, { leaks: state.leaks.with(at, { ...leak, told }) });
}

/** The teacher puts a picture on the projector, or takes it away. */
export function showTold(
  state: ClassState,
  { leakId, studentId, shown }: { leakId: string; studentId: string; shown: boolean },
): Decision {
  const leak = namedLeak(state, leakId);
  if (leak === null) return refuse('no-leak');
  const one = leak.told[studentId];
  if (!one) return refuse('unknown-drawing');
  if (one.shown === shown) return { ok: true, state };
  const on = Object.values(leak.told).filter((told) => told.shown).length;
  if (shown && on >= LEAK.shown) return refuse('too-many-shown');
  return changeLeak(state, { ...leak, told: { ...leak.told, [studentId]: { ...one, shown } } });
}

/** Puts it away; what was found is kept. */
export function closeLeak(state: ClassState, { leakId }: { leakId: string }, now: number): Decision {
  if (namedLeak(state, leakId) === null) return refuse('no-leak');
  return accept(state, { leaks: closeLeaks(state.leaks, now) });
}

/** After any change: with the class it is over. */
export function leaksFollow(after: ClassState, now: number): ClassState {
  if (openLeak(after) === null || after.phase === 'live') return after;
  return { ...after, leaks: closeLeaks(after.leaks, now) };
}

/** A student is forgotten: neither its picture nor that it sent anything stands anywhere. */
export function leaksWithout(all: readonly Leak[], studentId: string): readonly Leak[] {
  const tells = ({ sent, told, sum }: Leak) =>
    studentId in sent || studentId in told || (sum !== null && studentId in sum.keys);
  if (!all.some(tells)) return all;
  return all.map((leak) => ({
    ...leak,
    sent: without(leak.sent, studentId),
    told: without(leak.told, studentId),
    sum: leak.sum && {
      ...leak.sum,
      keys: without(leak.sum.keys, studentId),
      noise: without(leak.sum.noise, studentId),
      missing: leak.sum.missing.filter((id) => id !== studentId),
    },
  }));
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}

/** The experiment of this name, where it is on. */
export const namedLeak = ({ leaks }: Has, leakId: string): Leak | null => openNamed(leaks, leakId);

/** The experiment that is on, changed. */
export const changeLeak = (state: ClassState, leak: Leak): Decision =>
  accept(state, { leaks: withLast(state.leaks, leak) });

/** Keys are of no use afterwards. */
function closeLeaks(all: readonly Leak[], now: number): readonly Leak[] {
  const last = openOne(all);
  if (last === null) return all;
  return closeOpen(withLast(all, { ...last, sum: last.sum && { ...last.sum, keys: {}, missing: [] } }), now);
}
