import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import en from '@/client/messages/en/rounds.json';
import ja from '@/client/messages/ja/rounds.json';
import { mustBeOk } from '@/people/must-be-ok';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { exportPath } from '@/protocol/exports';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { launchChromium } from './chromium';
import { sharedServer } from './shared-server';
import { story } from './story';
import { joinAs, type Looks, type Visit, visit } from './visits';

/**
 * Nobody knows, everybody knows, on the production build: console and projector, and three students whose pages really train, one of them on a phone in Japanese,
 * one of them the saboteur.
 */
const chapter = story();
const server = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;
let made: { id: string; code: string };
let desk: Page;
let wall: Page;
let ada: Page;
let ben: Page;
let hanako: Page;
const errors: string[] = [];
/** Bodies that pages have sent to rounds: their bytes. */
const sent: number[] = [];

/** Whatever the page complains about is told at the end. */
async function told(visited: Promise<Visit>): Promise<Page> {
  const { page, errors: complaints } = await visited;
  page.on('close', () => errors.push(...complaints));
  return page;
}
const open = (path: string, looks: Looks) => told(visit(browser, server.origin + path, looks, { teacher }));
const joined = async (nickname: string, looks: Looks) => {
  const page = await told(joinAs(browser, server.origin, made.code, nickname, looks));
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/rounds/'))
      sent.push(request.postDataBuffer()?.byteLength ?? 0);
  });
  return page;
};
const LAPTOP = { width: 1366, height: 768, locale: 'en-GB' };

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
  made = await teacher.createClass('handwritten-digits');
  const conductor = await teacher.conduct(made.code);
  mustBeOk(await conductor.command({ type: 'class:begin' }));
  conductor.close();
  desk = await open(`/teach/live/${made.code}`, LAPTOP);
  await desk.getByTestId('class-experiments').getByRole('button', { name: en.title, exact: true }).click();
  wall = await open(`/screen/${made.code}`, { width: 1920, height: 1080, locale: 'ja-JP' });
  ada = await joined('Ada', LAPTOP);
  ben = await joined('Ben', LAPTOP);
  hanako = await joined('花子', { width: 390, height: 844, locale: 'ja-JP' });
});
afterAll(async () => {
  await browser?.close();
});

const panel = () => desk.getByTestId('rounds-panel');
const card = (page: Page, stage: string) => page.locator(`[data-testid="rounds"][data-stage="${stage}"]`);
const screen = (stage: string) => wall.locator(`[data-testid="screen-rounds"][data-stage="${stage}"]`);
const press = (name: string) => panel().getByRole('button', { name, exact: true }).click();

chapter('the class is asked, and guesses by keyboard and by finger', async () => {
  await panel().getByRole('group', { name: en.saboteursLabel }).getByText('1', { exact: true }).click();
  await press(en.ask);
  await screen('asking').getByText(ja.waiting).waitFor();
  await card(ada, 'asking').getByRole('radio').first().focus();
  await ada.keyboard.press('ArrowDown');
  await ada.keyboard.press('Enter');
  await card(ada, 'asking').getByText(en.choices.half).last().waitFor();
  await card(hanako, 'asking').getByText(ja.choices.nearly).click();
  await card(hanako, 'asking').getByRole('button', { name: ja.guess, exact: true }).click();
  await panel().getByText('2 of').waitFor();
  await ada.getByTestId('rounds-dealt').getByText('only 0 and 3').waitFor();
});

chapter(
  'each device trains alone, then all together, by itself; who sabotages is told to that one alone',
  async () => {
    await press(en.begin);
    await screen('going').waitFor();
    // Three rounds and more, each trained by three pages.
    await expect
      .poll(() => screen('going').getAttribute('data-done').then(Number), { timeout: 120_000 })
      .toBeGreaterThanOrEqual(3);
    await card(ada, 'going').getByTestId('rounds-result').waitFor();
    await ada.getByTestId('rounds-sent').getByText('0 pictures sent').waitFor();
    const told = await Promise.all([
      card(ada, 'going').getByText(en.saboteur).count(),
      card(ben, 'going').getByText(en.saboteur).count(),
      card(hanako, 'going').getByText(ja.saboteur.slice(0, 8)).count(),
    ]);
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(1);
    for (const page of [desk, wall]) expect(await page.getByText(/Sabotaged:|妨害者：/).count()).toBe(0);
  },
);

chapter('a page that is opened again takes part again, and one that is closed holds nobody up', async () => {
  await ada.reload();
  await ada.getByTestId('rounds-sent').waitFor();
  await ben.close();
  const done = Number(await screen('going').getAttribute('data-done'));
  await expect
    .poll(() => screen('going').getAttribute('data-done').then(Number), { timeout: 120_000 })
    .toBeGreaterThanOrEqual(done + 2);
});

chapter('what pages sent are weights, and nothing else', async () => {
  expect(sent.length).toBeGreaterThanOrEqual(9);
  expect(new Set(sent)).toEqual(new Set([203_560]));
});

chapter('it is held, goes on, and is ended; all of it fits, and is sound to axe', async () => {
  await press(en.hold);
  await screen('held').waitFor();
  await press(en.goOn);
  await screen('going').waitFor();
  await press(en.end);
  await screen('over').waitFor();
  await card(hanako, 'over').waitFor();
  await panel().getByText('Sabotaged:').waitFor();
  expect(await wall.getByText(/妨害者：/).count()).toBe(0);
  for (const page of [desk, ada, hanako, wall]) {
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
  }
  expect(await downwardOverflow(wall)).toBe(0);
});

chapter('it is put away, and is read in the review and as a table', async () => {
  await press(en.close);
  await ada.getByTestId('rounds').waitFor({ state: 'detached' });
  const review = await open(`/review/${made.id}`, LAPTOP);
  await review.getByTestId('review-rounds').getByTestId('rounds-chart').waitFor();
  const table = await desk.request
    .get(server.origin + exportPath(made.id, 'network-rounds', true))
    .then((answer) => answer.text());
  expect(table.trim().split('\r\n').length).toBeGreaterThan(3);
  await review.close();
  for (const page of [desk, wall, ada, hanako]) await page.close();
  expect(errors).toEqual([]);
});
