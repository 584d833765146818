import type { Language } from '@/lessons/languages';
import { findLesson } from '@/lessons/registry';
import { textIn } from '@/lessons/written';
import type { Keeping } from '@/protocol/retention';
import type { Phase } from '@/protocol/views';

/** A group in the teacher's list. Times in milliseconds since 1970. */
export interface ListedGroup {
  id: string;
  code: string;
  name: string;
  archived: boolean;
  own: boolean;
  shared: boolean;
  studentCount: number;
  sittingCount: number;
  /** The newest sitting; `lesson` null: this version does not know it. */
  last: { lesson: string | null; at: number; open: boolean } | null;
  /** Of the first lesson that goes; without lessons, of the group. */
  keeping: Keeping;
}

/** A group as the store lists it (server/store/store: GroupListing), which the browser's side may not import. */
interface Listed extends Omit<ListedGroup, 'archived' | 'last'> {
  archivedAt: number | null;
  last: { lessonId: string; phase: Phase; at: number } | null;
}

/** The row of a group. For the server, which has all lessons. */
export function listedGroup(
  { id, code, name, archivedAt, own, shared, studentCount, sittingCount, last, keeping }: Listed,
  language: Language,
): ListedGroup {
  const lesson = last && findLesson(last.lessonId);
  return {
    ...{ id, code, name, own, shared, studentCount, sittingCount, keeping },
    archived: archivedAt !== null,
    last: last && {
      lesson: lesson && textIn(lesson, language).title,
      at: last.at,
      open: last.phase !== 'ended',
    },
  };
}
