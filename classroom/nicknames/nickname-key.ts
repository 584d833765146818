import { skeleton } from './skeleton';

/** Blanks, hyphens and dots between letters: Anna-Lena is read as Anna Lena is. */
const SEPARATORS = /[\s\p{Pd}\p{Pc}.'’‘ʼ`·・]+/gu;
const BETWEEN_DIGITS = new RegExp(`(?<=\\p{N})${SEPARATORS.source}(?=\\p{N})`, 'gu');
/** A mark that no look consists of; it keeps 1-11 and 11-1 apart, and a number's digits from letters that look like them. */
const BOUND = '\u0001';

/**
 * What a nickname looks like: as it is shown, in small letters, and in capitals. Three looks, since one alone is wrong
 * either way: Ian and lan are the same as shown, Mika and MIKA only when case is put aside, and Ian and Lan never.
 */
export function nicknameKey(nickname: string): string {
  const text = nickname.replace(BETWEEN_DIGITS, BOUND);
  const numbers = apart(text);
  return [text, numbers.toLowerCase(), numbers.toUpperCase()].map(look).join('\n');
}

/** Whether two nicknames, by their keys, may not be in one class together. */
export function isSameNickname(key: string, other: string): boolean {
  const looks = key.split('\n');
  return other.split('\n').some((one, index) => one === looks[index]);
}

/** Without case 1 would be L: Anna 1 is not Anna L. Inside a word a digit stands for a letter (pau1). */
function apart(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])\p{N}+(?![\p{L}\p{N}])/gu, (digits) =>
    Array.from(digits, (digit) => `${BOUND}${digit}`).join(''),
  );
}

function look(text: string): string {
  return skeleton(text.replace(SEPARATORS, '') || text);
}
