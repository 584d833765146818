import { inEachLanguage, type PerLanguage } from '@/lessons/languages';
import type { Readings } from '@/lessons/readings';
import { words as en, readings as enReadings } from './en';
import { words as ja, readings as jaReadings } from './ja';
import { SUBJECTS } from './subjects';
import type { GlossaryWords, Term, TermId } from './term';

const WORDS: PerLanguage<GlossaryWords> = { en, ja };

/** How hard words are said, by language. */
export const READINGS: PerLanguage<Readings> = { en: enReadings, ja: jaReadings };

const term = (id: TermId): Term => ({ id, text: inEachLanguage((language) => WORDS[language][id]) });

/** The terms by subject, in the order in which they are listed. */
export const GLOSSARY_SUBJECTS = SUBJECTS.map(({ subject, terms }) => ({ subject, terms: terms.map(term) }));

/** Every term that a lesson can link to. */
export const GLOSSARY: readonly Term[] = GLOSSARY_SUBJECTS.flatMap(({ terms }) => terms);

const byId = new Map<string, Term>(GLOSSARY.map((each) => [each.id, each]));

/** The term with this id, or null. */
export function findTerm(id: string): Term | null {
  return byId.get(id) ?? null;
}
