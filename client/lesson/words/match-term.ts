import type { Term } from '@/lessons/glossary/term';

/** Whether a term's name in any language, or its id, contains what was typed; widths and case do not matter. */
export function matchesTerm(term: Term, sought: string): boolean {
  const wanted = fold(sought);
  return (
    wanted === '' ||
    [term.id, ...Object.values(term.text).map(({ name }) => name)].some((name) => fold(name).includes(wanted))
  );
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
