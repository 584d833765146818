import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { dealSeed } from '@/classroom/deal';
import errorWords from '@/client/messages/en/errors.json';
import words from '@/client/messages/en/perceptron.json';
import { perceptron } from '@/lessons/perceptron/lesson';
import { findLesson } from '@/lessons/registry';
import { ServerProcess } from '@/people/server-process';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import type { ChallengeGate } from '@/protocol/challenges/gates';
import { accessibilityProblems, sidewaysOverflow } from './axe';
import { launchChromium, watchErrors } from './chromium';
import { handInGate } from './lessons/perceptron-walk';
import { setNumber, waitForGoal } from './lessons/place';
import { story } from './story';

/**
 * A class of lesson 2 on the production build: two students guess and hand in gates on the bench, the teacher's console and
 * the projector tell of it, the server is killed in between, and the review keeps the results.
 */
/** All moves here. */
const LAPTOP = { viewport: { width: 1366, height: 768 }, reducedMotion: 'no-preference' } as const;

const chapter = story();
const guessAt = perceptron.steps.findIndex((step) => 'prediction' in step);
const challengeAt = perceptron.steps.findIndex(({ bench }) => bench === 'perceptron-challenge');

let server: ServerProcess;
let browser: Browser;
let teacher: RegisteredTeacher;
let teacherContext: BrowserContext;
let made: { id: string; code: string };
let teacherPage: Page;
let screen: Page;
const students: Page[] = [];
const errors: string[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchChromium()]);
  teacher = await createTeacher(server.origin);
  made = await teacher.createClass('perceptron');
  teacherContext = await browser.newContext({ ...LAPTOP, locale: 'en-GB' });
  await teacherContext.addCookies(teacher.cookies());
  teacherPage = await open(teacherContext, `/teach/live/${made.code}`);
  screen = await open(teacherContext, `/screen/${made.code}`);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  const complaints = watchErrors(page);
  page.on('close', () => errors.push(...complaints));
  await page.goto(server.origin + path);
  return page;
}

async function conduct(...commands: ('class:begin' | 'class:end' | 'step:next')[]): Promise<void> {
  const desk = await teacher.conduct(made.code);
  for (const type of commands) expect(await desk.command({ type })).toMatchObject({ ok: true });
  desk.close();
}

const handIn = (page: Page, gate: ChallengeGate) =>
  handInGate({ kind: 'class', page, language: 'en', seed: dealSeed(made.id) }, gate);

const card = (nickname: string, total: number) =>
  teacherPage.locator(
    `[data-testid="student-card"][data-nickname="${nickname}"][data-total^="${String(total).slice(0, 3)}"]`,
  );

chapter(
  'students join, and guess before their bench opens; everybody sees the guesses together',
  async () => {
    for (const nickname of ['Ada', '花子']) {
      const context = await browser.newContext({ ...LAPTOP, locale: 'en-GB' });
      const page = await open(context, `/join/${made.code}`);
      await page.getByRole('textbox').last().fill(nickname);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/class\//);
      students.push(page);
    }
    await conduct('class:begin');
    // AND is right from the beginning, and yet nobody has done the step: it is done by doing, and the console counts who has.
    const haveDone = (count: number) =>
      teacherPage.locator(`[data-testid="class-goals"][data-done="${count}"]`).waitFor();
    const done = (what: string, count: number) =>
      teacherPage.locator(`[data-testid=done-strip] [data-what=${what}][data-complete="${count}"]`).waitFor();
    await haveDone(0);
    const [ada] = students;
    await setNumber(ada!, words.exact.replace('{name}', 'θ'), 2);
    for (const at of [0, 1, 0]) await ada!.getByRole('switch').nth(at).press('Space');
    for (const goal of ['inputs', 'theta']) await waitForGoal(ada!, goal);
    await haveDone(1);
    await conduct(...new Array<'step:next'>(guessAt).fill('step:next'));
    for (const [index, page] of students.entries()) {
      const question = page.getByTestId('prediction');
      await question.waitFor();
      expect(await question.getByRole('listitem').count()).toBe(0);
      await question.locator('label').nth(index).click();
      await question.locator('button[type=submit]').click();
      await page.locator(`[data-testid="prediction"][data-guess="${index}"]`).waitFor();
    }
    const everybody = students[0]!.getByTestId('prediction').getByRole('listitem');
    await expect
      .poll(() => everybody.count())
      .toBe(findLesson('perceptron')!.steps[guessAt]!.prediction!.choices);
    await teacherPage.getByTestId('step-guesses').waitFor();
    await done('guess', 2);
    await screen.getByTestId('screen-guesses').getByText('2').first().waitFor();
  },
);

chapter('answers are checked, stand on every board, and outlive a killed server', async () => {
  await conduct(...new Array<'step:next'>(challengeAt - guessAt).fill('step:next'));
  const [ada, hanako] = [students[0]!, students[1]!];
  await handIn(ada, 'and');
  await ada.locator('[data-testid="own-standing"][data-rank="1"]').waitFor();
  await card('Ada', 0.2).waitFor();

  // Without a server an answer is refused in plain words, stays on the bench, and goes through when the server is back.
  await server.kill();
  await handIn(hanako, 'and');
  await hanako.getByText(errorWords.refusal['not-attached']).waitFor();
  await server.run();
  await expect
    .poll(
      async () => {
        await hanako.getByRole('button', { name: words.challenge.submit, exact: true }).click();
        return hanako.getByTestId('gates-solved').getAttribute('data-solved');
      },
      { interval: 1_000 },
    )
    .toBe('1');
  await handIn(hanako, 'or');
  await hanako.locator('[data-testid="gates-solved"][data-solved="2"]').waitFor();
  await card('花子', 0.4).waitFor();
  await ada.locator('[data-testid="own-standing"][data-rank="2"]').waitFor();
  await screen.getByText('40.0').first().waitFor();
  await ada.reload();
  await ada.locator('[data-testid="gates-solved"][data-solved="1"]').waitFor();
});

chapter('pages with a challenge are sound to axe, and fit a phone', async () => {
  const review = await open(teacherContext, `/review/${made.id}`);
  await review.getByTestId('results').waitFor();
  for (const page of [students[0]!, teacherPage, screen, review])
    expect(await accessibilityProblems(page)).toEqual([]);
  for (const page of [students[0]!, teacherPage, review]) {
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.setViewportSize({ width: 1366, height: 768 });
  }
  await review.close();
});

chapter('the review keeps every part, and who reached it', async () => {
  await conduct('class:end');
  await students[0]!.getByText('1 of 5').first().waitFor();
  const review = await open(teacherContext, `/review/${made.id}`);
  const rows = review.getByTestId('results').locator('tbody tr');
  await rows.first().waitFor();
  expect(await rows.allInnerTexts()).toEqual([
    expect.stringMatching(/花子[\s\S]*4 of 4[\s\S]*4 of 4[\s\S]*40\.0/),
    expect.stringMatching(/Ada[\s\S]*4 of 4[\s\S]*20\.0/),
  ]);
  for (const page of [...students, teacherPage, screen, review]) await page.close();
  expect(errors).toEqual([]);
});
