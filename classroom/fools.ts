import { textToBytes } from '@/protocol/bytes-text';
import { DATASETS } from '@/protocol/datasets';
import type { Fool, Fooled, FoolTry } from '@/protocol/fool';
import { FOOL, type FoolStage } from '@/protocol/fool-rules';
import { LIMITS } from '@/protocol/limits';
import { POOL } from '@/protocol/pool-rules';
import { type Refusal, refuse } from '@/protocol/refusals';
import { datasetOf } from './dataset';
import { accept, type Decision } from './decision';
import { foolNetworks } from './fool-networks';
import { answerKey, keep } from './kept';
import { closeOpen, openNamed, openOne, withLast } from './open-one';
import { isEmptyDrawing } from './pool';
import { putOnScreen } from './put-on-screen';
import { refuseHandingIn } from './scoring';
import { isSentOut } from './sent-out';
import type { ClassState } from './state';

/** Under which name what people read in a drawing is kept. */
export const judgeQuestion = (drawingId: string) => `fool ${drawingId}`;

/** The game that is on; null: none is. */
export function openFool({ fools }: Pick<ClassState, 'fools'>): Fool | null {
  return openOne(fools);
}

/** The game that is on, or the last of which the gallery was shown; null: there is none. */
export function shownFool(state: Pick<ClassState, 'fools'>): Fool | null {
  return openFool(state) ?? state.fools.findLast(({ stage }) => stage === 'shown') ?? null;
}

/** All drawings of a game, in the order in which they were tried. */
export function drawingsOf({ fooled }: Pick<ClassState, 'fooled'>, foolId: string): Fooled[] {
  return Object.values(fooled).filter((one) => one.foolId === foolId);
}

/** The leader's network reads something else than was meant. */
export const fools = ({ label, answer }: Pick<Fooled, 'label' | 'answer'>) => answer !== label;

/** And at least half of the others read what was meant: that is what brings points. */
export const foolsAlone = (one: Pick<Fooled, 'label' | 'answer' | 'right' | 'asked'>) =>
  fools(one) && one.asked > 0 && 2 * one.right >= one.asked;

/** Begins a game against the network that leads now, and puts it on the projector. The same again is the same. */
export function askFool(state: ClassState, { foolId }: { foolId: string }, now: number): Decision {
  if (state.fools.some(({ id }) => id === foolId)) return { ok: true, state };
  if (state.phase !== 'live') return refuse('wrong-phase');
  const dataset = datasetOf(state);
  if (dataset === null) return refuse('no-fool');
  const networks = foolNetworks(state);
  if (networks === null) return refuse('too-few-networks');
  if (state.fools.length >= LIMITS.foolsPerClass) return refuse('too-many-fools');
  const fool: Fool = {
    ...{ id: foolId, dataset, openedAt: now, ...networks },
    ...{ stage: 'drawing', closedAt: null },
  };
  return accept(state, {
    fools: [...closeOpen(state.fools, now), fool],
    ...putOnScreen('fool'),
  });
}

/** To any stage: the teacher may let the class draw again. */
export function goInFool(
  state: ClassState,
  { foolId, stage }: { foolId: string; stage: FoolStage },
): Decision {
  const fool = named(state, foolId);
  if (fool === null) return refuse('no-fool');
  if (fool.stage === stage) return { ok: true, state };
  return accept(state, { fools: withLast(state.fools, { ...fool, stage }) });
}

/** Puts it away; what was drawn and said is kept. */
export function closeFool(state: ClassState, { foolId }: { foolId: string }, now: number): Decision {
  if (named(state, foolId) === null) return refuse('no-fool');
  return accept(state, { fools: closeOpen(state.fools, now) });
}

/** After any change: with the class it is over. */
export function foolsFollow(after: ClassState, now: number): ClassState {
  const goesOn = after.phase === 'live' || openFool(after) === null;
  return goesOn ? after : { ...after, fools: closeOpen(after.fools, now) };
}

/**
 * Whether a student may have the networks read a drawing now. A try that has been answered is known by its id: `known`, and nothing is to be done.
 */
export function refuseTry(
  state: ClassState,
  studentId: string,
  { foolId, drawingId, label, pixels }: FoolTry,
): { ok: true; known: boolean } | Refusal {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const fool = named(state, foolId);
  if (fool === null) return refuse('no-fool');
  const same = Object.values(state.fooled).find(({ id }) => id === drawingId);
  if (same)
    return same.studentId === studentId && same.foolId === foolId
      ? { ok: true, known: true }
      : refuse('bad-request');
  if (fool.stage !== 'drawing') return refuse('fool-closed');
  const bytes = textToBytes(pixels);
  if (bytes?.length !== POOL.pixels || label >= DATASETS[fool.dataset].labels.length)
    return refuse('bad-request');
  if (isEmptyDrawing(bytes)) return refuse('drawing-empty');
  const own = drawingsOf(state, foolId).filter((one) => one.studentId === studentId);
  const full = Object.keys(state.fooled).length >= LIMITS.fooledPerClass;
  if (own.length >= FOOL.tries || full) return refuse('no-tries-left');
  const again = own.some((one) => one.pixels === pixels && one.label === label);
  return again ? refuse('already-tried') : { ok: true, known: false };
}

/** What the networks have read of a drawing. */
export type FoolReading = Pick<Fooled, 'answer' | 'right' | 'asked' | 'said'>;

/** Keeps a drawing with what the networks read; the class may have gone on meanwhile, then it counts for nothing. */
export function recordFooled(
  state: ClassState,
  { studentId, tried, read }: { studentId: string; tried: FoolTry; read: FoolReading },
  now: number,
): Decision {
  const asked = refuseTry(state, studentId, tried);
  if (!asked.ok) return asked;
  if (asked.known) return { ok: true, state };
  const { foolId, drawingId: id, label, pixels } = tried;
  const fooled: Fooled = { id, foolId, studentId, label, pixels, ...read, triedAt: now, removed: false };
  return { ok: true, state: keep(state, 'fooled', fooled) };
}

/** Whether it is put before people: it fools the leader, and neither it nor who drew it was sent out. */
export function isBeforePeople({ students }: Pick<ClassState, 'students'>, one: Fooled): boolean {
  const author = students[one.studentId];
  return fools(one) && !one.removed && author !== undefined && !isSentOut(author);
}

/** A student says what it reads in another's drawing: once. */
export function judgeFooled(
  state: ClassState,
  studentId: string,
  { foolId, drawingId, choice }: { foolId: string; drawingId: string; choice: number },
  now: number,
): Decision {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const fool = named(state, foolId);
  if (fool === null) return refuse('no-fool');
  if (fool.stage !== 'judging') return refuse('fool-closed');
  const one = drawingsOf(state, foolId).find(({ id }) => id === drawingId);
  if (one?.studentId === studentId) return refuse('own-drawing');
  if (!one || !isBeforePeople(state, one)) return refuse('unknown-drawing');
  if (choice > DATASETS[fool.dataset].labels.length) return refuse('bad-request');
  const question = judgeQuestion(drawingId);
  const said = state.answers[answerKey(studentId, question)];
  if (said) return said.choice === choice ? { ok: true, state } : refuse('already-answered');
  return { ok: true, state: keep(state, 'answers', { studentId, question, choice, answeredAt: now }) };
}

/** The teacher takes a drawing from the class's eyes, or brings it back. */
export function removeFooled(
  state: ClassState,
  { foolId, drawingId, removed }: { foolId: string; drawingId: string; removed: boolean },
): Decision {
  const one = drawingsOf(state, foolId).find(({ id }) => id === drawingId);
  if (!one) return refuse('unknown-drawing');
  return one.removed === removed
    ? { ok: true, state }
    : { ok: true, state: keep(state, 'fooled', { ...one, removed }) };
}

/** A student is forgotten: its network is in no game any more. Its drawings go with it. */
export function foolsWithout(all: readonly Fool[], studentId: string): readonly Fool[] {
  const is = (member: { studentId: string }) => member.studentId === studentId;
  if (!all.some(({ leader, others }) => (leader && is(leader)) || others.some(is))) return all;
  return all.map((fool) => ({
    ...fool,
    leader: fool.leader && is(fool.leader) ? null : fool.leader,
    others: fool.others.filter((member) => !is(member)),
  }));
}

const named = ({ fools }: ClassState, foolId: string) => openNamed(fools, foolId);
