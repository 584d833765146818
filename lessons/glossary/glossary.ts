import { LEARNING_TERMS } from './learning-terms';
import { NETWORK_TERMS } from './network-terms';
import type { Term } from './term';
import { TRAINING_TERMS } from './training-terms';

/** The terms by subject, in the order in which they are listed. */
export const GLOSSARY_SUBJECTS = [
  { subject: 'learning', terms: LEARNING_TERMS },
  { subject: 'network', terms: NETWORK_TERMS },
  { subject: 'training', terms: TRAINING_TERMS },
] as const satisfies readonly { subject: string; terms: readonly Term[] }[];

/** Every term that a lesson can link to. */
export const GLOSSARY: readonly Term[] = GLOSSARY_SUBJECTS.flatMap(({ terms }) => terms);

const byId = new Map(GLOSSARY.map((term) => [term.id, term]));

/** The term with this id, or null. */
export function findTerm(id: string): Term | null {
  return byId.get(id) ?? null;
}
