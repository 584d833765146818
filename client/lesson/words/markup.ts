/** A stretch of a lesson's words that looks and acts alike. */
export interface MarkupPiece {
  text: string;
  /** A term at its first use. */
  strong: boolean;
  /** Id of the glossary's term behind these words, or null. */
  term: string | null;
  /** How parts of it are said, in the order in which they stand; left out: nobody needs to be told. */
  readings?: readonly Reading[];
}

/** The kana over some characters of a piece. */
interface Reading {
  from: number;
  to: number;
  kana: string;
}

const LINK = /\[\[([^|\]]*)\|([^\]]*)\]\]/g;

const READ = /｜([^｜《》]+)《([^｜《》]+)》/g;

/**
 * Reads the marks of a lesson's words: `**…**` and `[[term|words]]`, one inside the other too, and in both `｜word《reading》`, which
 * lessons/readings puts in. Nothing else is markup.
 */
export function readMarkup(text: string): MarkupPiece[] {
  const pieces: MarkupPiece[] = [];
  text.split('**').forEach((part, index) => {
    const strong = index % 2 === 1;
    let at = 0;
    for (const match of part.matchAll(LINK)) {
      if (match.index > at) pieces.push({ ...read(part.slice(at, match.index)), strong, term: null });
      pieces.push({ ...read(match[2]!), strong, term: match[1]! });
      at = match.index + match[0].length;
    }
    if (at < part.length) pieces.push({ ...read(part.slice(at)), strong, term: null });
  });
  return pieces;
}

/** Words without their readings, and where these belong. */
function read(marked: string): Pick<MarkupPiece, 'text' | 'readings'> {
  let text = '';
  let at = 0;
  const readings: Reading[] = [];
  for (const match of marked.matchAll(READ)) {
    text += marked.slice(at, match.index);
    readings.push({ from: text.length, to: text.length + match[1]!.length, kana: match[2]! });
    text += match[1]!;
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), ...(readings.length > 0 && { readings }) };
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
