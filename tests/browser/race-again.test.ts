import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import english from '@/client/messages/en/challenge.json';
import japanese from '@/client/messages/ja/challenge.json';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import type { TabStudent } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { launchChromium } from './chromium';
import { raceOf } from './race-class';
import { sharedServer } from './shared-server';
import { type Looks, visit } from './visits';

/** The finale of a race: its teacher runs it again, and console, projector and the students' pages show how often each would have won. */
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

/** What the bars say, once all races are over. */
async function winsOn(page: Page): Promise<number[]> {
  await page.locator('[data-testid="race-again"][data-over="1000"]').waitFor();
  const rows = page.getByTestId('race-again').locator('[data-row]');
  return rows.evaluateAll((all) => all.map((row) => Number((row as HTMLElement).dataset.wins)));
}
const sum = (wins: readonly number[]) => wins.reduce((all, one) => all + one, 0);

test.each([
  ['en-GB', english, false],
  ['ja-JP', japanese, true],
] as const)('the race is run again before everybody: %s', async (locale, words, dark) => {
  const { code, id } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  const names = ['Ada', 'Ben', '花子', 'Dana', 'Emil', 'Finn', 'Gül', 'Hana', 'Ida', 'Jo', 'Kai'];
  const students = await raceOf(server.origin, code, names);
  mustBeOk(await desk.command({ type: 'class:end' }));
  desk.close();

  const hanako = { code, of: students[2]! };
  const console_ = await open(`/teach/live/${code}`, { width: 1366, height: 768, locale, dark });
  const wall = await open(`/screen/${code}`, { width: 1920, height: 1080, locale, dark, motion: true });
  const own = await open(`/class/${code}`, { width: 390, height: 844, locale, dark }, hanako);
  const pages = [console_, wall, own];

  // The places that are possible stand there before; how often each has won does not.
  await wall.page.getByText(words.places.could).first().waitFor();
  await own.page.getByText(words.places.could).first().waitFor();
  expect(await wall.page.getByTestId('race-again').count()).toBe(0);
  const button = console_.page.getByRole('button', {
    name: words.again.run.replace('{races}', '1,000'),
  });
  await button.focus();
  await console_.page.keyboard.press('Enter');

  const wins = await winsOn(console_.page);
  expect(sum(wins)).toBe(1_000);
  expect(wins.filter((one) => one > 0).length).toBeGreaterThan(1);
  expect(sum(await winsOn(wall.page))).toBe(1_000);
  const onOwn = await winsOn(own.page);
  expect(sum(onOwn)).toBe(1_000);
  expect(await own.page.getByTestId('race-again').locator('[aria-current="true"]').count()).toBe(1);
  await wall.page.locator('[data-screen="again"]').waitFor();
  expect([await sidewaysOverflow(wall.page), await downwardOverflow(wall.page)]).toEqual([0, 0]);
  // The wall names nobody whom its teacher has not named.
  expect(await wall.page.getByText('Gül').count()).toBe(0);
  for (const { page } of [console_, own]) expect(await sidewaysOverflow(page)).toBe(0);

  // A page that is loaded anew shows the same.
  await own.page.reload();
  expect(await winsOn(own.page)).toEqual(onOwn);

  const review = await open(`/review/${id}`, { width: 1366, height: 768, locale, dark });
  await review.page.getByText(words.again.column.replace('{races}', '1,000')).waitFor();
  for (const { page, errors } of [...pages, review]) {
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  }
});
