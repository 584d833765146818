import { LIMITS } from './limits';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Signs that are as good as a blank: they take up room and show nothing. */
const BLANK = /[\s\u2800\u{13441}\u{13442}\u{16fe4}\u{1d159}]+/gu;
/** Written with a joiner: in Indic scripts after a virama, in Arabic ones between letters. It shows, so it stays. */
const JOINER =
  /(?<=[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca])[\u200c\u200d](?=\p{L})|(?<=\p{Script=Arabic})\u200c(?=\p{Script=Arabic})/u;
/** What nobody can see: control, format and private signs, and all that by Unicode may be left out where it is shown. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufffc]/u;
/** A sign that is shown as an emoji, not as text. */
const EMOJI_STYLE = /(?<=\p{Extended_Pictographic})\ufe0f/u;
const INVISIBLE = new RegExp(`(?!${JOINER.source}|${EMOJI_STYLE.source})${UNSEEN.source}`, 'gu');
/** Marks with no letter before them to stand on. */
const LOOSE_MARKS = /(?<=^|\s)[\p{Mn}\p{Me}]+/gu;

/** What somebody typed, in this form of Unicode: nothing that nobody can see, blanks folded to one, no mark without a letter. */
export function withoutUnseen(typed: string, form: 'NFC' | 'NFKC'): string {
  return typed
    .normalize(form)
    .replace(BLANK, ' ')
    .replace(INVISIBLE, '')
    .replace(LOOSE_MARKS, '')
    .normalize(form)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A nickname as it is kept and shown. */
export function normaliseNickname(typed: string): string {
  return withoutUnseen(typed, 'NFKC');
}

/** Length in graphemes, as a person counts. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** Whether a normalised nickname has 1 to 20 graphemes, among them a letter, digit or symbol, and no pile of marks. */
export function isNickname(nickname: string): boolean {
  if (nickname.length > LIMITS.nicknameUnits || !/[\p{L}\p{N}\p{S}]/u.test(nickname)) return false;
  if (/\p{M}{4,}/u.test(nickname)) return false;
  const length = countGraphemes(nickname);
  return length >= 1 && length <= LIMITS.nicknameGraphemes;
}
