/**
 * What was typed for a room code while the keyboard wrote another script: read back to the Latin keys.
 */

const VOWELS = 'AIUEO';
/** Kana by the consonant that a romaji input method makes them of, in the order A I U E O. */
const ROWS: Readonly<Record<string, string>> = {
  '': 'あいうえお',
  K: 'かきくけこ',
  S: 'さしすせそ',
  T: 'たち＿てと',
  N: 'なにぬねの',
  H: 'はひ＿へほ',
  M: 'まみむめも',
  Y: 'や＿ゆ＿よ',
  R: 'らりるれろ',
  W: 'わ＿＿＿を',
  G: 'がぎぐげご',
  Z: 'ざじずぜぞ',
  D: 'だぢづでど',
  B: 'ばびぶべぼ',
  P: 'ぱぴぷぺぽ',
  V: '＿＿ゔ＿＿',
  X: 'ぁぃぅぇぉ',
};
/** Of two keys in one way alone, or nearly. */
const PAIRS: Readonly<Record<string, string>> = {
  ふぁ: 'FA',
  ふぇ: 'FE',
  ゔぁ: 'VA',
  ゔぇ: 'VE',
  うぇ: 'WE',
  くぁ: 'QA',
  くぇ: 'QE',
  じゃ: 'JA',
  じゅ: 'JU',
  じぇ: 'JE',
  てゃ: 'THA',
  てゅ: 'THU',
  でゃ: 'DHA',
  でゅ: 'DHU',
  つぁ: 'TSA',
  つぇ: 'TSE',
};
const ANY_PAIR = new RegExp(Object.keys(PAIRS).join('|'), 'gu');
/** With a small ya or yu: KYA, without the I of the kana alone. しゃ and ちゃ are typed in two ways. */
const BEFORE_SMALL_Y: Readonly<Record<string, string>> = {
  き: 'KY',
  に: 'NY',
  ひ: 'HY',
  み: 'MY',
  り: 'RY',
  ぎ: 'GY',
  び: 'BY',
  ぴ: 'PY',
  ぢ: 'DY',
};
const KANA = new Map(
  Object.entries(ROWS).flatMap(([consonant, kana]) =>
    Array.from(kana, (letter, index) => [letter, consonant + VOWELS[index]!] as const),
  ),
);
KANA.delete('＿');

/** Keys of the Korean layout (two sets), by the letters as Unicode takes a syllable apart. */
const INITIALS = 'R R S E E F A Q Q T T D W W C Z X V G'.split(' ');
const MEDIALS = 'K O I O J P U P H HK HO HL Y N NJ NP NL B M ML L'.split(' ');
const FINALS = 'R R RT S SW SG E F FR FA FQ FT FX FV FG A Q QT T T D W C Z X V G'.split(' ');

/** Where the Latin letters are on a Russian (Ukrainian) and on a Greek keyboard. */
const CYRILLIC = keys('ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬІ', 'QWERTYUIOPASDFGHJKLZXCVBNMS');
const GREEK = keys('ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ', 'ERTYUIOPASDFGHJKLZXCVBNM');
/** Letters that somebody may have typed for what they look like. */
const ALIKE_CYRILLIC = keys('АВЕКМНРСТУХ', 'ABEKMHPCTYX');
const ALIKE_GREEK = keys('ΑΒΕΖΗΚΜΝΡΤΥΧ', 'ABEZHKMNPTYX');

function keys(letters: string, latin: string): ReadonlyMap<string, string> {
  return new Map(Array.from(letters, (letter, index) => [letter, latin[index]!]));
}

/** The Latin letters that were typed; null where more than one thing may have been. */
export function readKeys(typed: string): string | null {
  const text = typed.normalize('NFKC').toUpperCase();
  const read = fromKana(fromHangul(fromLayout(text)));
  return /[^\p{ASCII}\p{P}\p{S}\s]/u.test(read) ? null : read;
}

function fromLayout(text: string): string {
  for (const [script, layout, alike] of [
    [/\p{Script=Cyrillic}/gu, CYRILLIC, ALIKE_CYRILLIC],
    [/\p{Script=Greek}/gu, GREEK, ALIKE_GREEK],
  ] as const) {
    const letters = text.match(script);
    if (!letters) continue;
    // АВС is what somebody wrote who saw ABC; with any other letter it was the layout.
    const map = letters.every((letter) => alike.has(letter)) ? alike : layout;
    return text.replace(script, (letter) => map.get(letter) ?? letter);
  }
  return text;
}

function fromHangul(text: string): string {
  if (!/\p{Script=Hangul}/u.test(text)) return text;
  return Array.from(text.normalize('NFD'), (letter) => {
    const code = letter.codePointAt(0)!;
    return INITIALS[code - 0x1100] ?? MEDIALS[code - 0x1161] ?? FINALS[code - 0x11a8] ?? letter;
  }).join('');
}

function fromKana(text: string): string {
  if (!/[\u3041-\u30ff]/u.test(text)) return text;
  const kana = text.replace(/[ァ-ヶ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
  // SHA and SYA, CHE and TYE look the same.
  if (/[しち][ぇゃゅょ]/u.test(kana)) return text;
  return kana
    .replace(ANY_PAIR, (pair) => PAIRS[pair]!)
    .replace(
      /([きにひみりぎびぴぢ])([ゃゅ])/gu,
      (_, first, small) => BEFORE_SMALL_Y[first] + (small === 'ゃ' ? 'A' : 'U'),
    )
    .replace(/[ぁ-ゔ]/gu, (letter) => KANA.get(letter) ?? letter)
    .replace(/っ([A-Z])/gu, '$1$1')
    .replace(/ん/gu, 'N')
    .replace(/ー/gu, '-');
}
