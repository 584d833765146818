import type { PerLanguage } from '@/lessons/languages';
import type { CurriculumTeaching } from './curriculum-teaching';
import { words as en } from './en';
import { words as ja } from './ja';

/** The plans of every lesson in every language; for the server, which draws them. */
export const TEACHING_WORDS: PerLanguage<CurriculumTeaching> = { en, ja };
