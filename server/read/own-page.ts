import { type LessonRecord, lessonRecords } from '@/classroom/lesson-record';
import { type OwnAnswers, type OwnStepRecord, ownAnswers, ownSteps } from '@/classroom/own-record';
import type { ClassState } from '@/classroom/state';
import { asRevealed } from '@/classroom/unrevealed';
import { bytesToText } from '@/protocol/bytes-text';
import type { Remark } from '@/protocol/remarks';
import type { RunSummary } from '@/protocol/run';
import type { Mark, Phase } from '@/protocol/views';
import { readStore } from '@/server/store/page-store';
import { readPageStudent } from './page-student';

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
  /** Parts of the lesson's challenge: reached, and all; null: nothing was handed in. */
  parts: { reached: number; all: number } | null;
  /** Steps at which the student was. */
  steps: OwnStepRecord[];
  /** To the questions before and after the lesson; null: not all of them, or it goes on. */
  answers: OwnAnswers | null;
  /** What teachers said about the runs. */
  feedback: Remark[];
  /** The own drawings of the class's pool, pixels in base64, in order of arrival. */
  drawings: string[];
}

/** All that is kept of a student, for the student. */
export interface OwnPage {
  studentId: string;
  nickname: string;
  mark: Mark;
  code: string;
  inGroup: boolean;
  /** Lessons in which the student was, newest first. */
  lessons: OwnLesson[];
}

/** The page behind a link; null: there is none, or its student was removed. */
export async function readOwnPage(token: string): Promise<OwnPage | null> {
  const found = await readPageStudent(token);
  if (!found) return null;
  const { studentId, states, inGroup } = found;
  const newest = states.at(-1)!;
  const { nickname, mark } = newest.students[studentId]!;
  const lessons = await Promise.all(states.map((state) => ownLesson(state, studentId)));
  return {
    ...{ studentId, nickname, mark, inGroup, code: newest.code },
    lessons: lessons.filter((lesson) => lesson !== null).reverse(),
  };
}

async function ownLesson(state: ClassState, studentId: string): Promise<OwnLesson | null> {
  if (!state.students[studentId]) return null;
  const store = await readStore();
  const runs = await store.listRuns(state.id, studentId);
  const record = lessonRecords(asRevealed(state), runs).find((one) => one.studentId === studentId);
  if (!record) return null;
  const remarks = await store.listRemarks(runs.map(({ id }) => id));
  const drawings = await store.listDrawings(state.id, studentId);
  const { lessonId, phase, startedAt, createdAt } = state;
  return {
    ...{ id: state.id, lessonId, phase, at: startedAt ?? createdAt, record, runs },
    parts: partsOf(state, studentId),
    steps: ownSteps(state, await store.listStepRecords(state.id), studentId),
    answers: ownAnswers(state, studentId),
    feedback: remarks.filter(({ kind }) => kind === 'feedback'),
    drawings: drawings.map(bytesToText),
  };
}

function partsOf({ results }: ClassState, studentId: string): OwnLesson['parts'] {
  const own = Object.values(results).filter((result) => result.studentId === studentId);
  const [first] = own;
  return first ? { reached: own.filter(({ reached }) => reached).length, all: first.parts } : null;
}
