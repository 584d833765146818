import compile from 'icu-minify/compile';
import type { Messages } from '@/client/messages/en';
import type { Language } from '@/lessons/languages';
import { bindFormulas, bindValues } from './formula-blanks';
import { messagesOf } from './messages';

/**
 * Messages parsed ahead, on the server: next.config.js swaps use-intl's formatter for the one that only formats, so
 * that no ICU parser travels to the browser (9 kB of the landing page's budget). The shape is the same, each text
 * with arguments is an array; only use-intl looks inside. Lines break in no formula between a sign and its number, and not
 * between a value and the です behind it.
 */
const compiled = new Map<Language, Messages>();

/** All messages of one language, compiled; server only. */
export function compiledMessagesOf(language: Language): Messages {
  const known = compiled.get(language);
  if (known) return known;
  // Through JSON: the compiler's objects have no prototype, and those may not be passed to client components.
  const made = JSON.parse(JSON.stringify(compileTree(messagesOf(language)))) as Messages;
  compiled.set(language, made);
  return made;
}

function compileTree(node: unknown): unknown {
  if (typeof node === 'string') return compile(bindValues(bindFormulas(node)));
  return Object.fromEntries(Object.entries(node as object).map(([key, inner]) => [key, compileTree(inner)]));
}
