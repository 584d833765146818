import { describe, expect, test } from 'vitest';
import { plainWords } from '@/client/lesson/words/markup';
import { LANGUAGES, type Language } from '@/lessons/languages';
import { LESSONS } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';

/** What stands beside a bench on a small laptop without scrolling; the walks through the lessons look whether it does (tests/browser/lessons). */
const MOST = {
  leadSentences: 3,
  lead: { en: { words: 45, characters: 235 }, ja: { characters: 120 } },
  task: { en: { words: 22, characters: 115 }, ja: { characters: 60 } },
  formula: { lines: 5, characters: 38 },
} as const;

const words = (text: string) => text.split(/\s+/).length;
const sentences = (text: string) => text.split(/(?<=[.!?]”?)\s|(?<=[。！？]」?)(?=[^」])/).length;

/** How far a text goes beyond its bounds; empty: it does not. */
function beyond(text: string, bounds: { words?: number; characters: number }): string[] {
  const plain = plainWords(text);
  return [
    ...(bounds.words !== undefined && words(plain) > bounds.words ? [`${words(plain)} words`] : []),
    ...(plain.length > bounds.characters ? [`${plain.length} characters`] : []),
  ];
}

test('sentences are counted as people do', () => {
  expect(sentences('One. Two? “Three.” Four 0.5 of it!')).toBe(4);
  expect(sentences('1つ。「2つ。」3つ？4つは0.5です。')).toBe(4);
});

describe.each(LANGUAGES)('what everybody reads, in %s', (language: Language) => {
  test.each(
    LESSONS.flatMap((lesson) =>
      lessonIn(lesson, language).steps.map((step) => [`${lesson.number} ${step.id}`, step.text] as const),
    ),
  )('%s is short', (_, { lead, task, formula }) => {
    expect(sentences(plainWords(lead)), lead).toBeLessThanOrEqual(MOST.leadSentences);
    expect(beyond(lead, MOST.lead[language]), lead).toEqual([]);
    expect(beyond(task, MOST.task[language]), task).toEqual([]);
    const lines = formula?.lines ?? [];
    expect(lines.length).toBeLessThanOrEqual(MOST.formula.lines);
    expect(lines.flatMap((line) => beyond(line, MOST.formula))).toEqual([]);
  });
});
