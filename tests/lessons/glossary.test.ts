import { describe, expect, test } from 'vitest';
import { readMarkup } from '@/client/lesson/words/markup';
import { findTerm, GLOSSARY } from '@/lessons/glossary/glossary';
import { LANGUAGES } from '@/lessons/languages';
import { LESSONS } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';

/** The curriculum's own words, which every text uses. */
const TERMS: readonly [en: string, ja: string][] = [
  ['machine learning', '機械学習'],
  ['deep learning', 'ディープラーニング'],
  ['neural network', 'ニューラルネットワーク'],
  ['simple perceptron', '単純パーセプトロン'],
  ['input', '入力'],
  ['output', '出力'],
  ['weight', '重み'],
  ['threshold', '閾値'],
  ['bias', 'バイアス'],
  ['step function', 'ステップ関数'],
  ['activation function', '活性化関数'],
  ['classification', '分類'],
  ['epoch', 'エポック'],
  ['batch', 'バッチ'],
  ['loss function', '損失関数'],
  ['squared error', '二乗誤差'],
  ['cross-entropy', 'クロスエントロピー'],
  ['gradient', '勾配'],
  ['learning rate', '学習率'],
  ['stochastic gradient descent (SGD)', '確率的勾配降下法 (SGD)'],
  ['backpropagation', 'バックプロパゲーション（誤差逆伝播法）'],
  ['training data', '訓練データ'],
  ['test data', 'テストデータ'],
  ['accuracy', '正解率'],
  ['layer', '層'],
  ['unit', 'ユニット'],
  ['overfitting', '過学習'],
  ['model', 'モデル'],
];

describe('the glossary', () => {
  test('has the words of the curriculum, in both languages', () => {
    const pairs = GLOSSARY.map(({ text }) => `${text.en.name} = ${text.ja.name}`);
    expect(TERMS.map(([en, ja]) => `${en} = ${ja}`).filter((pair) => !pairs.includes(pair))).toEqual([]);
  });

  test('has every term once, under an id of its own', () => {
    const ids = GLOSSARY.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    for (const language of LANGUAGES) {
      const names = GLOSSARY.map(({ text }) => text[language].name);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(findTerm('no-such-term')).toBeNull();
  });

  test.each(GLOSSARY.map((term) => [term.id, term] as const))('explains %s plainly', (_, term) => {
    for (const language of LANGUAGES) {
      const { name, definition } = term.text[language];
      expect(name.trim()).not.toBe('');
      // One to three sentences, without marks: a definition stands in a small card.
      expect(definition.length).toBeGreaterThan(10);
      expect(definition.length).toBeLessThan(220);
      expect(definition).toMatch(language === 'ja' ? /。$/ : /\.$/);
      expect(readMarkup(definition)).toHaveLength(1);
    }
  });

  test.each(LANGUAGES)('explains every term where a lesson uses it, in %s', (language) => {
    const linked = new Set(
      LESSONS.flatMap((lesson) => [
        ...JSON.stringify(lessonIn(lesson, language)).matchAll(/\[\[([a-z0-9-]+)\|/g),
      ]).map(([, term]) => term),
    );
    expect(GLOSSARY.map(({ id }) => id).filter((id) => !linked.has(id))).toEqual([]);
  });

  test.each(LANGUAGES)('links every term at the step that first names it, in %s', (language) => {
    const steps = LESSONS.flatMap((lesson) =>
      lessonIn(lesson, language).steps.map(({ id, text: { lead, task, more, formula }, check }) => ({
        at: `${lesson.number} ${id}`,
        pieces: [
          lead,
          task,
          ...more,
          formula?.meaning ?? '',
          check?.question ?? '',
          ...(check?.reasons ?? []),
        ]
          .map(withoutReadings)
          .flatMap(readMarkup),
      })),
    );
    const late = GLOSSARY.flatMap(({ id, text }) => {
      // Beyond the name, what stands behind it in brackets explains it; a longer term may have it in its own link.
      const name = text[language].name.replace(/ ?[（(].*/, '');
      const named = language === 'en' ? new RegExp(`\\b${name}s?\\b`, 'i') : new RegExp(name);
      const first = steps.find(({ pieces }) =>
        pieces.some(({ term, text: piece }) => term === id || (term === null && named.test(piece))),
      );
      return first?.pieces.some(({ term }) => term === id) ? [] : [`${id}, at ${first?.at}`];
    });
    expect(late).toEqual([]);
  });
});

/** The words alone, where a reading stands over one. */
const withoutReadings = (text: string) => text.replace(/｜([^《]+)《[^》]+》/g, '$1');
