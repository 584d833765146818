import type { PerLanguage } from '@/lessons/languages';
import type { WordsOf } from '@/lessons/lesson-words';
import type { AnyLesson } from '@/lessons/registry';
import { words as en } from './en';
import { words as ja } from './ja';

/** The words of every lesson in one language. */
export type CurriculumWords = { readonly [Taught in AnyLesson as Taught['id']]: WordsOf<Taught> };

/** The words of every lesson in every language; for the server, which gives a page those that it needs (written). */
export const LESSON_WORDS: PerLanguage<CurriculumWords> = { en, ja };
