import type { WordsOf } from './lesson-words';
import type { AnyLesson } from './registry';

/** The words of every lesson in one language. */
export type CurriculumWords = { readonly [Taught in AnyLesson as Taught['id']]: WordsOf<Taught> };
