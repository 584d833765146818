import { isOwner } from '@/classroom/owners';
import { stepsOf } from '@/classroom/steps';
import type { Mark } from '@/protocol/views';
import { readStore } from '@/server/store/page-store';
import type { StoredTrace } from '@/server/store/store';

/** A sitting as its teacher may go through it again. Times by the server's clock, milliseconds since 1970. */
export interface ReplayedClass {
  classId: string;
  lessonId: string;
  /** Students are told by their marks alone. */
  anonymised: boolean;
  from: number;
  to: number;
  students: { id: string; nickname: string; mark: Mark; joinedAt: number }[];
  runs: {
    id: string;
    studentId: string;
    beganAt: number;
    endedAt: number;
    diverged: boolean;
    moments: StoredTrace['moments'];
  }[];
  scores: { studentId: string; at: number; value: number }[];
  guesses: { at: number }[];
  messages: { at: number; text: string; to: number }[];
  bookmarks: { at: number; note: string; stepNumber: number | null }[];
}

/** One of this teacher's classes, moment by moment; null where there is none, or it is another's, or it has not begun. @param now where the class goes on */
export async function readClassReplay(
  teacherId: string,
  classId: string,
  now: number,
): Promise<ReplayedClass | null> {
  const store = await readStore();
  const state = await store.loadClass(classId);
  if (!state || !isOwner(state, teacherId) || state.startedAt === null) return null;
  const [runs, traces] = await Promise.all([store.listRuns(classId, null), store.listTraces(classId)]);
  const momentsOf = new Map(traces.map(({ runId, moments }) => [runId, moments]));
  const steps = stepsOf(state).map(({ id }) => id);
  return {
    classId,
    lessonId: state.lessonId,
    anonymised: state.anonymised,
    from: state.startedAt,
    to: Math.max(state.startedAt, state.endedAt ?? now),
    students: Object.values(state.students)
      .filter(({ membership }) => membership !== 'waiting' && membership !== 'absent')
      .map(({ id, nickname, mark, joinedAt }) => ({ id, nickname, mark, joinedAt })),
    runs: runs.map(({ id, studentId, createdAt, updatedAt, state: ended }) => ({
      id,
      studentId,
      beganAt: createdAt,
      endedAt: updatedAt,
      diverged: ended === 'diverged',
      moments: momentsOf.get(id) ?? [],
    })),
    scores: [
      ...state.scores.map(({ studentId, submittedAt, publicAccuracy }) => ({
        studentId,
        at: submittedAt,
        value: publicAccuracy,
      })),
      ...totalsOf(Object.values(state.results)),
    ].sort((one, other) => one.at - other.at),
    guesses: Object.values(state.predictions).map(({ committedAt }) => ({ at: committedAt })),
    messages: state.messages.map(({ sentAt, text, to }) => ({
      at: sentAt,
      text,
      to: Object.keys(to).length,
    })),
    bookmarks: state.bookmarks.map(({ at, note, stepId }) => ({
      at,
      note,
      stepNumber: stepId === null ? null : steps.indexOf(stepId) + 1 || null,
    })),
  };
}

/** Each student's total of a challenge after each part that was reached: parts are kept with when their best came. */
function totalsOf(
  results: readonly { studentId: string; at: number; value: number; parts: number }[],
): { studentId: string; at: number; value: number }[] {
  const totals = new Map<string, number>();
  return results
    .toSorted((one, other) => one.at - other.at)
    .map(({ studentId, at, value, parts }) => {
      const total = (totals.get(studentId) ?? 0) + value / parts;
      totals.set(studentId, total);
      return { studentId, at, value: Math.min(1, total) };
    });
}
