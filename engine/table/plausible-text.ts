import type { Encoding } from './encodings';

/**
 * Characters that labels and headings are made of. In a wrong encoding the same bytes spell rare ones, so that a few hundred
 * common ones tell encodings apart that are valid all the same.
 */
const COMMON: Partial<Record<Encoding, ReadonlySet<string>>> = {
  shift_jis: new Set(
    '一二三四五六七八九十百千万円年月日時分秒回数点番号名前姓氏男女子父母人大中小高低長短重軽多少上下左右前後内外東西南北春夏秋冬朝昼夜今先' +
      '犬猫鳥魚馬牛羊豚兎鼠虎象猿熊鹿虫蝶花草木葉根茎実種果林森山川海池空雨雪風雲晴曇水火土金銀銅鉄石米麦茶酒肉卵野菜物動植類科属品目種別分類' +
      '赤青黄緑白黒紫茶色形状体身胸腹背首頭耳目口鼻手足指毛羽翼尾長幅厚径面積量度温湿気圧速力光音値差和平均率合計最初大体重身長記録測定実験結果' +
      '学校生徒組班教室国語算数理社会英音楽図工体育点正誤解答良悪可不優劣有無線曲直円角辺群型式例表列行番年齢性地域市区町村県都道府店商価格売' +
      '買費用件名本書紙車電話機械家族住所未定他計甲乙丙丁新旧古強弱早遅明暗開閉始終出入来行見食飲読書話聞作使学習訓練予測検証',
  ),
  gb18030: new Set(
    '的一是不了在人有我他这中大来上个国到说们为子和你地出会也时要就可以对生能而那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都' +
      '同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由' +
      '问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真' +
      '男女猫狗鸟鱼马牛羊猪兔鼠虎象猴熊花草树叶类别标签红黄蓝绿白黑色宽高低短轻编号姓数量值年龄温湿速率价格地区城市类型是否良好差甲乙丙丁春夏秋冬',
  ),
  big5: new Set(
    '的一是不了在人有我他這中大來上個國到說們為子和你地出會也時要就可以對生能而那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都' +
      '同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由' +
      '男女貓狗鳥魚馬牛羊豬兔鼠虎象猴熊花草樹葉類別標籤紅黃藍綠白黑色寬高低短輕編號姓名數量值年齡溫濕速率價格地區城市類型是否良好差甲乙丙丁春夏秋冬重蘋果香蕉橙梅雲雨晴陰',
  ),
  'euc-kr': new Set(
    '가각간갈감강개거건검게겨결경계고곡공과관광교구국군권귀그극금급기길김나남낮내너녀년노높는늘능다단달대더도동되두드등디라람래러레력로록류르를름' +
      '리린마만많말매머면명모목무문물미민바반발방배백번별보복본부북분불비빛빨사산상새색생서선설성세소속손수순술숫스시식신실심싸아악안않알암앙애야약' +
      '양어얼업에여역연열영예오온올와왕외요용우운울원월위유은을음의이인일입자작잔잘장재저적전절점정제조족종좋주준중즉증지직진집짓차참책천철청체초추춘' +
      '출충치친카코크큰타터토통트특티파판편평포표품프피필하학한할함합해행향현형호화확환활황회후훈흰개고양이새말소돼지닭곰토끼암수컷값높이길너비무게',
  ),
};
COMMON['euc-jp'] = COMMON.shift_jis!;

const isAsciiLetter = (char: string | undefined) => char !== undefined && /^[a-z]$/i.test(char);
const LATIN = /^[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f]$/;
const CYRILLIC = /^[\u0400-\u045f]$/;
const RUSSIAN = /^[А-Яа-яЁё]$/;
const KANA = /^[\u3041-\u3096\u30a1-\u30fa\u30fc]$/;
const HALF_KANA = /^[\uff66-\uff9f]$/;
const HANGUL = /^[\uac00-\ud7a3]$/;
const IDEOGRAPH = /^[\u4e00-\u9fff]$/;
const CJK_SIGN = /^[\u3000-\u303f\u30fb\uff01-\uff5e\u2103\u203b]$/;
/** What people write beside numbers and between Latin words. */
const SIGN = /^[°±²³µ½¼€£§©®«»¿¡·×\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2122\u00a0\u00ba\u00aa]$/;
const BROKEN = /^(?![\t\r\n])[\ufffd\p{Cc}\p{Co}]$/u;
const SINGLE_BYTE: readonly Encoding[] = ['windows-1252', 'windows-1250', 'windows-1251'];

/** How plausible a text is that was decoded so: the mean over its bytes that are not ASCII. Only comparable for the same bytes. */
export function plausibility(text: string, encoding: Encoding): number {
  const chars = [...text];
  let points = 0;
  let bytes = 0;
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i]!;
    if (char.charCodeAt(0) < 0x80 && !BROKEN.test(char)) continue;
    const wide = !SINGLE_BYTE.includes(encoding) && !HALF_KANA.test(char);
    bytes += wide ? 2 : 1;
    points += SINGLE_BYTE.includes(encoding) ? singleByte(chars, i, encoding) : multiByte(chars, i, encoding);
  }
  return bytes === 0 ? 0 : points / bytes;
}

function singleByte(chars: readonly string[], i: number, encoding: Encoding): number {
  const char = chars[i]!;
  if (BROKEN.test(char)) return -6;
  const beside = (test: (char: string | undefined) => boolean) => test(chars[i - 1]) || test(chars[i + 1]);
  if (encoding === 'windows-1251') {
    const inWord = beside((other) => CYRILLIC.test(other ?? '') || isAsciiLetter(other));
    if (!CYRILLIC.test(char)) return SIGN.test(char) && (!inWord || /[«»]/.test(char)) ? 0.3 : -1;
    // Capitals stand at the beginning of words.
    const capitalInside = /[А-Я]/.test(char) && /[а-я]/.test(chars[i - 1] ?? '');
    if (capitalInside || beside(isAsciiLetter)) return -2;
    if (!beside((other) => CYRILLIC.test(other ?? ''))) return 0.2;
    return RUSSIAN.test(char) ? 1.5 : 0.8;
  }
  if (LATIN.test(char)) {
    const capitalInside = /\p{Lu}/u.test(char) && /\p{Ll}/u.test(chars[i - 1] ?? '');
    if (capitalInside) return -1;
    // The most usual one of western words stands a little before a tie with the east of Europe.
    const usual = encoding === 'windows-1252' ? 1.6 : 1.5;
    return asciiShare(chars, i) >= 1 / 3 ? usual : -0.8;
  }
  if (SIGN.test(char))
    return isAsciiLetter(chars[i - 1]) && isAsciiLetter(chars[i + 1]) && !/[’·]/.test(char) ? -1 : 0.7;
  return -0.8;
}

/** Share of plain letters in the word around a place. */
function asciiShare(chars: readonly string[], at: number): number {
  const letter = (char: string | undefined) => isAsciiLetter(char) || LATIN.test(char ?? '');
  let from = at;
  let to = at;
  while (letter(chars[from - 1])) from--;
  while (letter(chars[to + 1])) to++;
  const word = chars.slice(from, to + 1);
  return word.filter(isAsciiLetter).length / word.length;
}

/** Half-width kana in a word; one alone, or in an order that no word has, is another encoding's letter. */
function halfKana(before: string | undefined, char: string, after: string | undefined): number {
  const [follows, leads] = [HALF_KANA.test(before ?? ''), HALF_KANA.test(after ?? '')];
  if (!follows && !leads) return -1.5;
  const small = /[ｧ-ｯ]/;
  if (/[ﾞﾟ]/.test(char) && !/[ｳｶ-ﾄﾊ-ﾎ]/.test(before ?? '')) return -3;
  if (small.test(char) && (!follows || small.test(before!))) return -3;
  return 1.2;
}

function multiByte(chars: readonly string[], i: number, encoding: Encoding): number {
  const char = chars[i]!;
  if (BROKEN.test(char)) return encoding === 'utf-8' ? -8 : -12;
  const [before, after] = [chars[i - 1], chars[i + 1]];
  const betweenLetters = (isAsciiLetter(before) ? 1 : 0) + (isAsciiLetter(after) ? 1 : 0);
  const wedged = betweenLetters === 2 ? -6 : betweenLetters === 1 ? -1.5 : 0;
  // What is valid there is so by rules that no other encoding's text follows by chance.
  if (encoding === 'utf-8') return 4;
  const japanese = encoding === 'shift_jis' || encoding === 'euc-jp';
  if (HALF_KANA.test(char)) {
    return encoding === 'shift_jis' ? halfKana(before, char, after) : -1.5;
  }
  if (COMMON[encoding]?.has(char)) return 3.4 + wedged;
  if (KANA.test(char)) return (japanese ? 3 : -2) + wedged;
  if (HANGUL.test(char)) return (encoding === 'euc-kr' ? 1 : -2) + wedged;
  if (IDEOGRAPH.test(char)) return (encoding === 'euc-kr' ? -1 : 0.8) + wedged;
  return (CJK_SIGN.test(char) ? 1.5 : -2) + wedged;
}
