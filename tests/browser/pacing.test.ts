import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { studentTab, type TabStudent } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import type { StudentView } from '@/protocol/views';
import { PATIENCE_MS } from '@/tests/patience';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { everybodyLeaves, launchChromium, openTab, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** One class, led at every pace: its console, its projector, a student in a browser whose clock is an hour off, and one without. */
const server = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;
const complaints: string[][] = [];

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
});
afterAll(async () => {
  closeTabs();
  await everybodyLeaves(browser);
  await browser?.close();
});

async function open(path: string, locale: string, size: { width: number; height: number }, own = true) {
  const page = await openTab(browser, { locale, viewport: size });
  complaints.push(watchErrors(page));
  if (own) await page.context().addCookies(teacher.cookies());
  // No clock of a device is to be trusted.
  else await page.addInitScript('{ const now = Date.now; Date.now = () => now() + 3600000; }');
  await page.goto(server.origin + path);
  return page;
}

const stepOf = (page: Page) => page.getByTestId('bench').getAttribute('data-step-id');
const secondsOn = async (page: Page) =>
  Number(await page.getByTestId('countdown').first().getAttribute('data-seconds'));
const herePerStep = (page: Page) =>
  page
    .getByRole('list', { name: 'Steps of this lesson' })
    .locator('li')
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-here'))));

test('a class goes together, freely and back, against a clock, and hears what its teacher says', async () => {
  // Without its challenge and its recap, and with the second step first.
  const console = await open('/teach/start', 'en-GB', { width: 1366, height: 768 });
  const lesson = console.locator('[data-lesson=perceptron]');
  await lesson.getByText('Choose steps and their order').click();
  await lesson.getByRole('checkbox', { name: 'The challenge' }).press('Space');
  await lesson.getByRole('checkbox', { name: 'What you found' }).press('Space');
  await lesson.getByText('the class has no board').waitFor();
  await lesson.getByRole('button', { name: 'The line that decides: one place earlier' }).press('Enter');
  expect(await accessibilityProblems(console)).toEqual([]);
  await lesson.getByRole('button', { name: 'Start' }).click();
  await console.waitForURL(/\/teach\/live\//);
  const code = console.url().slice(-6);
  const desk = await teacher.conduct(code);
  await desk.command({ type: 'class:begin' });
  const ben: TabStudent<RecordingTab> = await studentTab(server.origin, code, 'Ben');
  const heard = () => (ben.tab.views.at(-1) as StudentView | undefined)?.message ?? null;
  const ada = await open(`/join/${code}`, 'ja', { width: 390, height: 844 }, false);
  await ada.getByRole('textbox').last().fill('Ada');
  await ada.keyboard.press('Enter');
  await ada.waitForURL(/\/class\//);
  const card = console.locator('[data-testid=student-card][data-nickname="Ada"]');

  // Together: the teacher jumps, the student looks back and comes back.
  await console.getByRole('button', { name: 'Go to step 3' }).click();
  await expect.poll(() => stepOf(ada)).toBe('learn');
  await ada.getByRole('button', { name: 'ステップ 1' }).click();
  await expect.poll(() => stepOf(ada)).toBe('line');
  await expect.poll(() => herePerStep(console)).toEqual([1, 0, 1, 0, 0]);
  await expect.poll(() => card.getByTestId('student-step').textContent()).toContain('At step 1');
  expect(await ada.getByRole('button', { name: 'ステップ 4' }).count()).toBe(0);
  await ada.getByRole('button', { name: 'クラスのステップへ' }).click();
  await expect.poll(() => stepOf(ada)).toBe('learn');

  // Freely: the class's step moves nobody, and a reload finds the own one.
  await console.getByText('Free', { exact: true }).click();
  await ada.getByRole('button', { name: '次のステップ' }).click();
  await expect.poll(() => stepOf(ada)).toBe('xor');
  await console.getByRole('button', { name: 'Go to step 2' }).click();
  await ada.reload();
  await expect.poll(() => stepOf(ada)).toBe('xor');
  await expect.poll(() => herePerStep(console)).toEqual([0, 1, 0, 1, 0]);

  // One clock on every screen; it stands while the class does.
  const screen = await open(`/screen/${code}`, 'en-GB', { width: 1920, height: 1080 });
  await console.getByRole('button', { name: 'Countdown' }).click();
  await console.getByRole('button', { name: '5 min', exact: true }).click();
  for (const page of [ada, screen]) await page.getByTestId('countdown').waitFor();
  expect(await secondsOn(console)).toBeGreaterThan(300 - PATIENCE_MS / 1_000);
  await expect
    .poll(async () => {
      const seconds = await Promise.all([console, ada, screen].map(secondsOn));
      return Math.max(...seconds) - Math.min(...seconds);
    })
    .toBeLessThanOrEqual(1);
  await console.getByRole('button', { name: 'Pause all' }).click();
  await ada.getByTestId('held-note').first().waitFor();
  await expect.poll(() => ada.getByTestId('countdown').getAttribute('title')).toContain('止まります');
  await ada.reload();
  await ada.getByTestId('held-note').first().waitFor();
  await expect.poll(() => stepOf(ada)).toBe('xor');
  await expect.poll(async () => (await secondsOn(ada)) - (await secondsOn(console))).toBe(0);
  expect(await accessibilityProblems(ada)).toEqual([]);
  expect(await downwardOverflow(screen)).toBe(0);
  await console.getByRole('button', { name: 'Resume all' }).click();

  // A message to whom the teacher has chosen, by keyboard.
  await console.getByRole('button', { name: 'Choose students' }).press('Enter');
  await console.getByRole('checkbox', { name: 'Choose Ada' }).press('Space');
  expect(await accessibilityProblems(console)).toEqual([]);
  await console.getByTestId('selection').getByRole('button', { name: 'Message', exact: true }).press('Enter');
  const text = console.getByRole('textbox', { name: 'What you want to say' });
  await expect.poll(() => text.evaluate((field) => field === document.activeElement)).toBe(true);
  await text.fill('Try  w₁ = 2\n');
  expect(await accessibilityProblems(console)).toEqual([]);
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => ada.getByTestId('teacher-message').textContent()).toContain('Try w₁ = 2');
  expect(await sidewaysOverflow(ada)).toBe(0);
  expect(heard()).toBeNull();
  await ada.getByRole('button', { name: 'わかりました' }).click();
  await expect.poll(() => ada.getByTestId('teacher-message').count()).toBe(0);
  await console.getByRole('button', { name: 'Message to all' }).click();
  await console.getByText('to 1 student, 1 put it away').waitFor();
  await console.getByRole('textbox', { name: 'What you want to say' }).fill('Everybody, please look');
  await console.keyboard.press('Enter');
  await expect.poll(() => heard()?.text).toBe('Everybody, please look');

  // Together again: everybody comes along.
  await console.getByText('Together', { exact: true }).click();
  await expect.poll(() => stepOf(ada)).toBe('weigh');
  await ada.getByTestId('teacher-message').waitFor();
  desk.close();
  expect(complaints.flat()).toEqual([]);
});
