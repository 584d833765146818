import { chosenSteps } from '@/lessons/chosen-steps';
import type { Language } from '@/lessons/languages';
import { findLesson } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';
import type { Advice, GroupReportLesson } from '@/protocol/report';
import { type AdviceWords, adviceWords } from './question-words';

/** A lesson of a group as its report names it. */
export interface NamedLesson extends Omit<GroupReportLesson, 'advice'> {
  /** Null where this version does not know the lesson. */
  title: string | null;
  advice: readonly { advice: Advice; words: AdviceWords }[];
}

/** Lessons in one language. For the server, which has all of them: the page is given no more words than it shows. */
export function namedLessons(lessons: readonly GroupReportLesson[], language: Language): NamedLesson[] {
  return lessons.map(({ advice, ...lesson }) => {
    const known = findLesson(lesson.lessonId);
    const whole = known && lessonIn(known, language);
    const written = whole && { ...whole, steps: chosenSteps(whole.steps, lesson.steps) };
    return {
      ...lesson,
      title: written?.text.title ?? null,
      advice: advice.map((one) => ({ advice: one, words: adviceWords(written, one) })),
    };
  });
}
