import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findLesson } from '@/lessons/registry';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { studentTab } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { PATIENCE_MS } from '@/tests/patience';
import { everybodyLeaves, launchChromium, openTab, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** Starting a class and leading it without a mouse. */
const server = sharedServer();
/** Of the handwritten digits: a check can be voted on. */
const STEP_WITH_CHECK = findLesson('handwritten-digits')!.steps.findIndex(({ check }) => check);
let browser: Browser;
let teacher: RegisteredTeacher;

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
});
afterAll(async () => {
  closeTabs();
  await everybodyLeaves(browser);
  await browser?.close();
});

async function open(path: string): Promise<Page> {
  const page = await openTab(browser, { viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.context().addCookies(teacher.cookies());
  await page.goto(`${server.origin}${path}`);
  return page;
}
/** What has the focus; nothing of it where nothing has. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const on = document.activeElement === document.body ? null : document.activeElement;
    return {
      text: on?.textContent?.trim() ?? '',
      lesson: on?.closest<HTMLElement>('[data-lesson]')?.dataset.lesson ?? null,
    };
  });

test('all lessons are one stop: any of them is a few keys away, and what follows the list is behind one of them', async () => {
  const page = await open('/teach/start');
  const lessons = await page
    .locator('[data-lesson]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.lesson!));
  expect(lessons.length).toBeGreaterThan(8);
  await page.locator('[data-lesson] summary').first().focus();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toEqual({ text: 'Start', lesson: lessons[0] });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toEqual({ text: 'Start', lesson: lessons[2] });
  await page.keyboard.press('End');
  expect(await focused(page)).toEqual({ text: 'Start', lesson: lessons.at(-1) });
  // From there the two links of this lesson, and the list is behind.
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
  expect((await focused(page)).lesson).toBeNull();
  await page.keyboard.press('Shift+Tab');
  expect((await focused(page)).lesson).toBe(lessons.at(-1));
  await page.keyboard.press('Home');
  expect((await focused(page)).lesson).toBe(lessons[0]);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toEqual({ text: 'Start', lesson: lessons[0] });
  await page.keyboard.press('Enter');
  await page.waitForURL('**/teach/live/*');
  const begin = page.getByRole('button', { name: 'Begin', exact: true });
  await begin.waitFor();
  // What had the focus is gone with the page: the console's heading has it, and the way to Begin is short.
  await expect.poll(async () => (await focused(page)).text).toMatch(/^Console\s·\s/);
  let presses = 0;
  while ((await focused(page)).text !== 'Begin' && presses < 10) {
    await page.keyboard.press('Tab');
    presses += 1;
  }
  expect((await focused(page)).text).toBe('Begin');
  await page.keyboard.press('Enter');
  await begin.waitFor({ state: 'detached' });
  await expect.poll(async () => (await focused(page)).text).not.toBe('');
});

test('who lets the last one in, and who ends the class, is told where they are', async () => {
  const { code } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  mustBeOk(await desk.command({ type: 'class:require-approval', required: true }));
  const page = await open(`/teach/live/${code}`);
  const errors = watchErrors(page);
  await studentTab(server.origin, code, 'Mia');
  const letIn = page.getByRole('button', { name: 'Let in Mia' });
  await letIn.focus();
  await page.keyboard.press('Enter');
  await letIn.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toEqual({ text: expect.stringMatching(/^.{1,60}$/), lesson: null });

  const end = page.getByRole('button', { name: 'End class' }).first();
  await end.focus();
  await page.keyboard.press('Enter');
  // It moves the focus into itself once it is there, and only then is it anybody else's.
  const dialog = page.getByRole('alertdialog');
  await expect.poll(() => dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
  await dialog.getByRole('button', { name: 'End class' }).press('Enter');
  await expect.poll(async () => (await focused(page)).text).toBe('The class has ended');
  expect(errors).toEqual([]);
});

test('B, V and ? do nothing while something else wants letters, and each does its own otherwise', async () => {
  const { code } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  mustBeOk(await desk.command({ type: 'step:go', index: STEP_WITH_CHECK }));
  const page = await open(`/teach/live/${code}`);
  const errors = watchErrors(page);
  const marks = page.getByRole('button', { name: /Remove the bookmark/, includeHidden: true });
  const vote = page.getByTestId('vote-panel');
  const keys = page.getByRole('dialog', { name: 'Keys', exact: true });
  await vote.waitFor();
  const done = async () => ({
    marks: await marks.count(),
    vote: await vote.getAttribute('data-phase'),
    keys: await keys.count(),
  });
  const all = async () => {
    for (const key of ['b', 'B', 'v', '?']) await page.keyboard.press(key);
  };

  await page.getByRole('searchbox').first().focus();
  await all();
  expect(await page.getByRole('searchbox').first().inputValue()).toBe('bBv?');
  await page.getByRole('searchbox').first().fill('');
  await page.locator('main select').first().focus();
  await all();
  for (const opener of ['End class', 'Hand out a set-up', 'Message to all']) {
    await page.getByRole('button', { name: opener }).first().focus();
    await page.keyboard.press('Enter');
    const front = page.locator('[role=dialog], [role=alertdialog]');
    await front.waitFor();
    await all();
    await page.keyboard.press('Escape');
    await front.waitFor({ state: 'detached' });
  }
  expect(await done()).toEqual({ marks: 0, vote: '', keys: 0 });

  // A choice of one from several is no text: letters mean nothing to it.
  await page.getByRole('radio', { name: 'Name', exact: true }).focus();
  await page.keyboard.press('b');
  await expect.poll(done).toEqual({ marks: 1, vote: '', keys: 0 });
  await page.keyboard.press('v');
  await expect.poll(done).toEqual({ marks: 1, vote: 'first', keys: 0 });
  await page.keyboard.press('?');
  await expect.poll(done).toEqual({ marks: 1, vote: 'first', keys: 1 });
  // Nor do they act behind the list of themselves.
  await all();
  expect(await done()).toEqual({ marks: 1, vote: 'first', keys: 1 });
  expect(errors).toEqual([]);
});
