import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindFormula, bindFormulas } from '@/client/i18n/formula-blanks';
import { messagesOf } from '@/client/i18n/messages';
import { bindBlanks, endsOfPhrases, phrasesOf, withBreaks } from '@/client/i18n/phrases';
import { plainWords } from '@/client/lesson/words/markup';
import { LESSONS } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';

function textsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return node !== null && typeof node === 'object' ? Object.values(node).flatMap(textsIn) : [];
}
const KANA = /[\u3041-\u30ff]/;
const LESSON_TEXTS = [
  ...new Set(LESSONS.flatMap((lesson) => textsIn(lessonIn(lesson, 'ja'))).map(plainWords)),
].filter((text) => KANA.test(text));
const MESSAGES = textsIn(messagesOf('ja')).filter((text) => KANA.test(text));

/** What counts and measures are called behind a number. */
const COUNTER =
  'つ|個|枚|人|回|本|台|行|列|歩|問|点|色|層|通|組|倍|桁|秒|分|時間|日|週|巡|件|位|段|種|匹|字|ステップ|エポック|ユニット|ピクセル|クラス|パーセント|ポイント|ミリ秒|ページ|セル|ラウンド';

describe('phrases of Japanese', () => {
  it('end with their particles and endings, at brackets and at punctuation', () => {
    const broken = (text: string) => phrasesOf(text).join('|');
    expect(broken('どれだけ間違っているかを調べます。')).toBe('どれだけ|間違っているかを|調べます。');
    expect(broken('例がかたよっていると、どうなりますか？')).toBe('例が|かたよっていると、|どうなりますか？');
    expect(broken('重みは全部で25,450個あります。')).toBe('重みは|全部で|25,450個あります。');
    expect(broken('XORを3つのユニットで作る')).toBe('XORを|3つの|ユニットで|作る');
    expect(broken('いつも「犬」と答える')).toBe('いつも|「犬」と|答える');
    expect(broken('4つの組み合わせを取り出して、役に立つか見ます')).toBe(
      '4つの|組み合わせを|取り出して、|役に立つか|見ます',
    );
    expect(broken('次に1か所だけ変えて、数か月待つ')).toBe('次に|1か所だけ|変えて、|数か月待つ');
    expect(broken('消しゴムを使い、その他のひし形を描く')).toBe('消しゴムを|使い、|その他のひし形を|描く');
    expect(phrasesOf('A step in English, of x₁ and θ.')).toHaveLength(1);
  });

  it('a particle stays with the sign or the name before it', () => {
    expect(bindBlanks('和が θ 以上なら y は 1')).toBe('和が θ 以上なら y\u00a0は 1');
    expect(withBreaks('閾値 θ とくらべる')).toBe('閾値 θ\u00a0と\u200bくらべる');
    expect(withBreaks('95%になるまで訓練する')).toBe('95%\u2060になるまで\u200b訓練する');
    expect(withBreaks('You want ∂L/∂w₁, or dL/dw, and/or down')).toBe(
      'You want ∂L/\u2060∂w₁, or dL/\u2060dw, and/or down',
    );
  });

  it('no number comes apart from its sign, nor a short name from what is said of it; longer formulas go on before a sign', () => {
    const bound = (text: string) => bindFormulas(text).replaceAll('\u00a0', '_');
    expect(bound('ボールは w = 3から始まる。')).toBe('ボールは w_=_3から始まる。');
    expect(bound('w₁ = 0, w₂ = −1 and θ = {value}')).toBe('w₁_=_0, w₂_=_−1 and θ_=_{value}');
    expect(bound('28 × 28 = 784 numbers')).toBe('28 ×_28 =_784 numbers');
    expect(bound('w − 0.1 · (−2) = w + 0.2')).toBe('w −_0.1 ·_(−2) =_w +_0.2');
    expect(bound('inputs × units + biases')).toBe('inputs ×_units + biases');
    expect(bound('傾き × 学習率だけ進む')).toBe('傾き ×_学習率だけ進む');
    expect(bound('{n, plural, =0 {none} other {# rows}}')).toBe('{n, plural, =0 {none} other {# rows}}');
    expect(bindFormula('v ← 0.9 v + g').replaceAll('\u00a0', '_')).toBe('v_←_0.9_v +_g');
  });

  it('are the text, in every lesson, and none is much longer than a line beside the bench', () => {
    for (const text of LESSON_TEXTS) {
      const phrases = phrasesOf(text);
      expect(phrases.join('')).toBe(text);
      for (const phrase of phrases.flatMap((one) => one.split(' ')))
        expect(phrase.length, phrase).toBeLessThan(18);
    }
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'今日はをが3つ、「」。ーァ々θ AZ漢字') }), (text) => {
        if (phrasesOf(text).join('') !== text) throw new Error(text);
      }),
    );
  });

  it('in every lesson and message: no line breaks inside a word, as the dictionary of the runtime has words', () => {
    const words = new Intl.Segmenter('ja', { granularity: 'word' });
    // Behind は, を, が, に and て the dictionary often takes particle and verb for one word.
    const particle = /[はをがにて]$/;
    // What is put into a message comes before it is broken.
    const plain = MESSAGES.filter((text) => !/[{<#]/.test(text));
    const found = [...LESSON_TEXTS, ...plain].flatMap((text) => {
      const starts = new Set([...words.segment(text)].map(({ index }) => index));
      return [...endsOfPhrases(text)]
        .filter((end) => !starts.has(end) && !particle.test(text.slice(0, end)))
        .map((end) => `${text.slice(Math.max(0, end - 4), end)}|${text.slice(end, end + 4)}`);
    });
    // その|間, 上|と下 and ない|とき are words that the dictionary cuts amiss; no others.
    expect(found.filter((cut) => !/その\||上と\||せんが\||ない\|とき|いる\|かもし/.test(cut))).toEqual([]);
  });

  it('in every text, messages too: nothing stands between a number and its counter, and no phrase ends there', () => {
    const apart = new RegExp(`[0-9#}][ \u00a0\u3000](?:${COUNTER})`);
    expect([...LESSON_TEXTS, ...MESSAGES].filter((text) => apart.test(text))).toEqual([]);
    const counted = new RegExp(`^(?:${COUNTER})`);
    for (const text of [...LESSON_TEXTS, ...MESSAGES])
      for (const end of endsOfPhrases(text))
        expect(/[0-9]$/.test(text.slice(0, end)) && counted.test(text.slice(end)), text).toBe(false);
  });
});
