import type { CurriculumWords } from '@/lessons/curriculum-words';
import type { PerLanguage } from '@/lessons/languages';
import { words as en } from './en';
import { words as ja } from './ja';

/** The words of every lesson in every language; for the server, which gives a page those that it needs (written). */
export const LESSON_WORDS: PerLanguage<CurriculumWords> = { en, ja };
