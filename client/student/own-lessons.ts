import type { BookRecord } from '@/client/review/group-book';
import type { Language } from '@/lessons/languages';
import { findLesson } from '@/lessons/registry';
import { textIn } from '@/lessons/written';
import type { RunSummary } from '@/protocol/run';
import { type RunResult, runResult } from '@/protocol/run-table';
import type { Mark, Phase } from '@/protocol/views';

/** One lesson on a student's own page. Times in milliseconds since 1970. */
export interface OwnLesson {
  id: string;
  /** Null where this version does not know the lesson. */
  title: string | null;
  at: number;
  over: boolean;
  record: BookRecord;
  /** Newest first. */
  runs: RunResult[];
}

export interface OwnLessons {
  nickname: string;
  mark: Mark;
  code: string;
  /** Newest first. */
  lessons: OwnLesson[];
}

/** A student's page as the server reads it (server/read/own-page). */
interface ReadPage extends Pick<OwnLessons, 'nickname' | 'mark' | 'code'> {
  lessons: readonly {
    id: string;
    lessonId: string;
    phase: Phase;
    at: number;
    record: BookRecord;
    runs: readonly RunSummary[];
  }[];
}

/** What the page shows. For the server, which has all lessons. */
export function ownLessons({ nickname, mark, code, lessons }: ReadPage, language: Language): OwnLessons {
  return {
    ...{ nickname, mark, code },
    lessons: lessons.map(({ id, lessonId, phase, at, record, runs }) => {
      const lesson = findLesson(lessonId);
      const title = lesson && textIn(lesson, language).title;
      return { ...{ id, title, at, record }, over: phase === 'ended', runs: runs.map(runResult).reverse() };
    }),
  };
}
