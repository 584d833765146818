import type { Language } from '@/lessons/languages';
import { findLesson } from '@/lessons/registry';
import { textIn } from '@/lessons/written';
import type { PastClass } from './review-data';

/** A class as the store lists it (server/store/store: ClassListing), which the browser's side may not import. */
interface Listed extends Omit<PastClass, 'at' | 'lessonTitle'> {
  lessonId: string;
  createdAt: number;
  startedAt: number | null;
  endedAt: number | null;
}

/** The row of a class in a list: when it began, or was made where it never began. For the server, which has all lessons. */
export function pastClass(listed: Listed, language: Language): PastClass {
  const { createdAt, startedAt, endedAt: _, lessonId, ...rest } = listed;
  const lesson = findLesson(lessonId);
  const lessonTitle = lesson && textIn(lesson, language).title;
  return { ...rest, lessonTitle, at: startedAt ?? createdAt };
}
