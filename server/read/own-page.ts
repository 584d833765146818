import { type LessonRecord, lessonRecords } from '@/classroom/lesson-record';
import type { ClassState } from '@/classroom/state';
import type { RunSummary } from '@/protocol/run';
import type { Mark, Phase } from '@/protocol/views';
import { authSecret, readEnv } from '@/server/env';
import { readOwnPageToken } from '@/server/own-page-token';
import { readStore } from '@/server/store/page-store';

/** One lesson, as one student had it. */
interface OwnLesson {
  id: string;
  lessonId: string;
  phase: Phase;
  /** When it began, else when it was made. */
  at: number;
  record: LessonRecord;
  /** Oldest first. */
  runs: RunSummary[];
}

/** All that is kept of a student, for the student. */
export interface OwnPage {
  nickname: string;
  mark: Mark;
  code: string;
  /** Lessons in which the student was, newest first. */
  lessons: OwnLesson[];
}

/** The page behind a link; null: there is none, or its student was removed. */
export async function readOwnPage(token: string): Promise<OwnPage | null> {
  const owner = readOwnPageToken(authSecret(readEnv()), token);
  if (!owner) return null;
  const { roomId, studentId } = owner;
  const store = await readStore();
  const group = await store.loadGroup(roomId);
  const ids = group ? (await store.listSittings(roomId)).map(({ id }) => id) : [roomId];
  const states = (await Promise.all(ids.map((id) => store.loadClass(id)))).filter((state) => state !== null);
  // The newest says who belongs to the group: whoever was removed from it has no page any more.
  const student = states.at(-1)?.students[studentId];
  if (!student || student.membership === 'removed' || student.membership === 'banned') return null;
  const lessons = await Promise.all(states.map((state) => ownLesson(state, studentId)));
  return {
    nickname: student.nickname,
    mark: student.mark,
    code: states.at(-1)!.code,
    lessons: lessons.filter((lesson) => lesson !== null).reverse(),
  };

  async function ownLesson(state: ClassState, id: string): Promise<OwnLesson | null> {
    if (!state.students[id]) return null;
    const runs = await store.listRuns(state.id, id);
    const record = lessonRecords(state, runs).find((one) => one.studentId === id);
    if (!record) return null;
    const { lessonId, phase, startedAt, createdAt } = state;
    return { id: state.id, lessonId, phase, at: startedAt ?? createdAt, record, runs };
  }
}
