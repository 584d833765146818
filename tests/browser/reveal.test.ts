import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import englishConsole from '@/client/messages/en/console.json';
import english from '@/client/messages/en/reveal.json';
import japaneseConsole from '@/client/messages/ja/console.json';
import japanese from '@/client/messages/ja/reveal.json';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import type { TabStudent } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import type { Answer } from '@/protocol/refusals';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { launchChromium } from './chromium';
import { sharedServer } from './shared-server';
import { type Racer, variedRace } from './varied-race';
import { type Looks, visit } from './visits';

/** The reveal of a race as a class sees it: its teacher at console and phone, the projector, and three students' pages. */
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

const RACERS: readonly Racer[] = [
  { nickname: 'Ada', noise: 0.02, units: 64, examples: 6_000 },
  { nickname: 'Ben', noise: 0.03, units: 32, before: 0.6 },
  { nickname: '花子', noise: 0.2, examples: 100 },
  { nickname: 'Dana', noise: 0.05, examples: 2_000, before: 0.45 },
  { nickname: 'Emil', noise: 0.06, units: 16 },
  { nickname: 'Finn', noise: 0.08, units: 100 },
  { nickname: 'Gül', noise: 0.1, examples: 320 },
  { nickname: 'Hana', noise: 0.12, units: 24 },
  { nickname: 'Ida', noise: 0.15, units: 12 },
  { nickname: 'Jo', noise: 0.25 },
  { nickname: 'Kai', noise: 0.3, units: 48 },
];

const open = (path: string, looks: Looks, student?: { code: string; of: TabStudent }) =>
  visit(
    browser,
    server.origin + path,
    looks,
    student ? { student: student.of, code: student.code } : { teacher },
  );

/** A class that has raced, in which somebody was ill and got better, and somebody helped. */
async function racedClass() {
  const { code, id } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  const students = await variedRace(server.origin, code, RACERS);
  const [ada, ben] = students.map((student) => student.id) as [string, string];
  mustBeOk(
    await students[1]!.tab.say<Answer>('student:condition', {
      findings: [{ kind: 'rate-too-high', unrest: 0.4, overshot: 0.5 }],
      hidden: false,
    }),
  );
  mustBeOk(await students[1]!.tab.command({ type: 'help:ask', kind: 'need' }));
  mustBeOk(await desk.command({ type: 'help:pair', studentId: ben, helperId: ada }));
  mustBeOk(await students[1]!.tab.say<Answer>('student:condition', { findings: [], hidden: false }));
  mustBeOk(await desk.command({ type: 'help:close', studentId: ben }));
  desk.close();
  return { code, id, students };
}

const stageIs = (page: Page, id: string, phase: string, shown: number) =>
  page.locator(`[data-testid="${id}"][data-phase="${phase}"][data-shown="${shown}"]`).first().waitFor();
const hiddenOn = (page: Page, id: string) =>
  page
    .getByTestId(id)
    .locator('[data-row]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.hidden === 'true'));

test.each([
  ['en-GB', english, englishConsole, false],
  ['ja-JP', japanese, japaneseConsole, true],
] as const)('a race is revealed step by step: %s', async (locale, words, conduct, dark) => {
  const { code, id, students } = await racedClass();
  const desktop = { width: 1366, height: 768, locale, dark };
  const handset = { width: 390, height: 844, locale, dark };
  const console_ = await open(`/teach/live/${code}`, desktop);
  const phone = await open(`/teach/live/${code}`, handset);
  const wall = await open(`/screen/${code}`, { width: 1920, height: 1080, locale, dark });
  const ada = await open(`/class/${code}`, desktop, { code, of: students[0]! });
  const hanako = await open(`/class/${code}`, handset, { code, of: students[2]! });
  const kai = await open(`/class/${code}`, desktop, { code, of: students[10]! });
  const pages = [console_, phone, wall, ada, hanako, kai];
  const look = async () => {
    expect([await sidewaysOverflow(wall.page), await downwardOverflow(wall.page)]).toEqual([0, 0]);
    for (const { page } of [console_, phone, ada, hanako]) expect(await sidewaysOverflow(page)).toBe(0);
    for (const { page } of [console_, wall, hanako]) expect(await accessibilityProblems(page)).toEqual([]);
  };

  // The class ends with it.
  await console_.page.getByRole('button', { name: conduct.conduct.end, exact: true }).first().click();
  await console_.page.getByRole('button', { name: words.desk.begin }).click();
  await stageIs(wall.page, 'reveal-wall', 'board', 0);
  for (const { page } of [ada, hanako, kai]) await stageIs(page, 'reveal-stage', 'board', 0);
  expect(await hiddenOn(wall.page, 'reveal-wall')).toEqual(new Array(8).fill(true));
  // Everybody guesses what the own network will get.
  const guess = hanako.page.getByTestId('reveal-guess');
  await guess.getByRole('button', { name: words.guess.commit }).click();
  await hanako.page.locator('[data-testid="reveal-guess"]:not([data-guess=""])').waitFor();
  await look();

  // Console by key, phone by thumb, each goes on from where the other was.
  await console_.page.keyboard.press('n');
  await stageIs(wall.page, 'reveal-wall', 'half', 3);
  await stageIs(kai.page, 'reveal-stage', 'half', 3);
  expect((await hiddenOn(kai.page, 'reveal-table')).filter((hidden) => !hidden)).toHaveLength(3);
  expect(await hiddenOn(wall.page, 'reveal-wall')).toEqual(new Array(8).fill(true));
  const own = ada.page.getByTestId('reveal-table').locator('[aria-current="true"]');
  expect(await own.getAttribute('data-hidden')).toBe('true');
  await stageIs(phone.page, 'reveal-card', 'half', 3);
  await phone.page.getByRole('button', { name: words.desk.next, exact: true }).click();
  await stageIs(wall.page, 'reveal-wall', 'half', 4);
  expect(await hiddenOn(wall.page, 'reveal-wall')).toEqual([...new Array(7).fill(true), false]);
  await console_.page.keyboard.press('p');
  await stageIs(wall.page, 'reveal-wall', 'half', 3);
  await console_.page.keyboard.press('n');
  await stageIs(wall.page, 'reveal-wall', 'half', 4);
  // A page that is loaded anew is where the class is.
  await wall.page.reload();
  await stageIs(wall.page, 'reveal-wall', 'half', 4);
  await look();
  for (let shown = 5; shown <= RACERS.length; shown += 1) {
    await console_.page.keyboard.press('n');
    await stageIs(wall.page, 'reveal-wall', 'half', shown);
  }
  expect(await hiddenOn(wall.page, 'reveal-wall')).toEqual(new Array(8).fill(false));

  await console_.page.keyboard.press('n');
  await stageIs(wall.page, 'reveal-wall', 'moved', 0);
  for (const { page } of [ada, hanako, kai]) {
    await stageIs(page, 'reveal-stage', 'moved', 0);
    expect(await page.getByTestId('reveal-table').locator('[aria-current="true"]').count()).toBe(1);
  }
  await look();

  // One award is withheld; the others are given one by one.
  const desk = console_.page.getByTestId('award-desk');
  await desk.getByRole('button', { name: `${words.desk.withhold}: ${words.award.examples}` }).click();
  await desk.getByRole('button', { name: `${words.desk.give}: ${words.award.examples}` }).waitFor();
  const kinds = ['helpful', 'failure', 'predicted', 'improved', 'smallest'];
  const given = await desk
    .locator('[data-award]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.award!));
  const wanted = given.filter((kind) => kind !== 'examples');
  expect(kinds).toEqual(expect.arrayContaining(wanted));
  expect(wanted).toEqual(expect.arrayContaining(['helpful', 'failure', 'improved', 'smallest']));
  for (let shown = 1; shown <= wanted.length; shown += 1) {
    await phone.page.getByRole('button', { name: words.desk.next, exact: true }).click();
    await stageIs(wall.page, 'reveal-wall', 'awards', shown);
    await stageIs(ada.page, 'reveal-stage', 'awards', shown);
  }
  expect(
    await wall.page
      .getByTestId('reveal-awards')
      .locator('[data-award]')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.award!)),
  ).toEqual(wanted);
  expect(await ada.page.locator('[data-award][aria-current="true"]').count()).toBeGreaterThan(0);
  await look();

  await console_.page.keyboard.press('n');
  await stageIs(wall.page, 'reveal-wall', 'picture', 0);
  await wall.page.getByTestId('reveal-picture').locator('[data-front="true"]').first().waitFor();
  const front = wall.page.getByTestId('reveal-picture').locator('[data-front="true"]');
  expect(await front.count()).toBeGreaterThan(1);
  await hanako.page.getByText(words.picture.table).click();
  await hanako.page.getByRole('table', { name: words.phases.picture }).waitFor();
  await look();
  // The wall names nobody whom its teacher has not named.
  expect(await wall.page.getByText('Gül').count()).toBe(0);

  const review = await open(`/review/${id}`, desktop);
  await review.page.getByTestId('review-reveal').getByTestId('reveal-picture').waitFor();
  expect(await accessibilityProblems(review.page)).toEqual([]);
  for (const { page, errors } of [...pages, review]) {
    expect(errors).toEqual([]);
    await page.context().close();
  }
});
