import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { plainWords } from '@/client/lesson/words/markup';
import { LANGUAGES, type Language } from '@/lessons/languages';
import { LESSONS } from '@/lessons/registry';
import { lessonIn, type WrittenStep } from '@/lessons/written';
import { CLAIMS, type Claim } from './claims';

const tests = fileURLToPath(new URL('../..', import.meta.url));

/** Whether a file has a test of this title. */
function hasTest({ file, title }: { file: string; title: string }): boolean {
  const text = readFileSync(path.join(tests, file), 'utf8');
  return [`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) => text.includes(quoted));
}

/** A number that is worth a second look: more than one digit, a decimal, a percentage or a factor. Names such as x₁₂ are none. */
const NUMBER = /(?<![\w₀-₉])−?\d[\d,]*(?:\.\d+)?(?:%|×(?!\d))?/g;

/** The numbers of what a step says and asks, hints and what is chosen wrongly aside. */
function numbersOf({ text, goals, check }: WrittenStep): string[] {
  const said = [
    ...[text.lead, ...text.more, text.task, ...(text.formula?.lines ?? []), text.formula?.meaning ?? ''],
    ...goals.map(({ seen }) => seen),
    ...(check ? [check.question, check.choices[check.right]!, check.reasons[check.right]!] : []),
  ].map(plainWords);
  const found = said.flatMap((one) => [...one.matchAll(NUMBER)].map(([number]) => number.replace(/,$/, '')));
  return [...new Set(found)].filter((number) => /\d.*\d|%|×/.test(number));
}

/** The numbers of a step's goals, which are no claims: what is asked for. */
function numbersAsked({ goals, options }: WrittenStep): string[] {
  const data = JSON.stringify([goals.map(({ when, of }) => ({ when, of })), options]);
  return [...data.matchAll(/\d+(?:\.\d+)?/g)].flatMap(([number]) => [
    number,
    `${Math.round(Number(number) * 100)}%`,
  ]);
}

const stepsIn = (language: Language) =>
  LESSONS.flatMap((lesson) => lessonIn(lesson, language).steps.map((step) => ({ lesson, step })));
const claimsOf = (lessonId: string, stepId: string) =>
  CLAIMS.filter(({ lesson, step }) => lesson === lessonId && step === stepId);

describe('claims of the lessons', () => {
  test('are made by a step that there is', () => {
    const ids = stepsIn('en').map(({ lesson, step }) => `${lesson.id} ${step.id}`);
    expect(CLAIMS.filter(({ lesson, step }) => !ids.includes(`${lesson} ${step}`))).toEqual([]);
  });

  test('are each held by a test that there is, or published', () => {
    const lost = CLAIMS.filter(({ by }) => 'file' in by && !hasTest(by as { file: string; title: string }));
    expect(lost).toEqual([]);
  });

  test.each(LANGUAGES)('stand behind every number that a step says, in %s', (language) => {
    const missing = stepsIn(language).flatMap(({ lesson, step }) => {
      const known = new Set([
        ...claimsOf(lesson.id, step.id).flatMap(({ numbers = [] }) => numbers),
        ...numbersAsked(step),
      ]);
      const open = numbersOf(step).filter((number) => !known.has(number));
      return open.length > 0 ? [`${lesson.id} ${step.id}: ${open.join(' ')}`] : [];
    });
    // Say in claims.ts what the number is, and which test holds it.
    expect(missing).toEqual([]);
  });

  test('are made by every lesson, and by every challenge that can be won', () => {
    for (const { id } of LESSONS)
      expect(
        CLAIMS.some(({ lesson }) => lesson === id),
        id,
      ).toBe(true);
  });

  test('what they are', () => {
    const held = ({ by }: Claim) => ('source' in by ? by.source : `\`tests/${by.file}\`: ${by.title}`);
    const table = LESSONS.flatMap(({ id, number }) =>
      CLAIMS.filter(({ lesson }) => lesson === id).map(
        (claim) => `| ${number} | ${claim.step} | ${claim.claim} | ${held(claim)} |`,
      ),
    );
    const head = ['| lesson | step | what it says | held by |', '|---|---|---|---|'];
    return expect(
      ['# What the lessons say, and what holds it', '', ...HOW, '', ...head, ...table, ''].join('\n'),
    ).toMatchFileSnapshot('../../../docs/claims.md');
  });
});

const HOW = [
  'Each row is something that a step says is so, with the test that would fail if it were not. `tests/lessons/claims` writes this table: every',
  'test that it names is there, and every number in the words of a step (one digit alone aside, and those that its goals ask for) belongs to a row.',
];
