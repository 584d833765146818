import { type Bookmark, normaliseNote } from '@/protocol/bookmark';
import { LIMITS } from '@/protocol/limits';
import { refuse } from '@/protocol/refusals';
import type { Decision } from './decision';
import type { ClassState } from './state';
import { stepsOf } from './steps';

/** Moments that a teacher has marked: few, and kept with the class. */

interface Noted {
  bookmarkId: string;
  note: string;
}

/** Marks this moment of a class that goes on. Asked again, it is the same bookmark. */
export function addBookmark(state: ClassState, { bookmarkId, note }: Noted, now: number): Decision {
  if (state.bookmarks.some(({ id }) => id === bookmarkId)) return { ok: true, state };
  if (state.phase !== 'live') return refuse('wrong-phase');
  if (state.bookmarks.length >= LIMITS.bookmarksPerClass) return refuse('too-many-bookmarks');
  const stepId = stepsOf(state)[state.stepIndex]?.id ?? null;
  const bookmark: Bookmark = { id: bookmarkId, at: now, stepId, note: normaliseNote(note) };
  return { ok: true, state: { ...state, bookmarks: [...state.bookmarks, bookmark] } };
}

/**
 * Marks a moment of a class afterwards, between its beginning and its end or now. Asked again, it is the same bookmark.
 * @param stepId where the class was then; null: nobody knows
 */
export function markMoment(
  state: ClassState,
  { bookmarkId, note, at, stepId }: Noted & Pick<Bookmark, 'at' | 'stepId'>,
  now: number,
): Decision {
  if (state.bookmarks.some(({ id }) => id === bookmarkId)) return { ok: true, state };
  const { startedAt, endedAt } = state;
  if (startedAt === null) return refuse('wrong-phase');
  if (at < startedAt || at > (endedAt ?? now)) return refuse('bad-request');
  if (state.bookmarks.length >= LIMITS.bookmarksPerClass) return refuse('too-many-bookmarks');
  const marked: Bookmark = { id: bookmarkId, at, stepId, note: normaliseNote(note) };
  const bookmarks = [...state.bookmarks, marked].sort((one, other) => one.at - other.at);
  return { ok: true, state: { ...state, bookmarks } };
}

/** Says what the moment was, or says it better. */
export function noteBookmark(state: ClassState, { bookmarkId, note: typed }: Noted): Decision {
  const found = state.bookmarks.find(({ id }) => id === bookmarkId);
  if (!found) return refuse('unknown-bookmark');
  const note = normaliseNote(typed);
  if (note === found.note) return { ok: true, state };
  const bookmarks = state.bookmarks.map((one) => (one === found ? { ...one, note } : one));
  return { ok: true, state: { ...state, bookmarks } };
}

/** Takes a bookmark away. One that is not there is away already. */
export function removeBookmark(state: ClassState, { bookmarkId }: Pick<Noted, 'bookmarkId'>): Decision {
  const bookmarks = state.bookmarks.filter(({ id }) => id !== bookmarkId);
  return { ok: true, state: bookmarks.length === state.bookmarks.length ? state : { ...state, bookmarks } };
}
