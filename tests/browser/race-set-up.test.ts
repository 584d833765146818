import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import english from '@/client/messages/en/challenge.json';
import englishConsole from '@/client/messages/en/console.json';
import japanese from '@/client/messages/ja/challenge.json';
import japaneseConsole from '@/client/messages/ja/console.json';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import type { TabStudent } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { launchChromium } from './chromium';
import { raceOf } from './race-class';
import { sharedServer } from './shared-server';
import { type Looks, visit } from './visits';

/** A teacher sets a race up, with two students and the projector: everybody reads its rules, and the board follows them. */
const server = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
});
afterAll(async () => {
  closeTabs();
  await browser?.close();
});

const open = (path: string, looks: Looks, student?: { code: string; of: TabStudent }) =>
  visit(
    browser,
    server.origin + path,
    looks,
    student ? { student: student.of, code: student.code } : { teacher },
  );

const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');
const headOf = async (page: Page) => plain(await page.getByTestId('race-head').first().textContent());

test.each([
  ['en-GB', english, englishConsole, false],
  ['ja-JP', japanese, japaneseConsole, true],
] as const)(
  'a race is set up, and everybody reads its rules: %s',
  async (locale, words, consoleWords, dark) => {
    const { code, id } = await teacher.createClass('handwritten-digits');
    const desk = await teacher.conduct(code);
    mustBeOk(await desk.command({ type: 'class:begin' }));
    const challenge = handwrittenDigits.steps.findIndex((step) => step.bench === 'digits-challenge');
    mustBeOk(await desk.command({ type: 'step:go', index: challenge }));
    const students = await raceOf(server.origin, code, ['花子', 'Ada']);
    const looks = { locale, dark };
    const console_ = await open(`/teach/live/${code}`, { width: 1366, height: 768, ...looks });
    const wall = await open(`/screen/${code}`, { width: 1920, height: 1080, ...looks });
    const phone = await open(
      `/class/${code}`,
      { width: 390, height: 844, ...looks },
      { code, of: students[0]! },
    );
    const laptop = await open(
      `/class/${code}`,
      { width: 1366, height: 768, ...looks },
      { code, of: students[1]! },
    );
    const pages = [console_, wall, phone, laptop];
    const { race } = consoleWords;
    const desk_ = console_.page;

    // Nobody has set anything up: the race is the one of before.
    await wall.page.getByText('花子').or(wall.page.locator('table tbody tr')).first().waitFor();
    for (const { page } of pages) expect(await page.getByTestId('race-head').count()).toBe(0);

    const button = desk_.getByRole('button', { name: race.open, exact: true });
    await button.focus();
    await desk_.keyboard.press('Enter');
    const dialog = desk_.getByRole('dialog', { name: race.title });
    await dialog.waitFor();
    await dialog.getByText(race.metrics.weights, { exact: true }).click();
    const bar = dialog.getByRole('textbox', { name: race.bar });
    await bar.fill('40');
    await bar.press('Tab');
    await dialog.getByText(race.limit.weights, { exact: true }).click();
    await dialog.getByText(race.baselines, { exact: true }).click();
    expect(await accessibilityProblems(desk_)).toEqual([]);
    expect(await sidewaysOverflow(desk_)).toBe(0);
    const said = plain(await dialog.getByTestId('race-in-words').textContent());
    expect(said).toContain(plain(words.race.about.weights.replace('{bar}', '40%')));
    expect(said).toContain(plain(words.race.limit.weights.replace('{most}', '10,000')));
    // Two networks are in: whoever sets other rules is told that they are ranked anew.
    await dialog.getByText(race.anewText).waitFor();
    await dialog.getByRole('button', { name: race.set, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });

    for (const { page } of pages) {
      await page.getByTestId('race-head').first().waitFor();
      expect(await headOf(page)).toBe(said);
      const baselines = page.getByTestId('baselines').first();
      expect(plain(await baselines.textContent())).toContain('7,850');
    }
    // The lesson's own network has 25,450 weights: its student reads that before training it.
    for (const { page } of [phone, laptop]) {
      const weights = page.locator('[data-testid="race-budget"] [data-limit="weights"]');
      await weights.waitFor();
      expect(await weights.getAttribute('data-over')).toBe('true');
      expect(plain(await weights.textContent())).toContain('25,450');
    }
    // Both have as many weights: they share the place, whatever luck says of their accuracies.
    await wall.page.getByText('1=').first().waitFor();
    expect(await wall.page.getByText('1=').count()).toBe(2);
    expect([await sidewaysOverflow(wall.page), await downwardOverflow(wall.page)]).toEqual([0, 0]);

    mustBeOk(await desk.command({ type: 'class:end' }));
    desk.close();
    const review = await open(`/review/${id}`, { width: 1366, height: 768, ...looks });
    await review.page.getByTestId('race-head').waitFor();
    expect(await headOf(review.page)).toBe(said);
    const replay = await open(`/review/${id}/replay`, { width: 1366, height: 768, ...looks });
    // Each moment is ranked by the rules of then.
    const ranked = replay.page.getByRole('columnheader', { name: words.race.figure.weights, exact: true });
    await replay.page.getByRole('slider').waitFor();
    expect(await ranked.count()).toBe(0);
    await replay.page.getByRole('button', { name: words.race.about.weights.replace('{bar}', '40%') }).click();
    await ranked.waitFor();
    for (const { page, errors } of [...pages, review, replay]) {
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    }
  },
);
