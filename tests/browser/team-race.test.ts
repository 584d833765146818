import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import english from '@/client/messages/en/challenge.json';
import englishConsole from '@/client/messages/en/console.json';
import englishReveal from '@/client/messages/en/reveal.json';
import japanese from '@/client/messages/ja/challenge.json';
import japaneseConsole from '@/client/messages/ja/console.json';
import japaneseReveal from '@/client/messages/ja/reveal.json';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { studentTab, type TabStudent } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { launchChromium } from './chromium';
import { meanNetwork } from './race-class';
import { sharedServer } from './shared-server';
import { type Looks, visit } from './visits';

/** A race by teams from its set-up to the review: teacher, students in two teams and in none, and the projector. */
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

const plain = (text: string | null) =>
  (text ?? '').replaceAll(/[\u00a0\u200b\u2060]/g, (c) => (c === '\u00a0' ? ' ' : ''));
const rowsOf = (page: Page) => page.locator('[data-testid="team-board"] tbody tr');

test.each([
  ['en-GB', english, englishConsole, englishReveal, false],
  ['ja-JP', japanese, japaneseConsole, japaneseReveal, true],
] as const)(
  'a race is set up for teams, run and revealed: %s',
  async (locale, words, consoleWords, reveal, dark) => {
    const { code, id } = await teacher.createClass('handwritten-digits');
    const desk = await teacher.conduct(code);
    mustBeOk(await desk.command({ type: 'class:begin' }));
    const challenge = handwrittenDigits.steps.findIndex((step) => step.bench === 'digits-challenge');
    mustBeOk(await desk.command({ type: 'step:go', index: challenge }));
    const students = [];
    for (const name of ['Ada', '花子', 'Cem', 'Dana'])
      students.push(await studentTab(server.origin, code, name));
    const looks = { locale, dark };
    const console_ = await open(`/teach/live/${code}`, { width: 1366, height: 768, ...looks });
    const wall = await open(`/screen/${code}`, { width: 1920, height: 1080, ...looks });
    const own = { code, of: students[0]! };
    const phone = await open(`/class/${code}`, { width: 390, height: 844, ...looks }, own);
    const pages = [console_, wall, phone];
    const { race } = consoleWords;

    // Nobody is in a team yet: the set-up deals the class to them, and says how a team comes to its result.
    await console_.page.getByRole('button', { name: race.open, exact: true }).click();
    const dialog = console_.page.getByRole('dialog', { name: race.title });
    await dialog.getByText(race.bys.teams, { exact: true }).first().click();
    expect(plain(await dialog.textContent())).toContain(words.teams.rule);
    await dialog.getByText(race.metrics.weights, { exact: true }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByText(race.metrics.accuracy, { exact: true }).click();
    const count = dialog.getByRole('textbox', { name: race.teamNumber });
    await count.fill('2');
    await count.press('Tab');
    await dialog.getByRole('button', { name: race.deal, exact: true }).click();
    await dialog.getByRole('button', { name: race.dealAnew, exact: true }).waitFor();
    expect(await accessibilityProblems(console_.page)).toEqual([]);
    expect(await sidewaysOverflow(console_.page)).toBe(0);
    await dialog.getByRole('button', { name: race.set, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const late = await studentTab(server.origin, code, 'Emil');
    await phone.page.getByTestId('own-team').waitFor();
    expect(plain(await phone.page.getByTestId('race-head').first().textContent())).toContain(
      words.race.byTeams,
    );

    for (const [index, student] of students.entries()) {
      const runId = freshId();
      mustBeOk(await student.tab.attachRun(runId));
      mustBeOk((await student.submit(runId, await meanNetwork(index + 1, 0.05 + 0.2 * index))).answer);
    }
    // The late one has handed nothing in, and that is said wherever the teams stand.
    for (const { page } of [console_, phone]) {
      await expect.poll(() => rowsOf(page).count()).toBe(2);
      await page
        .getByRole('img', { name: words.teams.handedInWords.replace('{count}', '2').replace('{size}', '3') })
        .first()
        .waitFor();
    }
    await expect.poll(() => wall.page.locator('table tbody tr').count()).toBe(2);
    expect(await wall.page.getByText('花子').count()).toBe(0);
    expect(await phone.page.locator('[data-testid="team-board"] [aria-current="true"]').count()).toBe(1);
    expect(await phone.page.locator('[data-testid="own-team"] li').count()).toBeGreaterThan(1);
    for (const { page } of pages) {
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(await accessibilityProblems(page)).toEqual([]);
    }
    expect(await downwardOverflow(wall.page)).toBe(0);

    mustBeOk(await desk.command({ type: 'reveal:begin' }));
    for (const [phase, shown] of [
      ['half', 1],
      ['half', 2],
      ['moved', 0],
    ] as const) {
      mustBeOk(await desk.command({ type: 'reveal:go', phase, shown }));
      const stage = wall.page.locator(
        `[data-testid="reveal-wall"][data-phase="${phase}"][data-shown="${shown}"]`,
      );
      await stage.waitFor();
      expect(await stage.locator('tbody tr').count()).toBe(2);
      expect(await stage.locator('tr[data-hidden="true"]').count()).toBe(phase === 'half' ? 2 - shown : 0);
    }
    await phone.page.locator('[data-testid="reveal-stage"][data-phase="moved"]').waitFor();
    expect(await phone.page.locator('[data-testid="reveal-table"] [aria-current="true"]').count()).toBe(1);
    mustBeOk(await desk.command({ type: 'reveal:go', phase: 'picture', shown: 0 }));
    await wall.page.getByText(reveal.phases.picture).first().waitFor();
    mustBeOk(await desk.command({ type: 'screen:show', view: 'podium', argument: null, pinned: false }));
    await expect.poll(() => wall.page.getByTestId('podium').locator('li li').count()).toBe(2);
    await expect.poll(async () => (await desk.command({ type: 'race:again' })).ok).toBe(true);
    await wall.page.locator('[data-testid="race-again"][data-over="1000"]').waitFor();
    expect(await wall.page.getByTestId('race-again').locator('li').count()).toBe(2);
    desk.close();
    late.tab.close();

    const review = await open(`/review/${id}`, { width: 1366, height: 768, ...looks });
    await expect.poll(() => rowsOf(review.page).count()).toBe(2);
    const replay = await open(`/review/${id}/replay`, { width: 1366, height: 768, ...looks });
    await replay.page.getByRole('slider').waitFor();
    await replay.page.getByRole('slider').press('End');
    await replay.page.getByRole('table', { name: words.teams.title, exact: true }).waitFor();
    await replay.page.getByRole('list', { name: words.teams.title, exact: true }).waitFor();
    for (const { page, errors } of [...pages, review, replay]) {
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    }
  },
);
