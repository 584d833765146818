import { LEARNING_TERMS } from './learning-terms';
import { NETWORK_TERMS } from './network-terms';
import type { Term } from './term';
import { TRAINING_TERMS } from './training-terms';

/** Every term that a lesson can link to, by subject. */
export const GLOSSARY: readonly Term[] = [...LEARNING_TERMS, ...NETWORK_TERMS, ...TRAINING_TERMS];

const byId = new Map(GLOSSARY.map((term) => [term.id, term]));

/** The term with this id, or null. */
export function findTerm(id: string): Term | null {
  return byId.get(id) ?? null;
}
