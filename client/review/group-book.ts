import type { Language } from '@/lessons/languages';
import { findLesson } from '@/lessons/registry';
import { textIn } from '@/lessons/written';
import type { Shown } from '@/protocol/challenge';
import type { Mark, Membership, Phase } from '@/protocol/views';

/** What one student did in one lesson: classroom/lesson-record, which the browser's side may not import. */
export interface BookRecord {
  studentId: string;
  best: { shown: Shown; checked: boolean } | null;
  runs: number;
  /** Milliseconds of training. */
  time: number;
  guesses: { made: number; right: number };
}

/** A lesson of the group: a column. Times in milliseconds since 1970. */
export interface BookLesson {
  id: string;
  /** Null where this version does not know the lesson. */
  title: string | null;
  running: boolean;
  at: number;
}

/** A student of the group: a row. */
export interface BookStudent {
  id: string;
  nickname: string;
  mark: Mark;
  membership: Membership;
  /** By lesson; none where the student was not there. */
  records: Readonly<Record<string, BookRecord>>;
  runs: number;
  time: number;
}

export interface Book {
  id: string;
  name: string;
  code: string;
  archived: boolean;
  /** Oldest first. */
  lessons: readonly BookLesson[];
  students: readonly BookStudent[];
}

/** A group's book as the server reads it (server/read/group-book). */
interface ReadBook extends Pick<Book, 'id' | 'name' | 'code' | 'archived'> {
  sittings: readonly {
    id: string;
    lessonId: string;
    phase: Phase;
    at: number;
    records: readonly BookRecord[];
  }[];
  students: readonly Pick<BookStudent, 'id' | 'nickname' | 'mark' | 'membership'>[];
}

/** Rows and columns of a group's book. For the server, which has all lessons. */
export function groupBook(
  { id, name, code, archived, sittings, students }: ReadBook,
  language: Language,
): Book {
  return {
    ...{ id, name, code, archived },
    lessons: sittings.map((sitting) => {
      const lesson = findLesson(sitting.lessonId);
      return {
        id: sitting.id,
        title: lesson && textIn(lesson, language).title,
        running: sitting.phase !== 'ended',
        at: sitting.at,
      };
    }),
    students: students.map((student) => {
      const own = sittings.flatMap((sitting) =>
        sitting.records
          .filter(({ studentId }) => studentId === student.id)
          .map((record) => [sitting.id, record] as const),
      );
      return {
        ...student,
        records: Object.fromEntries(own),
        runs: own.reduce((sum, [, { runs }]) => sum + runs, 0),
        time: own.reduce((sum, [, { time }]) => sum + time, 0),
      };
    }),
  };
}
