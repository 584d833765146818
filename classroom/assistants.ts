import { type LinkEnd, type TeachingRole, usualLinkEnd } from '@/protocol/assistants';
import { normaliseNote } from '@/protocol/bookmark';
import { LIMITS } from '@/protocol/limits';
import { refuse } from '@/protocol/refusals';
import type { Actor } from './commands';
import type { Decision } from './decision';
import { isOwner } from './owners';
import type { Assistant, ClassState, MadeLink } from './state';
import { isBeingRevealed } from './unrevealed';

/** Milliseconds in which coming again is no news: a phone in a pocket comes back often. */
const SEEN_MS = 60_000;

const DAY_MS = 24 * 60 * 60_000;
/** Milliseconds for which a link is good. */
const LINK_LASTS_MS: Readonly<Record<LinkEnd, number | 'class' | null>> = {
  class: 'class',
  day: DAY_MS,
  week: 7 * DAY_MS,
  never: null,
};

/** As what somebody stands at the console; null: as nobody. The one rule, asked anew with every command. */
export function teachingRole(state: ClassState, actor: Actor, now: number): TeachingRole | null {
  return actor.kind === 'assistant' && isLinkOver(state, actor.assistantId, now)
    ? null
    : heldRole(state, actor);
}

/** Whether a link has come to its end, with the class or by the time. One that is not there was taken back, which is something else. */
export function isLinkOver(state: ClassState, assistantId: string, now: number): boolean {
  const link = state.assistants.find(({ id }) => id === assistantId);
  return link !== undefined && isOver(link, state, now);
}

function isOver({ endsAt, endsWithClass }: Assistant, state: ClassState, now: number): boolean {
  // Whoever leads the class leads its reveal to the end.
  const isEnded = state.phase === 'ended' && !isBeingRevealed(state);
  return (endsAt !== null && endsAt <= now) || (endsWithClass && isEnded);
}

/** Links that go along to the next sitting of a group. */
export function linksTakenAlong(last: ClassState, now: number): readonly Assistant[] {
  return last.assistants.filter((link) => !link.endsWithClass && !isOver(link, last, now));
}

/** As what somebody was let in, whether or not the link has come to its end since. */
export function heldRole(state: ClassState, actor: Actor): TeachingRole | null {
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
  { id, name, role, tokenHash, until }: MadeLink,
  now: number,
): Decision {
  // Those that open nothing any more make room.
  const others = state.assistants.filter((link) => !isOver(link, state, now));
  if (others.length >= LIMITS.assistantsPerClass) return refuse('too-many-links');
  const lastsMs = LINK_LASTS_MS[until ?? usualLinkEnd(state.groupId)];
  const assistant: Assistant = {
    id,
    name: normaliseNote(name),
    role,
    tokenHash,
    madeAt: now,
    lastSeenAt: null,
    endsAt: typeof lastsMs === 'number' ? now + lastsMs : null,
    endsWithClass: lastsMs === 'class',
  };
  return { ok: true, state: { ...state, assistants: [...others, assistant] } };
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
  if (isOver(found, state, now)) return refuse('link-over');
  if (found.lastSeenAt !== null && now - found.lastSeenAt < SEEN_MS) return { ok: true, state };
  const assistants = state.assistants.map((one) => (one === found ? { ...one, lastSeenAt: now } : one));
  return { ok: true, state: { ...state, assistants } };
}
