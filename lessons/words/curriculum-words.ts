import type { WordsOf } from '@/lessons/lesson-words';
import type { AnyLesson } from '@/lessons/registry';

/** The words of every lesson in one language. */
export type CurriculumWords = { readonly [Taught in AnyLesson as Taught['id']]: WordsOf<Taught> };
