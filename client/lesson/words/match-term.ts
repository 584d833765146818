import { READINGS } from '@/lessons/glossary/glossary';
import type { Term } from '@/lessons/glossary/term';
import { LANGUAGES } from '@/lessons/languages';
import { asRead } from '@/lessons/readings';

/** Whether a term's name in any language, as it is written or read, or its id, contains what was typed; widths and case do not matter. */
export function matchesTerm(term: Term, sought: string): boolean {
  const wanted = fold(sought);
  const names = LANGUAGES.flatMap((language) => {
    const { name } = term.text[language];
    return [name, asRead(name, READINGS[language])];
  });
  return wanted === '' || [term.id, ...names].some((name) => fold(name).includes(wanted));
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
