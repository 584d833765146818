import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import words from '@/client/messages/ja/console.json';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { accessibilityProblems, sidewaysOverflow } from './axe';
import { launchChromium, watchErrors } from './chromium';
import { raceOf } from './race-class';
import { sharedServer } from './shared-server';

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

test('the console says how often each may submit, and a student sees what is left, and for how long to wait', async () => {
  const { code } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  const challenge = handwrittenDigits.steps.findIndex((step) => step.bench === 'digits-challenge');
  mustBeOk(await desk.command({ type: 'step:go', index: challenge }));
  const [student] = await raceOf(server.origin, code, ['花子', 'Ada']);

  const locale = 'ja-JP';
  const own = await browser.newContext({ viewport: { width: 390, height: 844 }, locale });
  await own.addInitScript(
    ([key, value]) => localStorage.setItem(key!, value!),
    [
      `perceptroom:student:${code}`,
      JSON.stringify({ credentials: student!.credentials, nickname: student!.nickname }),
    ],
  );
  const page = await own.newPage();
  const errors = watchErrors(page);
  await page.goto(`${server.origin}/class/${code}`);
  await page.locator('[data-testid="hand-ins-left"][data-left="49"]').waitFor();
  expect(await page.getByTestId('cool-down').count()).toBe(0);

  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale });
  await context.addCookies(teacher.cookies());
  const console_ = await context.newPage();
  errors.push(...watchErrors(console_));
  await console_.goto(`${server.origin}/teach/live/${code}`);
  await console_.getByRole('button', { name: words.race.open, exact: true }).click();
  const choose = (group: string, label: string) =>
    console_.getByRole('group', { name: group, exact: true }).getByText(label, { exact: true }).click();
  await choose(words.settings.handIns, '5');
  await page.locator('[data-testid="hand-ins-left"][data-left="4"]').waitFor();
  await choose(words.settings.coolDown, '5:00');
  const wait = page.getByTestId('cool-down');
  await wait.waitFor();
  const before = Number(await wait.getAttribute('data-seconds'));
  expect(before).toBeLessThanOrEqual(300);
  await expect.poll(async () => Number(await wait.getAttribute('data-seconds'))).toBeLessThan(before);
  for (const one of [page, console_]) {
    expect(await sidewaysOverflow(one)).toBe(0);
    expect(await accessibilityProblems(one)).toEqual([]);
  }
  await choose(words.settings.coolDown, words.settings.noCoolDown);
  await wait.waitFor({ state: 'detached' });
  mustBeOk(await desk.command({ type: 'class:limit-hand-ins', handIns: 1, coolDownSeconds: 3 }));
  await page.locator('[data-testid="hand-ins-left"][data-left="0"]').waitFor();
  expect(errors).toEqual([]);
  desk.close();
  await own.close();
  await context.close();
});
