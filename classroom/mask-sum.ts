import type { MaskSum, SummedGradients } from '@/protocol/leak';
import { LEAK, type MaskPhase, type MaskTrouble } from '@/protocol/leak-rules';
import { type Refusal, refuse } from '@/protocol/refusals';
import type { Decision } from './decision';
import { changeLeak, namedLeak, newSum } from './leaks';
import { refuseHandingIn } from './scoring';
import type { ClassState } from './state';

/** One sum behind masks, from the keys of those who take part to what it comes to. */

/** Milliseconds that devices have to send their gradients, and to tell what is needed of the masks. */
export const SENDING_MS = 20_000;
export const REVEALING_MS = 12_000;

/** Which sum. */
export interface WhichSum {
  leakId: string;
  attempt: number;
}

/** The sum of this name; null: there is none, or another attempt is on. */
export function namedSum(state: Pick<ClassState, 'leaks'>, { leakId, attempt }: WhichSum): MaskSum | null {
  const sum = namedLeak(state, leakId)?.sum;
  return sum && sum.attempt === attempt ? sum : null;
}

/** Who takes part, by place: the same on the server and on each device. */
export const membersOf = ({ keys }: Pick<MaskSum, 'keys'>): string[] => Object.keys(keys).sort();

/** Why a student's part of a sum is not taken now; null: it is. */
export function refusePart(
  state: ClassState,
  studentId: string,
  which: WhichSum,
  phase: MaskPhase,
): Refusal | null {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const sum = namedSum(state, which);
  if (sum === null) return refuse('no-leak');
  if (sum.phase !== phase) return refuse('leak-over');
  if (phase === 'joining') return null;
  const takesPart = studentId in sum.keys && !sum.missing.includes(studentId);
  return takesPart ? null : refuse('leak-over');
}

/** A device takes part; with another key until the sum begins. The key is known to be sound. */
export function joinSum(
  state: ClassState,
  { studentId, key, ...which }: WhichSum & { studentId: string; key: string },
): Decision {
  const refusal = refusePart(state, studentId, which, 'joining');
  if (refusal) return refusal;
  const sum = namedSum(state, which)!;
  const { [studentId]: before, ...others } = sum.keys;
  if (before === key) return { ok: true, state };
  // Two with one key would share their masks with everybody: one student as two.
  if (Object.values(others).includes(key)) return refuse('key-invalid');
  if (Object.keys(others).length >= LEAK.mostDevices) return refuse('too-many-devices');
  return changeSum(state, which, { ...sum, keys: { ...others, [studentId]: key } });
}

/** The teacher closes the list: who is on it sends. */
export function beginSum(state: ClassState, which: WhichSum, now: number): Decision {
  const sum = namedSum(state, which);
  if (sum === null) return refuse('no-leak');
  if (sum.phase !== 'joining') return { ok: true, state };
  const keys = Object.fromEntries(
    Object.entries(sum.keys).filter(([id]) => state.students[id]?.membership === 'in'),
  );
  if (Object.keys(keys).length < LEAK.leastDevices) return refuse('too-few-devices');
  return changeSum(state, which, { ...sum, keys, phase: 'sending', phaseAt: now, trouble: null });
}

/** What has come, for who watches. */
export function countParts(
  state: ClassState,
  {
    sent,
    revealed,
    noise,
    ...which
  }: WhichSum & { sent: number; revealed: number; noise: Readonly<Record<string, string>> },
): Decision {
  const sum = namedSum(state, which);
  if (sum === null) return { ok: true, state };
  const there = Object.entries(noise).filter(([id]) => id in sum.keys);
  return changeSum(state, which, { ...sum, sent, revealed, noise: Object.fromEntries(there) });
}

/** No more gradients are taken: those who have sent theirs are asked for their own masks, and for what they share with the others. */
export function revealSum(
  state: ClassState,
  { missing, ...which }: WhichSum & { missing: readonly string[] },
  now: number,
): Decision {
  const sum = namedSum(state, which);
  if (sum?.phase !== 'sending') return { ok: true, state };
  const sent = Object.keys(sum.keys).length - missing.length;
  return changeSum(state, which, {
    ...sum,
    ...{ phase: 'revealing', phaseAt: now, missing: [...missing].sort(), sent },
  });
}

/** What it came to. */
export function recordSum(
  state: ClassState,
  { summed, ...which }: WhichSum & { summed: SummedGradients },
): Decision {
  const leak = namedLeak(state, which.leakId);
  const sum = namedSum(state, which);
  if (!leak || sum?.phase !== 'revealing') return { ok: true, state };
  return changeLeak(state, {
    ...leak,
    sum: { ...sum, phase: 'summed', phaseAt: summed.at, revealed: summed.took },
    sums: [...leak.sums, summed],
  });
}

/** It came to nothing: all masks are thrown away, and devices send new keys by themselves. */
export function failSum(
  state: ClassState,
  { trouble, ...which }: WhichSum & { trouble: MaskTrouble },
  now: number,
): Decision {
  const sum = namedSum(state, which);
  if (sum === null || sum.phase === 'summed') return { ok: true, state };
  if (sum.attempt >= LEAK.attempts) return changeSum(state, which, { ...sum, phase: 'summed', trouble });
  return changeSum(state, which, newSum(sum.attempt + 1, trouble, now));
}

/** Another one, with new keys. */
export function sumAgain(state: ClassState, which: WhichSum, now: number): Decision {
  const leak = namedLeak(state, which.leakId);
  const sum = namedSum(state, which);
  if (!leak || sum === null) return refuse('no-leak');
  if (sum.phase !== 'summed') return { ok: true, state };
  if (leak.sums.length >= LEAK.sums || sum.attempt >= LEAK.attempts) return refuse('too-many-leaks');
  return changeSum(state, which, newSum(sum.attempt + 1, null, now));
}

function changeSum(state: ClassState, { leakId }: WhichSum, sum: MaskSum): Decision {
  return changeLeak(state, { ...namedLeak(state, leakId)!, sum });
}

/**
 * When a phase that devices are in is over, as things stand: once everybody who is awaited has done it, else at its deadline. Null: it has none.
 * @param awaiting how many have not, of those who are here
 */
export function phaseEndsAt({ phase, phaseAt }: MaskSum, awaiting: number): number | null {
  if (phase !== 'sending' && phase !== 'revealing') return null;
  return phaseAt + (awaiting === 0 ? 0 : phase === 'sending' ? SENDING_MS : REVEALING_MS);
}
