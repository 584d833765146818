import { describe, expect, it } from 'vitest';
import { plainWords, readMarkup } from '@/client/lesson/words/markup';
import { READINGS } from '@/lessons/glossary/glossary';
import { LANGUAGES } from '@/lessons/languages';
import type { LessonWords } from '@/lessons/lesson-words';
import { asRead, withReadings } from '@/lessons/readings';
import { LESSONS } from '@/lessons/registry';
import { LESSON_WORDS } from '@/lessons/words/words';
import { lessonIn } from '@/lessons/written';

describe('readings of hard words', () => {
  it('stand over a word once, in links too, and are no part of what the text says', () => {
    const seen = new Set<string>();
    const marked = withReadings('**[[threshold|閾値]]**は閾値です。', READINGS.ja, seen);
    expect(marked).toBe('**[[threshold|｜閾値《しきいち》]]**は閾値です。');
    expect(withReadings('閾値と勾配', READINGS.ja, seen)).toBe('閾値と｜勾配《こうばい》');
    expect(plainWords(marked)).toBe('閾値は閾値です。');
    expect(readMarkup(marked)[0]).toEqual({
      ...{ text: '閾値', strong: true, term: 'threshold' },
      readings: [{ from: 0, to: 2, kana: 'しきいち' }],
    });
    expect(asRead('誤差逆伝播法', READINGS.ja)).toBe('ごさぎゃくでんぱ法');
  });

  it('are kana over kanji, the longer of two words first', () => {
    for (const language of LANGUAGES)
      for (const [index, [word, kana]] of READINGS[language].entries()) {
        expect(word).toMatch(/\p{sc=Han}/u);
        expect(kana).toMatch(/^[\u3041-\u3096ー]+$/);
        expect(
          READINGS[language].slice(0, index).some(([before]) => word.includes(before)),
          word,
        ).toBe(false);
      }
  });

  it.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))(
    'in %s stand at the first use, and the words are as they were',
    (_, lesson) => {
      const written = lessonIn(lesson, 'ja').steps;
      const inSight = written.flatMap(({ text }) => [text.task, text.lead]);
      const marks = [...inSight.join('').matchAll(/｜([^《]+)《/g)].map(([, word]) => word!);
      expect(new Set(marks).size).toBe(marks.length);
      for (const [word] of READINGS.ja) {
        const first = inSight.find((text) => plainWords(text).includes(word));
        // One that only stands inside a longer one is read there.
        const within = READINGS.ja.some(([other]) => other !== word && other.includes(word));
        if (first !== undefined && !within) expect(first, word).toContain(`｜${word}《`);
      }
      for (const [index, { id, text }] of written.entries()) {
        const { steps }: LessonWords = LESSON_WORDS.ja[lesson.id];
        const words = steps[id]!;
        expect(plainWords(text.lead), `${index}`).toBe(plainWords(words.lead));
        expect(text.more.map(plainWords)).toEqual(words.more.map(plainWords));
      }
      expect(JSON.stringify(lessonIn(lesson, 'en'))).not.toMatch(/[｜《》]/);
    },
  );
});
