import type { ClassState } from './state';

/** Whether of the hidden half not everything may be known yet, though the class has ended: its race is revealed step by step. */
export function isUnrevealed({ reveal }: Pick<ClassState, 'reveal'>): boolean {
  return reveal?.furthest.phase === 'board' || reveal?.furthest.phase === 'half';
}

/** Whether a reveal was begun and has not come to its last stop. */
export function isBeingRevealed({ reveal }: Pick<ClassState, 'reveal'>): boolean {
  return reveal !== null && reveal.furthest.phase !== 'picture';
}

/** By the state's own identity: what is derived from a state is derived from this once, too. */
const before = new WeakMap<ClassState, ClassState>();

/** A class as its race stood before it ended. */
export function asBeforeTheEnd(state: ClassState): ClassState {
  const known = before.get(state);
  if (known) return known;
  const made: ClassState = { ...state, phase: 'live' };
  before.set(state, made);
  return made;
}

/** A class as everybody may know its results: as before the end until they have been revealed. */
export function asRevealed(state: ClassState): ClassState {
  return isUnrevealed(state) ? asBeforeTheEnd(state) : state;
}
