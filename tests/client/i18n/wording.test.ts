import { describe, expect, test } from 'vitest';
import { messagesOf } from '@/client/i18n/messages';
import { GLOSSARY } from '@/lessons/glossary/glossary';
import type { Language } from '@/lessons/languages';
import { STANDARDS_WORDS } from '@/lessons/standards/words';
import { TEACHING_WORDS } from '@/lessons/teaching/words';
import { LESSON_WORDS } from '@/lessons/words/words';

/** Every text that people read, with where it stands. */
function textsIn(language: Language): [where: string, text: string][] {
  const found: [string, string][] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') found.push([path, value]);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, `${path}.${key}`);
  };
  walk(messagesOf(language), 'messages');
  walk(LESSON_WORDS[language], 'lessons');
  walk(TEACHING_WORDS[language], 'teaching');
  walk(STANDARDS_WORDS[language], 'standards');
  for (const { id, text } of GLOSSARY) walk(text[language], `glossary.${id}`);
  return found;
}

/** The texts in which a pattern occurs. */
const findIn = (language: Language, pattern: RegExp, but: (where: string) => boolean = () => false) =>
  textsIn(language).filter(([where, text]) => pattern.test(text) && !but(where));

/** Kana and kanji. */
const JAPANESE = 'ぁ-んァ-ヶー一-龠々';

/** One thing has one name, and one spelling. The glossary may name the other in its definition. */
const JAPANESE_VARIANTS: readonly [variant: RegExp, term: string][] = [
  [/モーメンタム/, 'モメンタム'],
  [/深層学習/, 'ディープラーニング'],
  [/特徴量/, '特徴'],
  [/更新の方法|最適化手法/, '更新の規則'],
  [/重み付き|重みつきの合計/, '重みつきの和'],
  [/合計 ?[z{]/, '和'],
  [/でたらめ|あてずっぽう/, 'ランダム (values), 当てずっぽう (answers)'],
  [/無作為/, 'ランダム'],
  [/[何各\d}]巡/, '周'],
  [/ベンチ|教材/, '実験台'],
  [/比べ/, 'くらべ'],
  [/ため(す|し[てた])/, '試す'],
  [/分か(る|り|ら)/, 'わかる'],
  [/まん中/, '真ん中'],
  [/掛け(る|て|た|ま|算|あ)/, 'かける, かけ算'],
  [/[0-9}](つ|行|列)め/, '目'],
  [/測った相手/, '測ったもの'],
  [/シグモイドの曲がり|出力の曲がり|シグモイドの急さ/, 'シグモイド, シグモイドの傾き'],
  [/小数 ?[\d{]+[^桁位]*桁/, '小数第3位'],
];

describe('Japanese', () => {
  test.each(JAPANESE_VARIANTS)('never says %s', (variant, term) => {
    expect(findIn('ja', variant), `the term is ${term}`).toEqual([]);
  });
  test('has no space between a number and its counter, where a line could break', () => {
    expect(findIn('ja', new RegExp(`[0-9%] [${JAPANESE}]`))).toEqual([]);
    expect(findIn('ja', new RegExp(`[${JAPANESE}] [0-9]`))).toEqual([]);
    expect(findIn('ja', /[}#] [つ個枚人回行列台歩倍件秒分本題問周層桁段組週]/)).toEqual([]);
  });
  test('has the punctuation of its script, and ranges with a wave dash', () => {
    expect(findIn('ja', new RegExp(`[${JAPANESE}」][?!:(]`))).toEqual([]);
    expect(findIn('ja', /\d~\d/)).toEqual([]);
    expect(findIn('ja', new RegExp(`\\}(: ?[{0-9${JAPANESE}]|\\([^)]*\\)(?! *=))`))).toEqual([]);
  });
  test('says “nearly” only of what was near: a value that was rounded too early', () => {
    expect(findIn('ja', /おしい/).map(([where]) => where)).toEqual([
      'messages.backpropagation.reason.rounded',
    ]);
  });
});

describe('English', () => {
  test('has one spelling', () => {
    expect(findIn('en', /\blearnt\b/)).toEqual([]);
    expect(findIn('en', /\bOptimi[sz]er\b/)).toEqual([]);
  });
  test('says what 13-year-olds who learn English can read', () => {
    const HARD =
      /finitely many|among equals|works off|leaf through|\bpart the|slopes? (of (L|the loss) )?by\b|loss by the (output|sum|weight)|last one away|\bat last,|holds each label/i;
    expect(findIn('en', HARD)).toEqual([]);
  });
});

test('a percent sign stands where the formatter of both languages puts it', () => {
  for (const language of ['en', 'ja'] as const) expect(findIn(language, /[\d}] %(?!\w)/)).toEqual([]);
});

test('who learns alone is not told of a class: what is dealt is dealt to everybody', () => {
  const BENCHES = /^(messages\.(perceptron|circuit|loss|descent|backpropagation)|lessons)\./;
  const elsewhere = (where: string) => !BENCHES.test(where);
  expect(
    findIn('en', /\b(dealt to )?your class\b/i, elsewhere).filter(
      ([, text]) => !/in a class|in your class, everybody/i.test(text),
    ),
  ).toEqual([]);
  expect(findIn('ja', /あなたのクラス|このクラスだけ|クラスで固定|クラスの勾配/, elsewhere)).toEqual([]);
});

test('a pixel’s number is its ink, as it is drawn: more is darker', () => {
  expect(findIn('en', /bright(ness)? (of )?(a |each )?pixel|brightness/)).toEqual([]);
  expect(findIn('ja', /明るさ/)).toEqual([]);
});
