import { handwrittenDigits } from './handwritten-digits/lesson';
import type { Lesson } from './lesson';

/** Every lesson, in the order of the curriculum. A new one is a folder and a row here. */
export const LESSONS: readonly Lesson[] = [handwrittenDigits];

/** The lesson with this id, or null. */
export function findLesson(id: string): Lesson | null {
  return LESSONS.find((lesson) => lesson.id === id) ?? null;
}
