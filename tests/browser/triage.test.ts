import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { lessonIn } from '@/lessons/written';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { batch } from '@/people/sample-run';
import { ServerProcess } from '@/people/server-process';
import { studentTab } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import type { Answer } from '@/protocol/refusals';
import { accessibilityProblems, sidewaysOverflow } from './axe';
import { launchChromium, watchErrors } from './chromium';

/** The console says who needs help, why, and for how long; the doctor's findings come from the student's own page. */
let server: ServerProcess;
let browser: Browser;
let teacher: RegisteredTeacher;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchChromium()]);
  teacher = await createTeacher(server.origin);
});

afterAll(async () => {
  closeTabs();
  await browser?.close();
  await server?.remove();
});

async function openConsole(code: string, locale: string, width: number, height: number): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: { width, height }, locale });
  await context.addCookies(teacher.cookies());
  const page = await context.newPage();
  await page.goto(`${server.origin}/teach/live/${code}`);
  return page;
}

const card = (page: Page, nickname: string) =>
  page.locator(`[data-testid=student-card][data-nickname="${nickname}"]`);
const needOf = (page: Page, nickname: string) =>
  card(page, nickname)
    .getByTestId('need')
    .evaluateAll((all) => all.map((need) => need.getAttribute('data-need'))[0] ?? null);
const order = (page: Page) =>
  page.getByTestId('student-card').evaluateAll((all) => all.map((one) => one.getAttribute('data-nickname')));

test('a training made ill on a real bench shows on its card with its number; who fares well has no reason', async () => {
  const { code } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  mustBeOk(await desk.command({ type: 'step:next' }));
  const well = await studentTab(server.origin, code, 'Well');
  const run = freshId();
  const { epoch } = mustBeOk(await well.tab.attachRun(run));
  mustBeOk(await well.tab.append(run, epoch, batch(1)));
  const ill = await studentTab(server.origin, code, 'Overfits');
  const illRun = freshId();
  const attached = mustBeOk(await ill.tab.attachRun(illRun));
  mustBeOk(await ill.tab.append(illRun, attached.epoch, batch(1)));
  mustBeOk(
    await ill.tab.say<Answer>('student:condition', {
      findings: [{ kind: 'overfitting', gap: 0.31, since: 4 }],
      hidden: false,
    }),
  );

  const bench = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  const student = await bench.newPage();
  await student.goto(`${server.origin}/join/${code}`);
  await student.getByRole('textbox', { name: 'Nickname' }).fill('Ada');
  await student.getByRole('button', { name: 'Join class' }).click();
  await student.getByRole('slider', { name: 'Learning rate' }).focus();
  await student.keyboard.press('End');
  await student.getByLabel('Epochs').selectOption('100');
  await student.getByRole('button', { name: 'Train', exact: true }).click();

  const page = await openConsole(code, 'en-GB', 1366, 768);
  const errors = watchErrors(page);
  await expect.poll(() => needOf(page, 'Ada')).toMatch(/^(ill|diverged|chance)$/);
  await expect.poll(() => card(page, 'Ada').getByTestId('need').textContent()).toMatch(/\d|run away/);
  expect(await needOf(page, 'Overfits')).toBe('overfitting');
  expect(await card(page, 'Overfits').getByTestId('need').textContent()).toContain(
    'Overfitting since epoch 4.0',
  );
  expect(await needOf(page, 'Well')).toBeNull();
  await expect.poll(() => order(page)).toEqual(['Ada', 'Overfits', 'Well']);

  // Cards stand still under who goes from one to the other by keyboard, and follow once nobody is there.
  await page.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 60_000;
  });
  await card(page, 'Ada').getByRole('button', { name: 'Open Ada' }).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  const findings = [{ kind: 'rate-too-high', unrest: 0.9, overshot: 0.6 } as const];
  mustBeOk(await well.tab.say<Answer>('student:condition', { findings, hidden: false }));
  await expect.poll(() => needOf(page, 'Well')).toBe('ill');
  // All cards are one stop for Tab: arrows go on, Tab leaves.
  for (let times = 0; times < 2; times += 1) await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Open Well');
  expect(await order(page)).toEqual(['Ada', 'Overfits', 'Well']);
  await page.getByPlaceholder('Find a student').focus();
  // Where Ada stands by now depends on how fast her computer is.
  const others = async () => (await order(page)).filter((name) => name !== 'Ada');
  await expect.poll(others).toEqual(['Well', 'Overfits']);

  await page.getByLabel('Put together').selectOption('Group by need');
  const needs = await Promise.all(['Ada', 'Well', 'Overfits'].map((name) => needOf(page, name)));
  await expect.poll(() => page.getByTestId('need-group').count()).toBe(new Set(needs).size);
  await page.getByPlaceholder('Find a student').fill('ad');
  await expect.poll(() => order(page)).toEqual(['Ada']);
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByRole('button', { name: 'Open Ada' }).click();
  await page.getByTestId('finding').first().waitFor();
  expect(errors).toEqual([]);

  // Whoever is stuck at a goal of the step is so by its name, on the card and in the class's one line.
  mustBeOk(await desk.command({ type: 'step:previous' }));
  const goals = {
    list: [
      { id: 'leaf', met: true, hints: 0 },
      { id: 'guess', met: false, hints: 2 },
    ],
    ...{ stuck: true, skipped: 0 },
  };
  const done = { stepId: 'look', items: [], goals };
  mustBeOk(await well.tab.say<Answer>('student:condition', { findings: [], hidden: false, done }));
  await page.keyboard.press('Escape');
  await page.getByPlaceholder('Find a student').fill('');
  await expect.poll(() => needOf(page, 'Well')).toBe('goal');
  const guess = lessonIn(handwrittenDigits, 'en').steps[0]!.goals[1]!.label;
  expect(await card(page, 'Well').getByTestId('need').textContent()).toContain(`Stuck at: ${guess}`);
  await page.locator('[data-testid="class-goals"][data-done="0"][data-stuck="1"]').waitFor();
  await page.getByText(`1 is stuck at: ${guess}`).waitFor();

  const phone = await openConsole(code, 'ja', 390, 844);
  await phone.getByText('生徒', { exact: true }).first().click();
  await phone.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => needOf(phone, 'Overfits')).toBe('overfitting');
  expect(await sidewaysOverflow(phone)).toBe(0);
  await card(phone, 'Ada').scrollIntoViewIfNeeded();
});
