import { looksOf, readingsOf, withoutAccents, wordsOf } from '@/classroom/nicknames/spellings';
import { normaliseNickname } from '@/protocol/nickname';
import {
  ALONE,
  EAST_ASIAN_ALONE,
  EAST_ASIAN_WITHIN,
  JAPANESE_ALONE,
  JAPANESE_WITHIN,
  WITHIN,
  WORDS,
} from './nickname-words';

/** From this length on a word is known without its accents, too (enculé); a shorter one may be another word (lồn, piç). */
const LONG = 5;
const looks = (words: readonly string[]) =>
  new Set(words.flatMap((word) => [word, word.length < LONG ? word : withoutAccents(word)]).flatMap(looksOf));
const WORD_LOOKS = looks(WORDS);
const ALONE_LOOKS = looks(ALONE);
/** `looksOf` marks small letters and capitals by the first sign. */
const within = (letterCase: string) => {
  const found = [...looks(WITHIN)].filter((look) => look.startsWith(letterCase));
  return new RegExp(`^${letterCase}.*(?:${found.map((look) => look.slice(1)).join('|')})`, 'u');
};
const WITHIN_LOOKS = [within('a'), within('A')];
/** What somebody writes for a letter of a word without saying it: f*ck. */
const LEFT_OUT = /[*#]/gu;

/**
 * Whether a nickname is fit for a classroom. A filter can only catch what is plainly meant: for the rest the teacher
 * renames or removes. It rather lets a doubtful name pass than refuses a child its own.
 */
export function isNicknameFit(nickname: string): boolean {
  const text = normaliseNickname(nickname);
  return isFitAsWords(text) && isFitInJapanese(text) && isFitInEastAsia(text);
}

function isFitAsWords(text: string): boolean {
  const whole = text.replace(/[^\p{L}\p{M}\p{N}@!$*#+€]/gu, '');
  const words = wordsOf(text);
  if (words.some((word) => hasReading(word, WORD_LOOKS) || isLeftOut(word))) return false;
  if (hasReading(whole, ALONE_LOOKS)) return false;
  return ![...words, whole].some(hasWithin);
}

function hasReading(word: string, list: ReadonlySet<string>): boolean {
  for (const reading of readingsOf(word)) if (list.has(reading)) return true;
  return false;
}

function hasWithin(word: string): boolean {
  for (const reading of readingsOf(word)) if (WITHIN_LOOKS.some((look) => look.test(reading))) return true;
  return false;
}

/** A word with a sign in place of a letter, when only an unfit one can be meant. */
function isLeftOut(word: string): boolean {
  const gaps = word.match(LEFT_OUT)?.length ?? 0;
  if (gaps === 0 || gaps > 2 || word.length - gaps < 2) return false;
  const pattern = new RegExp(
    `^${word
      .toLowerCase()
      .replace(/[^\p{L}\p{N}*#]/gu, '')
      .replace(LEFT_OUT, '.')}$`,
    'u',
  );
  return WORDS.some((unfit) => pattern.test(unfit));
}

function isFitInJapanese(text: string): boolean {
  const folded = foldKana(text);
  return !JAPANESE_ALONE.has(folded) && !JAPANESE_WITHIN.some((word) => word.test(folded));
}

function isFitInEastAsia(text: string): boolean {
  const bare = text.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '');
  return !EAST_ASIAN_ALONE.has(bare) && !EAST_ASIAN_WITHIN.some((word) => word.test(bare));
}

/** Katakana as hiragana, without blanks, marks and what lengthens a sound: ウ・ン・コー is うんこ. */
function foldKana(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ァ-ヶ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[\s\p{P}\p{S}ー〜]/gu, '');
}
