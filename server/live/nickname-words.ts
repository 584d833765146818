/** Words of the nickname filter that are ours: short, hand-picked, for a classroom. */

/** Names of people, places and things in which the English list sees something else. Whole words, lower case. */
export const INNOCENT: readonly RegExp[] = [
  /^fuk[aio][a-z]*$/,
  /^fuku([bcdghimnostyz][a-z]*)?$/,
  /^bitch(u|uu)$/,
  /^[a-z]*shita(ke)?$/,
  /^shiita(ke)?$/,
  /^(har|a|ak|mi|ro|rak|dak|pari|lak|sak)shith?a?$/,
  /^anushka$/,
  /^anal[iy][a-z]+$/,
  /^dick(son|inson|ens|erson|ey)?$/,
  /^(cumin|cummings?|cumming|cumberland)$/,
  /^(fagan|fagin|fagundes)$/,
  /^penist(on|one)$/,
  /^pussycat$/,
  /^(van)?dyke$/,
  /^bich(ngoc)?$/,
  /^twatt$/,
  /^rapee(pat|pan|phan)?$/,
  /^scunthorpe$/,
  /^(es|sus|middle)sex$/,
];

/** English words that the list lacks; whole words only (Nazia and Nazir are names). */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set([
  'nazi',
  'nazis',
  'hitler',
  'stfu',
  'wtf',
  'kys',
  'killyourself',
]);

/** Japanese, wherever it stands; in hiragana and kanji, without what lengthens a sound. */
export const ANYWHERE: readonly RegExp[] = [
  /死ね/u,
  /氏ね/u,
  /タヒね|たひね/u,
  /殺す|殺して|殺し屋|ぶっ?ころす|ころしてやる/u,
  /強姦|輪姦|売春|淫乱|淫行|自殺しろ/u,
  /(?<!ぱ)ちんこ(?!ろ)/u,
  /ちんぽ(?!ん|じ)/u,
  /おまんこ/u,
  /おなにい?|せっくす|ふぇらちお|きんたま|金玉/u,
  /うんこ(?!う)|うんち(?!く|ん)/u,
  /きちがい|気違い|基地外/u,
  /くそやろう|糞野郎|くたばれ/u,
];

/** Japanese, only as the whole nickname: inside others these are harmless (コロンブス, しねま, グレイプ). */
export const WHOLE: ReadonlySet<string> = new Set([
  'しね',
  'ころす',
  'まんこ',
  'ちんちん',
  'れいぷ',
  'ぶす',
  'でぶ',
  'くそ',
  '糞',
  'うざい',
  'きもい',
  'ぱいぱい',
  'えっち',
  'やりまん',
  'びっち',
  'ひとらあ',
  'ひとら',
  'なち',
  'がいじ',
  '池沼',
  '変態',
  'へんたい',
]);
