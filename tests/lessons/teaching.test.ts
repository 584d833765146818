import { describe, expect, test } from 'vitest';
import { plainWords, readMarkup } from '@/client/lesson/words/markup';
import { LANGUAGES } from '@/lessons/languages';
import { LESSONS } from '@/lessons/registry';
import { STANDARDS } from '@/lessons/standards/standards';
import { STANDARDS_WORDS } from '@/lessons/standards/words';
import { TEACHING_PLANS } from '@/lessons/teaching/plans';
import { TEACHING_WORDS } from '@/lessons/teaching/words';
import { planIn } from '@/lessons/teaching/written';

/** Every text under a value, with where it stands. */
function textsUnder(value: unknown, path: string): [where: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => textsUnder(inner, `${path}.${key}`));
}

describe.each(LESSONS)('the plan of $id', (lesson) => {
  test('takes the minutes that the lesson says a class needs, step after step', () => {
    const { minutes, steps } = planIn(lesson, 'en');
    const [least, most] = lesson.minutes;
    expect(minutes).toBeGreaterThanOrEqual(least);
    expect(minutes).toBeLessThanOrEqual(most);
    let at = 0;
    for (const step of steps) {
      expect(step.from).toBe(at);
      expect(step.minutes).toBeGreaterThan(0);
      at += step.minutes;
    }
    expect(steps.map(({ step }) => step.id)).toEqual(lesson.steps.map(({ id }) => id));
  });

  test('names something of each framework, each once', () => {
    const { standards } = TEACHING_PLANS[lesson.id];
    expect(new Set(standards).size).toBe(standards.length);
    const named = planIn(lesson, 'en').standards;
    expect(named.map(({ framework }) => framework)).toEqual(Object.keys(STANDARDS));
    expect(named.flatMap((each) => each.standards)).toHaveLength(standards.length);
  });

  test.each(LANGUAGES)('tells of every step what to expect and what to ask, in %s', (language) => {
    const words = TEACHING_WORDS[language][lesson.id];
    for (const [where, text] of textsUnder(words, lesson.id)) {
      expect(text.trim(), where).not.toBe('');
      // Nothing reads marks here.
      expect(readMarkup(text), where).toHaveLength(1);
    }
    for (const { step, teaching } of planIn(lesson, language).steps) {
      expect(teaching.ask.length, step.id).toBeGreaterThan(0);
      // What students often think belongs to the steps in which they meet something new.
      if (step.bench !== 'recap') expect(teaching.misconceptions.length, step.id).toBeGreaterThan(0);
      // What the lesson's own data say is not said again.
      if (step.check) expect(JSON.stringify(teaching)).not.toContain(plainWords(step.check.question));
    }
  });

  test('is the same plan in every language', () => {
    const shapes = LANGUAGES.map((language) =>
      textsUnder(TEACHING_WORDS[language][lesson.id], '').map(([where]) => where),
    );
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
  });
});

test('every standard is taught by a lesson, and has a code and words in every language', () => {
  const taught = new Set(Object.values(TEACHING_PLANS).flatMap(({ standards }) => standards));
  const known = Object.values(STANDARDS).flat();
  expect([...taught].sort()).toEqual([...known].sort());
  for (const language of LANGUAGES) {
    const { standards } = STANDARDS_WORDS[language];
    expect(Object.keys(standards).sort()).toEqual([...known].sort());
    const codes = Object.values(standards).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  }
});
