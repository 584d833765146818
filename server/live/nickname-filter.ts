import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import { normaliseNickname } from '@/protocol/nickname';
import { ANYWHERE, ENGLISH_WORDS, INNOCENT, WHOLE } from './nickname-words';

const english = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/**
 * Whether a nickname is fit for a classroom. A filter can only catch what is plainly meant: for the rest the teacher
 * renames or removes. It rather lets a doubtful name pass than refuses a child its own.
 */
export function isNicknameFit(nickname: string): boolean {
  const text = normaliseNickname(nickname);
  return isFitInEnglish(text) && isFitInJapanese(text);
}

function isFitInEnglish(text: string): boolean {
  const words = text.split(/\s+/u).filter((word) => !INNOCENT.some((name) => name.test(bareWord(word))));
  if ([...words, text].some((word) => ENGLISH_WORDS.has(bareWord(word)))) return false;
  if (english.hasMatch(words.join(' '))) return false;
  // Letters set apart (f u c k) are read together; whole words are not, or "pen is" would be refused.
  const spelled = text
    .split(/[\s\p{P}]+/u)
    .filter((word) => [...word].length <= 1)
    .join('');
  return spelled.length < 3 || !(english.hasMatch(spelled) || ENGLISH_WORDS.has(bareWord(spelled)));
}

function bareWord(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}]/gu, '');
}

function isFitInJapanese(text: string): boolean {
  const folded = foldKana(text);
  return !WHOLE.has(folded) && !ANYWHERE.some((word) => word.test(folded));
}

/** Katakana as hiragana, without blanks, marks and what lengthens a sound: ウ・ン・コー is うんこ. */
function foldKana(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ァ-ヶ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[\s\p{P}\p{S}ー〜]/gu, '');
}
