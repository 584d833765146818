import { skeleton } from './skeleton';

/** Signs that stand for a letter in disguises: 5h1t, @dmin. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  '€': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '7': 't',
  '+': 't',
  '8': 'b',
  '9': 'g',
};
const PARTS = /[\s\p{Pd}\p{Pc}.,;:'"’“”«»()[\]{}<>/\\|·・~^`…。、★☆♥♡]+/u;
/** With this many letters of its own a word is a word, and digits at its ends are a number (Student455). */
const LETTERS_OF_A_WORD = 3;

/** The words of a nickname: between blanks and punctuation, and within a word from one capital to the next. */
export function wordsOf(nickname: string): string[] {
  const words = nickname.split(PARTS).filter((word) => word !== '');
  const humps = words.flatMap((word) => word.split(/(?<=\p{Ll})(?=\p{Lu})/u));
  return [...new Set([...words, ...humps, ...spelledOut(words)])];
}

/** Letters that stand apart, read together: f u c k. */
function spelledOut(words: readonly string[]): string[] {
  const runs: string[] = [''];
  for (const word of words) {
    if (Array.from(word).length === 1) runs[runs.length - 1] += word;
    else runs.push('');
  }
  return runs.filter((run) => Array.from(run).length > 2);
}

/**
 * Every way to read a word that may be disguised: with signs that stand for letters, with letters drawn out, with marks that
 * mean nothing. Each is given as it looks, so that letters of another script deceive nobody; compare with `looksOf`.
 */
export function readingsOf(word: string): Set<string> {
  const number = word.match(/\p{L}/gu)?.length ?? 0;
  if (number === 0) return new Set();
  const core = number >= LETTERS_OF_A_WORD ? word.replace(/^\p{N}+|\p{N}+$|[!?]+$/gu, '') : word;
  const forms = new Set<string>();
  for (const letters of [core, Array.from(core, (sign) => STANDS_FOR[sign] ?? sign).join('')]) {
    for (const [pattern, by] of DRAWN_OUT) {
      const short = letters.replace(pattern, by);
      for (const form of [short, withoutAccents(short)]) for (const look of looksOf(form)) forms.add(look);
    }
  }
  return forms;
}

const DRAWN_OUT: readonly [RegExp, string][] = [
  [/$^/u, ''],
  [/(.)\1{2,}/giu, '$1$1'],
  [/(.)\1{2,}/giu, '$1'],
  [/([aeiou])\1+(?=.)/giu, '$1'],
];

/** Latin, Greek and Cyrillic letters without their accents; marks of other scripts are letters. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC');
}

/** How a word looks in small letters and in capitals; a word is another's disguise where one of the two is the same. */
export function looksOf(word: string): [string, string] {
  return [`a${skeleton(word.toLowerCase())}`, `A${skeleton(word.toUpperCase())}`];
}
