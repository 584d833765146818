import { DEFAULT_SETUP, type PlaygroundSetup } from './setup';
import { type LinkProblem, MOST_LINK_CHARACTERS, ownKeys, parseSetup } from './setup-link';
import { isTensorflowLink, parseTensorflowLink } from './tensorflow-link';

export interface OpenedLink {
  setup: PlaygroundSetup;
  problems: LinkProblem[];
  /** Whose link it is, where it is not ours. */
  from?: 'tensorflow';
}

/** What stands before the setup in a link of a lesson's step. */
const STEP = /^at=[^&]*&?/;
/** Characters that are looked at at all: a link may come with the words of a message around it. */
const MOST_CHARACTERS = 4 * MOST_LINK_CHARACTERS;

/** What was pasted, as it was before mail and chat programs had it: escaped, broken into lines, in brackets, in wide letters. */
function tidied(text: string): string {
  let link = text.normalize('NFKC').replaceAll('&amp;', '&');
  if (!link.includes('=') && /%3d/i.test(link)) {
    try {
      link = decodeURIComponent(link);
    } catch {
      // Broken escapes: then it names nothing, and that is what is told.
      return '';
    }
  }
  // The words of the message around it have no part that equals something.
  return link
    .split(/\s+/)
    .filter((word) => word.includes('='))
    .join('')
    .replace(/[>)\]"'」』。、.,;:!?]+$/, '');
}

/** The part that says the setup: after the last #, else after ?. */
function partOf(link: string): string {
  const mark = link.includes('#') ? '#' : '?';
  return link.slice(link.lastIndexOf(mark) + 1).replace(STEP, '');
}

/**
 * Opens whatever names a setup: a whole link or the part after #, of this lab, of a lesson, or of the TensorFlow Playground. Never
 * throws.
 * @param defaults what our own links leave out
 * @returns null where the text names no setup at all
 */
export function openLink(text: string, defaults: PlaygroundSetup = DEFAULT_SETUP): OpenedLink | null {
  if (text.length > MOST_CHARACTERS) return parseSetup(text, defaults);
  const part = partOf(tidied(text));
  if (isTensorflowLink(part)) return { ...parseTensorflowLink(part), from: 'tensorflow' };
  return ownKeys(part).length > 0 ? parseSetup(part, defaults) : null;
}
