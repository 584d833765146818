import type { Language } from '@/lessons/languages';
import { findLesson, LESSONS } from '@/lessons/registry';
import { textIn } from '@/lessons/written';

/** The lesson that comes next in the curriculum, as a report names it. */
export interface NextLesson {
  number: number;
  title: string;
  question: string;
}

/** After this lesson; null: it is the last, or one that this version does not know. For the server, which has all lessons. */
export function nextLesson(lessonId: string, language: Language): NextLesson | null {
  const lesson = findLesson(lessonId);
  const next = lesson && LESSONS.find(({ number }) => number === lesson.number + 1);
  if (!next) return null;
  const { title, question } = textIn(next, language);
  return { number: next.number, title, question };
}
