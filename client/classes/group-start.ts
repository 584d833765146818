import { LESSONS } from '@/lessons/registry';

/** Where the next lesson is chosen for: a group, and what it has had. */
export interface GroupStart {
  id: string;
  name: string;
  /** The sitting that has not ended, by its lesson. */
  openLessonId: string | null;
  /** When a lesson was held last, by its id. */
  held: Readonly<Record<string, number>>;
  /** The one that follows the last sitting's in the curriculum; null after the last one. */
  nextLessonId: string | null;
}

interface Held {
  lessonId: string;
  phase: string;
  createdAt: number;
}

/** @param sittings oldest first */
export function groupStart(
  { id, name }: { id: string; name: string },
  sittings: readonly Held[],
): GroupStart {
  const last = sittings.at(-1);
  const at = LESSONS.findIndex((lesson) => lesson.id === last?.lessonId);
  const next = last === undefined ? LESSONS[0] : at < 0 ? undefined : LESSONS[at + 1];
  return {
    id,
    name,
    openLessonId: sittings.find(({ phase }) => phase !== 'ended')?.lessonId ?? null,
    held: Object.fromEntries(sittings.map(({ lessonId, createdAt }) => [lessonId, createdAt])),
    nextLessonId: next?.id ?? null,
  };
}
