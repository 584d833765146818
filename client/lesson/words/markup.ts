/** A stretch of a lesson's words that looks and acts alike. */
export interface MarkupPiece {
  text: string;
  /** A term at its first use. */
  strong: boolean;
  /** Id of the glossary's term behind these words, or null. */
  term: string | null;
}

const LINK = /\[\[([^|\]]*)\|([^\]]*)\]\]/g;

/** Reads the two marks of a lesson's words: `**…**` and `[[term|words]]`, one inside the other too. Nothing else is markup. */
export function readMarkup(text: string): MarkupPiece[] {
  const pieces: MarkupPiece[] = [];
  text.split('**').forEach((part, index) => {
    const strong = index % 2 === 1;
    let at = 0;
    for (const match of part.matchAll(LINK)) {
      if (match.index > at) pieces.push({ text: part.slice(at, match.index), strong, term: null });
      pieces.push({ text: match[2]!, strong, term: match[1]! });
      at = match.index + match[0].length;
    }
    if (at < part.length) pieces.push({ text: part.slice(at), strong, term: null });
  });
  return pieces;
}

/** The words alone, without marks: for titles of buttons and for reading aloud. */
export function plainWords(text: string): string {
  return readMarkup(text)
    .map((piece) => piece.text)
    .join('');
}

/** What is wrong with a text's marks, or null: tests hold every lesson to it. */
export function markupProblem(text: string): string | null {
  const parts = text.split('**');
  if (parts.length % 2 === 0) return 'a ** is not closed';
  if (parts.some((part, index) => index % 2 === 1 && part.trim() === '')) return 'empty marks';
  const pieces = readMarkup(text);
  if (pieces.some((piece) => /\[\[|\]\]/.test(piece.text))) return 'a [[ is not closed, or has no |';
  if (pieces.some((piece) => piece.text.trim() === '' && piece.term !== null)) return 'empty marks';
  if (pieces.some((piece) => piece.term !== null && !/^[a-z][a-z0-9-]*$/.test(piece.term)))
    return 'a term is no id';
  return null;
}
