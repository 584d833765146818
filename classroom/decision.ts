import type { Refusal } from '@/protocol/refusals';
import type { ClassState } from './state';

/** The class as it is then, or why nothing changes. The very state that was given: there is nothing to save. */
export type Decision<State = ClassState> = { ok: true; state: State } | Refusal;

/** The state with these fields, or the same state where they are what they were. */
export function accept(state: ClassState, changes: Partial<ClassState>): Decision {
  const changed = Object.entries(changes).some(([key, value]) => state[key as keyof ClassState] !== value);
  return { ok: true, state: changed ? { ...state, ...changes } : state };
}
