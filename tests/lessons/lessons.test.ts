import { describe, expect, test } from 'vitest';
import { markupProblem, plainWords, readMarkup } from '@/client/lesson/words/markup';
import { DIGITS_BENCHES } from '@/lessons/bench';
import { BENCHES, challengeOf } from '@/lessons/benches';
import { findTerm } from '@/lessons/glossary/glossary';
import { LANGUAGES, type Language } from '@/lessons/languages';
import { findLesson, LESSONS } from '@/lessons/registry';
import { lessonIn, textIn, type WrittenStep } from '@/lessons/written';
import { experimentSchema } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Every text of a step, each with where it stands. */
function textsOf({ text, goals, check, prediction }: WrittenStep): [where: string, text: string][] {
  const { title, lead, more, task, formula } = text;
  return [
    ['title', title],
    ['lead', lead],
    ...more.map((text, index): [string, string] => [`more ${index}`, text]),
    ['task', task],
    ...goals.flatMap(({ id, label, seen, hints }): [string, string][] => [
      [`goal ${id}`, label],
      [`seen ${id}`, seen],
      ...hints.map((text, index): [string, string] => [`hint ${id} ${index}`, text]),
    ]),
    ...(formula?.lines ?? []).map((text, index): [string, string] => [`formula ${index}`, text]),
    ...(formula ? [['meaning', formula.meaning] as [string, string]] : []),
    ...(check
      ? [
          ['question', check.question] as [string, string],
          ...check.choices.map((text, index): [string, string] => [`choice ${index}`, text]),
          ...check.reasons.map((text, index): [string, string] => [`reason ${index}`, text]),
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
    // `/learn/glossary` and `/learn/teach` are pages of their own.
    expect(['glossary', 'teach']).not.toContain(lesson.id);
    const [least, most] = lesson.minutes;
    expect(least).toBeGreaterThan(0);
    expect(most).toBeGreaterThanOrEqual(least);
    expect(most).toBeLessThanOrEqual(60);
  });

  test('says what it is in both languages', () => {
    for (const language of LANGUAGES) {
      const { title, question, summary } = textIn(lesson, language);
      for (const text of [title, question, summary]) {
        expect(text.trim()).not.toBe('');
        // Titles and summaries stand where nothing reads marks.
        expect(readMarkup(text)).toEqual([{ text, strong: false, term: null }]);
      }
    }
    const titles = LANGUAGES.map((language) => JSON.stringify(textIn(lesson, language)));
    expect(new Set(titles).size).toBe(LANGUAGES.length);
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

  describe.each(lesson.steps.map((step, index) => [step.id, step, index] as const))(
    'step %s',
    (_step, step, index) => {
      const written = (language: Language) => lessonIn(lesson, language).steps[index]!;

      test.each(LANGUAGES)('reads well in %s: no empty text, marks closed, terms known', (language) => {
        const { text } = written(language);
        for (const [where, part] of textsOf(written(language))) {
          expect(part.trim(), where).not.toBe('');
          expect(markupProblem(part), where).toBeNull();
          for (const { term } of readMarkup(part)) {
            if (term !== null) expect(findTerm(term), `${where} links to ${term}`).not.toBeNull();
          }
        }
        expect(readMarkup(text.title)).toHaveLength(1);
      });

      test.each(LANGUAGES)('is the same step in %s as in the others', (language) => {
        const shape = (other: Language) =>
          textsOf(written(other))
            .map(([where]) => where)
            .filter((where) => !where.startsWith('more'));
        expect(shape(language)).toEqual(shape(LANGUAGES[0]!));
      });

      test.each(LANGUAGES)('asks what can be answered, in %s', (language) => {
        const { check, prediction } = written(language);
        expect([check?.choices.length, prediction?.choices.length]).toEqual([
          step.check?.choices,
          step.prediction?.choices,
        ]);
        if (check) {
          expect(check.choices.length).toBeGreaterThanOrEqual(2);
          expect(new Set(check.choices).size).toBe(check.choices.length);
          expect(Number.isInteger(check.right)).toBe(true);
          expect(check.right).toBeGreaterThanOrEqual(0);
          expect(check.right).toBeLessThan(check.choices.length);
          // A reason of its own for each choice, which gives no other one away.
          expect(new Set(check.reasons).size).toBe(check.choices.length);
          const right = plainWords(check.choices[check.right]!);
          check.reasons.forEach((reason, choice) => {
            expect(reason.trim()).not.toBe('');
            if (choice === check.right) return;
            expect(reason).not.toMatch(/おしい|惜しい|not quite|almost right|so close/i);
            if (right.length > 8) expect(plainWords(reason)).not.toContain(right);
          });
        }
        if (prediction) {
          expect(prediction.choices.length).toBeGreaterThanOrEqual(2);
          expect(prediction.choices.length).toBeLessThanOrEqual(LIMITS.predictionChoices);
          expect(new Set(prediction.choices).size).toBe(prediction.choices.length);
          if (step.bench === 'playground')
            expect(step.options.unitsFor?.choices).toHaveLength(prediction.choices.length);
        }
      });
    },
  );
});

test('the benches that share one digits trainer are those that the table says', () => {
  const shared = Object.entries(BENCHES).filter(([, { trainer }]) => trainer === 'shared');
  expect(shared.map(([bench]) => bench).sort()).toEqual([...DIGITS_BENCHES].sort());
  // What is on the projector's wall has been gathered.
  for (const { wall, pool } of Object.values(BENCHES)) if (wall) expect(pool).not.toBeNull();
});

describe.each(LESSONS)('lesson $id', (lesson) => {
  test('ends with a recap of one of its steps, and a question to use it on', () => {
    const last = lesson.steps.at(-1)!;
    if (last.bench !== 'recap') throw new Error('the last step is no recap');
    const { of } = last.options;
    expect(lesson.steps.some(({ id, bench }) => id === of && bench !== 'recap')).toBe(true);
    expect(last.check).toBeDefined();
  });

  test.each(LANGUAGES)(
    'asks twice two questions before it and after it, with other words, in %s',
    (language) => {
      const { quiz, next } = lessonIn(lesson, language);
      const asked = [...quiz.before, ...quiz.after];
      expect([quiz.before.length, quiz.after.length]).toEqual([2, 2]);
      expect(new Set(asked.map(({ question }) => question)).size).toBe(4);
      for (const [at, { question, choices, right }] of asked.entries()) {
        const known = [...lesson.quiz.before, ...lesson.quiz.after][at]!;
        expect([choices.length, right], question).toEqual([known.choices, known.right]);
        expect(new Set(choices).size, question).toBe(choices.length);
        expect(choices[right], question).toBeDefined();
        for (const text of [question, ...choices]) expect(readMarkup(text), text).toHaveLength(1);
      }
      expect(next === null).toBe(lesson === LESSONS.at(-1));
    },
  );
});
