import type { TeachingRole } from '@/protocol/assistants';
import { normaliseNote } from '@/protocol/bookmark';
import { LIMITS } from '@/protocol/limits';
import { refuse } from '@/protocol/refusals';
import type { Actor } from './commands';
import type { Decision } from './decision';
import { isOwner } from './owners';
import type { Assistant, ClassState } from './state';

/** Milliseconds in which coming again is no news: a phone in a pocket comes back often. */
const SEEN_MS = 60_000;

/** As what somebody stands at the console; null: as nobody. The one rule, asked anew with every command. */
export function teachingRole(state: ClassState, actor: Actor): TeachingRole | null {
  switch (actor.kind) {
    case 'teacher':
      return isOwner(state, actor.teacherId) ? 'owner' : null;
    case 'assistant':
      return state.assistants.find(({ id }) => id === actor.assistantId)?.role ?? null;
    default:
      return null;
  }
}

/** Makes a link. */
export function addAssistant(
  state: ClassState,
  made: Pick<Assistant, 'id' | 'name' | 'role' | 'tokenHash'>,
  now: number,
): Decision {
  if (state.assistants.length >= LIMITS.assistantsPerClass) return refuse('too-many-links');
  const { id, name, role, tokenHash } = made;
  const assistant = { id, name: normaliseNote(name), role, tokenHash, madeAt: now, lastSeenAt: null };
  return { ok: true, state: { ...state, assistants: [...state.assistants, assistant] } };
}

/** Takes a link back. One that is not there is taken back already. */
export function removeAssistant(state: ClassState, assistantId: string): Decision {
  const assistants = state.assistants.filter(({ id }) => id !== assistantId);
  return {
    ok: true,
    state: assistants.length === state.assistants.length ? state : { ...state, assistants },
  };
}

/** Somebody has come by a link. */
export function seeAssistant(state: ClassState, assistantId: string, now: number): Decision {
  const found = state.assistants.find(({ id }) => id === assistantId);
  if (!found) return refuse('unknown-link');
  if (found.lastSeenAt !== null && now - found.lastSeenAt < SEEN_MS) return { ok: true, state };
  const assistants = state.assistants.map((one) => (one === found ? { ...one, lastSeenAt: now } : one));
  return { ok: true, state: { ...state, assistants } };
}
