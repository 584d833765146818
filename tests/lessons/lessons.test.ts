import { describe, expect, test } from 'vitest';
import { markupProblem, readMarkup } from '@/client/lesson/words/markup';
import { DIGITS_BENCHES } from '@/lessons/bench';
import { BENCHES, challengeOf } from '@/lessons/benches';
import { findTerm } from '@/lessons/glossary/glossary';
import { LESSON_LANGUAGES, type LessonStep } from '@/lessons/lesson';
import { findLesson, LESSONS } from '@/lessons/registry';
import { experimentSchema } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Every text of a step in one language, each with where it stands. */
function textsOf(
  step: LessonStep,
  language: (typeof LESSON_LANGUAGES)[number],
): [where: string, text: string][] {
  const { title, body, task, formula } = step.text[language];
  const check = step.check?.text[language];
  const prediction = step.prediction?.text[language];
  return [
    ['title', title],
    ...body.map((text, index): [string, string] => [`body ${index}`, text]),
    ['task', task],
    ...(formula?.lines ?? []).map((text, index): [string, string] => [`formula ${index}`, text]),
    ...(formula ? [['meaning', formula.meaning] as [string, string]] : []),
    ...(check
      ? [
          ['question', check.question] as [string, string],
          ...check.choices.map((text, index): [string, string] => [`choice ${index}`, text]),
          ['why', check.why] as [string, string],
        ]
      : []),
    ...(prediction
      ? [
          ['prediction', prediction.question] as [string, string],
          ...prediction.choices.map((text, index): [string, string] => [`guess ${index}`, text]),
        ]
      : []),
  ];
}

test('lessons stand in the order of the curriculum, each once', () => {
  const numbers = LESSONS.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(new Set(LESSONS.map(({ id }) => id)).size).toBe(LESSONS.length);
  for (const lesson of LESSONS) expect(findLesson(lesson.id)).toBe(lesson);
  expect(findLesson('no-such-lesson')).toBeNull();
});

describe.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))('lesson %s', (_, lesson) => {
  test('has an id for an address, and minutes that a class has', () => {
    expect(lesson.id).toMatch(KEBAB);
    // `/learn/glossary` is a page of its own.
    expect(lesson.id).not.toBe('glossary');
    const [least, most] = lesson.minutes;
    expect(least).toBeGreaterThan(0);
    expect(most).toBeGreaterThanOrEqual(least);
    expect(most).toBeLessThanOrEqual(60);
  });

  test('says what it is in both languages', () => {
    for (const language of LESSON_LANGUAGES) {
      const { title, question, summary } = lesson.text[language];
      for (const text of [title, question, summary]) {
        expect(text.trim()).not.toBe('');
        // Titles and summaries stand where nothing reads marks.
        expect(readMarkup(text)).toEqual([{ text, strong: false, term: null }]);
      }
    }
    expect(lesson.text.en).not.toEqual(lesson.text.ja);
  });

  test('has steps with ids of their own', () => {
    const ids = lesson.steps.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(KEBAB);
  });

  test('has one challenge at most', () => {
    const challenges = new Set(lesson.steps.flatMap(({ bench }) => BENCHES[bench].challenge ?? []));
    expect(challenges.size).toBeLessThanOrEqual(1);
    expect(challengeOf(lesson)).toBe([...challenges][0] ?? null);
  });

  test('opens with an experiment that the server accepts', () => {
    if (lesson.experiment === null) return;
    expect(experimentSchema.safeParse({ ...lesson.experiment, seed: 1 }).success).toBe(true);
  });

  describe.each(lesson.steps.map((step) => [step.id, step] as const))('step %s', (_step, step) => {
    test.each(LESSON_LANGUAGES)('reads well in %s: no empty text, marks closed, terms known', (language) => {
      for (const [where, text] of textsOf(step, language)) {
        expect(text.trim(), where).not.toBe('');
        expect(markupProblem(text), where).toBeNull();
        for (const { term } of readMarkup(text)) {
          if (term !== null) expect(findTerm(term), `${where} links to ${term}`).not.toBeNull();
        }
      }
      expect(step.text[language].body.length).toBeGreaterThan(0);
      expect(readMarkup(step.text[language].title)).toHaveLength(1);
    });

    test('is the same step in both languages', () => {
      const shape = (language: (typeof LESSON_LANGUAGES)[number]) =>
        textsOf(step, language)
          .map(([where]) => where)
          .filter((where) => !where.startsWith('body'));
      expect(shape('ja')).toEqual(shape('en'));
    });

    test('asks what can be answered', () => {
      for (const language of LESSON_LANGUAGES) {
        const choices = step.check?.text[language].choices;
        if (choices) {
          expect(choices.length).toBeGreaterThanOrEqual(2);
          expect(new Set(choices).size).toBe(choices.length);
          expect(Number.isInteger(step.check!.right)).toBe(true);
          expect(step.check!.right).toBeGreaterThanOrEqual(0);
          expect(step.check!.right).toBeLessThan(choices.length);
        }
        const guesses = step.prediction?.text[language].choices;
        if (guesses) {
          expect(guesses.length).toBeGreaterThanOrEqual(2);
          expect(guesses.length).toBeLessThanOrEqual(LIMITS.predictionChoices);
          expect(new Set(guesses).size).toBe(guesses.length);
          if (step.bench === 'playground')
            expect(step.options.unitsFor?.choices).toHaveLength(guesses.length);
        }
      }
    });
  });
});

test('the benches that share one digits trainer are those that the table says', () => {
  const shared = Object.entries(BENCHES).filter(([, { trainer }]) => trainer === 'shared');
  expect(shared.map(([bench]) => bench).sort()).toEqual([...DIGITS_BENCHES].sort());
  // What is on the projector's wall has been gathered.
  for (const { wall, pool } of Object.values(BENCHES)) if (wall) expect(pool).not.toBeNull();
});
