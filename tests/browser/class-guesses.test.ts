import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { messagesOf } from '@/client/i18n/messages';
import { LESSON_WORDS } from '@/lessons/words/words';
import { mustBeOk } from '@/people/must-be-ok';
import { studentTab } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { accessibilityProblems, sidewaysOverflow } from './axe';
import { everybodyLeaves, launchChromium, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** How good a class's guesses were: what its students guessed before they looked, held against what came of it, on the page of the class's pictures. */
const { origin } = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;
let classId: string;

/** What each student guessed, and what then came true; null: it never did. */
const GUESSES = [
  [2, 2],
  [2, 2],
  [2, 3],
  [1, 1],
  [3, 3],
  [3, 1],
  [0, null],
] as const;

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(origin);
  const { id, code } = await teacher.createClass('neural-networks');
  classId = id;
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  for (const [index, [choice, outcome]] of GUESSES.entries()) {
    const { tab } = await studentTab(origin, code, `Student ${index}`);
    mustBeOk(await tab.command({ type: 'prediction:commit', stepId: 'xor', choice }));
    if (outcome !== null)
      mustBeOk(await tab.command({ type: 'prediction:outcome', stepId: 'xor', choice: outcome }));
    tab.close();
  }
  mustBeOk(await desk.command({ type: 'class:end' }));
  desk.close();
});

afterEach(() => everybodyLeaves(browser));

afterAll(async () => {
  await browser?.close();
});

test.each([
  { language: 'en', look: { viewport: { width: 1366, height: 768 }, locale: 'en-GB' } },
  { language: 'ja', look: { viewport: { width: 390, height: 844 }, locale: 'ja-JP' } },
] as const)(
  'of six that came to an end four were right, with the interval, in $language',
  async ({ language, look }) => {
    const context = await browser.newContext(look);
    await context.addCookies(teacher.cookies(origin));
    const page = await context.newPage();
    const errors = watchErrors(page);
    await page.goto(`${origin}/review/${classId}/pictures`);
    const words = messagesOf(language).pictures.guesses;
    const { title, prediction } = LESSON_WORDS[language]['neural-networks'].steps.xor;
    const card = page.getByRole('region', { name: title, exact: true });
    // Wilson's interval of 4 in 6 (1927): 30 to 90 %; blindly one in four is right.
    const together = Object.entries({
      right: 4,
      all: 6,
      share: '67%',
      low: '30%',
      high: '90%',
      blind: '25%',
    });
    const sentence = together.reduce(
      (text, [name, value]) => text.replace(`{${name}}`, String(value)),
      words.together,
    );
    await card.getByText(sentence).waitFor();
    const rows = await card
      .getByRole('row')
      .evaluateAll((found) => found.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
    expect(rows.slice(1).map(([, guessed, right]) => [guessed, right])).toEqual([
      ['0', '0'],
      ['1', '1'],
      ['3', '2'],
      ['2', '1'],
    ]);
    expect(rows.slice(1).map(([choice]) => choice)).toEqual(prediction.choices);
    expect(rows[1]!.at(-1)).toBe('–');
    expect(rows[3]!.at(-1)).toContain('67%');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(errors).toEqual([]);
  },
);
