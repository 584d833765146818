import { LIMITS } from '@/protocol/limits';
import { refuse } from '@/protocol/refusals';
import type { Decision } from './decision';
import type { ClassState } from './state';

type Owned = Pick<ClassState, 'teacherId' | 'coOwners'>;

/** Whose class or group it is: all of them may do with it what any of them may. */
export const ownersOf = ({ teacherId, coOwners }: Owned): readonly string[] => [teacherId, ...coOwners];

/** The one rule of who the teacher of a class or of a group is: at the door, over HTTP and in the review. */
export function isOwner(state: Owned | null | undefined, teacherId: string): boolean {
  return state ? ownersOf(state).includes(teacherId) : false;
}

/** Makes another teacher an owner. */
export function addOwner<State extends Owned>(state: State, teacherId: string): Decision<State> {
  if (isOwner(state, teacherId)) return { ok: true, state };
  if (ownersOf(state).length >= LIMITS.ownersPerClass) return refuse('too-many-owners');
  return { ok: true, state: { ...state, coOwners: [...state.coOwners, teacherId] } };
}

/** Takes an owner away; the next in line stands in the first place. A class is never without one. */
export function removeOwner<State extends Owned>(state: State, teacherId: string): Decision<State> {
  if (!isOwner(state, teacherId)) return { ok: true, state };
  const [first, ...rest] = ownersOf(state).filter((id) => id !== teacherId);
  return first === undefined
    ? refuse('last-owner')
    : { ok: true, state: { ...state, teacherId: first, coOwners: rest } };
}
