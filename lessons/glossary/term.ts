import type { PerLanguage } from '@/lessons/languages';
import type { SUBJECTS } from './subjects';

export type TermId = (typeof SUBJECTS)[number]['terms'][number];

/** A word of the field, explained in one or two plain sentences. */
interface TermWords {
  readonly name: string;
  readonly definition: string;
}

/** The whole glossary in one language: one that lacks a term does not compile. */
export type GlossaryWords = Readonly<Record<TermId, TermWords>>;

/** A term in every language. */
export interface Term {
  readonly id: TermId;
  readonly text: PerLanguage<TermWords>;
}
