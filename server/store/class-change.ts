import type { KeptKind } from '@/classroom/kept';
import type { Assistant, ClassState, Student, VerifiedScore } from '@/classroom/state';
import type { Bookmark } from '@/protocol/bookmark';
import type { ClassEvent } from '@/protocol/class-event';
import type { SetUp } from '@/protocol/set-up';
import type { Fence } from './fence';
import type { KeptChange } from './kept-tables';
import { type MessageChange, messagesChanged } from './message-rows';
import { type SnapshotChange, snapshotsChanged } from './snapshot-rows';

/** A class's own columns: everything but students and what they have handed in. */
export type ClassFields = Omit<
  ClassState,
  | 'coOwners'
  | 'assistants'
  | 'students'
  | 'scores'
  | 'messages'
  | 'bookmarks'
  | 'setUps'
  | 'snapshots'
  | KeptKind
>;

/** What differs between two states of a class, small enough to be sent to another thread with every command. */
export interface ClassChange {
  id: string;
  /** The version that the store must have for this to be written. */
  expectedVersion: number;
  /** Left out: one server has all classes. */
  fence?: Fence | undefined;
  fields: ClassFields;
  /** The further owners as they are now; null: unchanged. */
  coOwners: readonly string[] | null;
  /** The links for those who help to lead as they are now; null: unchanged. */
  assistants: readonly Assistant[] | null;
  /** The moments marked as they are now; null: unchanged. */
  bookmarks: readonly Bookmark[] | null;
  /** Null: as they were. */
  setUps: readonly SetUp[] | null;
  snapshots: SnapshotChange;
  /** In order of joining. */
  newStudents: Student[];
  changedStudents: Student[];
  removedStudents: string[];
  /** In order of arrival. */
  newScores: VerifiedScore[];
  kept: KeptChange;
  messages: MessageChange;
  /** What this adds to the class's history. */
  events: readonly ClassEvent[];
}

export function fieldsOf(state: ClassState): ClassFields {
  const {
    coOwners: _coOwners,
    assistants: _assistants,
    students: _students,
    scores: _scores,
    messages: _messages,
    bookmarks: _bookmarks,
    setUps: _setUps,
    snapshots: _snapshots,
    results: _results,
    predictions: _predictions,
    measurements: _measurements,
    helps: _helps,
    answers: _answers,
    fooled: _fooled,
    ...fields
  } = state;
  return fields;
}

/**
 * What has changed, by identity: what is unchanged (a student, a score, a result) is the same object in both states. Must therefore be
 * called in the thread that made the states.
 */
export function diffClass(
  before: ClassState,
  after: ClassState,
  events: readonly ClassEvent[] = [],
  fence?: Fence,
): ClassChange {
  const known = new Set(before.scores.map(({ id }) => id));
  const students = Object.values(after.students);
  return {
    id: after.id,
    expectedVersion: before.version,
    ...(fence && { fence }),
    fields: fieldsOf(after),
    coOwners: before.coOwners === after.coOwners ? null : after.coOwners,
    assistants: before.assistants === after.assistants ? null : after.assistants,
    bookmarks: before.bookmarks === after.bookmarks ? null : after.bookmarks,
    setUps: before.setUps === after.setUps ? null : after.setUps,
    snapshots: snapshotsChanged(before.snapshots, after.snapshots, (id) => after.students[id] !== undefined),
    newStudents: students.filter(({ id }) => before.students[id] === undefined),
    changedStudents: students.filter(
      (student) => before.students[student.id] !== undefined && before.students[student.id] !== student,
    ),
    removedStudents: Object.keys(before.students).filter((id) => after.students[id] === undefined),
    newScores: after.scores.filter(({ id }) => !known.has(id)),
    kept: {
      results: changedIn(before.results, after.results),
      predictions: changedIn(before.predictions, after.predictions),
      measurements: changedIn(before.measurements, after.measurements),
      helps: changedIn(before.helps, after.helps),
      answers: changedIn(before.answers, after.answers),
      fooled: changedIn(before.fooled, after.fooled),
    },
    messages: messagesChanged(before, after),
    // Whoever is forgotten in the same turn leaves nothing.
    events: events.filter(({ studentId }) => studentId === null || after.students[studentId] !== undefined),
  };
}

function changedIn<Entry>(
  before: Readonly<Record<string, Entry>>,
  after: Readonly<Record<string, Entry>>,
): Entry[] {
  if (before === after) return [];
  return Object.entries(after).flatMap(([key, entry]) => (before[key] === entry ? [] : [entry]));
}
