import type { PerLanguage } from '@/lessons/languages';
import { words as en } from './en';
import { words as ja } from './ja';
import type { StandardsWords } from './standards';

/** The words of all standards in every language. */
export const STANDARDS_WORDS: PerLanguage<StandardsWords> = { en, ja };
