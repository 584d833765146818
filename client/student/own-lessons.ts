import type { BookRecord } from '@/client/review/group-book';
import type { Language } from '@/lessons/languages';
import { findLesson } from '@/lessons/registry';
import { lessonIn, textIn } from '@/lessons/written';
import type { Remark } from '@/protocol/remarks';
import type { RunSummary } from '@/protocol/run';
import { type RunResult, runResult } from '@/protocol/run-table';
import type { Mark, Phase } from '@/protocol/views';

/** One lesson on a student's own page. Times in milliseconds since 1970. */
export interface OwnLesson {
  id: string;
  /** What it was about; null where this version does not know the lesson. */
  text: { title: string; question: string; summary: string } | null;
  at: number;
  over: boolean;
  record: BookRecord;
  /** Newest first. */
  runs: RunResult[];
  /** Parts of its challenge: reached, and all; null: nothing was handed in. */
  parts: { reached: number; all: number } | null;
  /** Steps at which the student was: goals met, and all (null: none are counted). */
  steps: { id: string; title: string; goals: { met: number; of: number } | null; done: boolean }[];
  /** What the lesson's end says was found, for whoever came there, and for all once it is over; marks of a lesson's words are in it. Null: not yet. */
  learnt: string | null;
  /** Right answers to the questions before and after it; null: not all were given, or it goes on. */
  answers: Record<'before' | 'after', { right: number; of: number }> | null;
  /** What teachers said about the runs. */
  feedback: readonly Remark[];
  /** The own drawings, pixels in base64. */
  drawings: readonly string[];
}

export interface OwnLessons {
  studentId: string;
  nickname: string;
  mark: Mark;
  code: string;
  /** Newest first. */
  lessons: OwnLesson[];
}

/** A student's page as the server reads it (server/read/own-page). */
interface ReadPage extends Omit<OwnLessons, 'lessons'> {
  lessons: readonly (Pick<
    OwnLesson,
    'id' | 'at' | 'record' | 'parts' | 'answers' | 'feedback' | 'drawings'
  > & {
    lessonId: string;
    phase: Phase;
    runs: readonly RunSummary[];
    steps: readonly { stepId: string; goals: { met: number; of: number } | null; done: boolean }[];
  })[];
}

/** What the page shows. For the server, which has all lessons. */
export function ownLessons({ lessons, ...student }: ReadPage, language: Language): OwnLessons {
  return {
    ...student,
    lessons: lessons.map(({ lessonId, phase, runs, steps, ...kept }) => {
      const lesson = findLesson(lessonId);
      const text = lesson && textIn(lesson, language);
      const written = new Map(lesson && lessonIn(lesson, language).steps.map((step) => [step.id, step]));
      const end = [...written.values()].find(({ bench }) => bench === 'recap');
      const sawEnd = phase === 'ended' || steps.some(({ stepId }) => stepId === end?.id);
      return {
        ...kept,
        text: text && { title: text.title, question: text.question, summary: text.summary },
        steps: steps.flatMap(({ stepId, ...step }) => {
          const title = written.get(stepId)?.text.title;
          return title === undefined ? [] : [{ id: stepId, title, ...step }];
        }),
        learnt: (sawEnd && end?.text.lead) || null,
        over: phase === 'ended',
        runs: runs.map(runResult).reverse(),
      };
    }),
  };
}
