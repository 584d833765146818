import { readKeys } from './other-keyboards';

/** A link into a class, alone or in a sentence; also of the teacher's pages, whose address somebody copied. */
const IN_LINK = /\/(?:join|class|screen|live)\/([^\s/?#]+)/iu;
const LINK = /^\s*https?:\/\/[^\s/]+\/([^\s/?#]+)\/?\s*$/iu;

/**
 * What stands in the field for a room code, understood: the code of a link, Latin keys for letters of another script. Null where
 * more than one thing may have been typed. Loaded when `needsUnderstanding` first says so.
 */
export function understandTyped(typed: string): string | null {
  const [, coded] = IN_LINK.exec(typed) ?? LINK.exec(typed) ?? [];
  const text = coded === undefined ? typed : decoded(coded);
  return /[^\p{Script=Latin}\P{L}]/u.test(text.normalize('NFKC')) ? readKeys(text) : text;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
