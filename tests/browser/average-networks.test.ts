import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import benchEn from '@/client/messages/en/bench.json';
import en from '@/client/messages/en/merge.json';
import words from '@/client/messages/en/review.json';
import ja from '@/client/messages/ja/merge.json';
import { startOf } from '@/engine/training/start-of';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { studentTab, type TabStudent } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { exportPath } from '@/protocol/exports';
import type { StudentView } from '@/protocol/views';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { trainFrom } from '@/tests/engine/together/class-of-networks';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { launchChromium } from './chromium';
import { sharedServer } from './shared-server';
import { story } from './story';
import { joinAs, type Looks, type Visit, visit } from './visits';

/**
 * Average the networks, on the production build: console and projector, a student with a laptop in English who trains what was dealt, one with a phone in Japanese
 * who guesses, and six others who train over their sockets.
 */
const chapter = story();
const server = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;
let made: { id: string; code: string };
let desk: Page;
let wall: Page;
let ada: Page;
let hanako: Page;
const others: TabStudent<RecordingTab>[] = [];
const errors: string[] = [];

/** Whatever the page complains about is told at the end. */
async function told(visited: Promise<Visit>): Promise<Page> {
  const { page, errors: complaints } = await visited;
  page.on('close', () => errors.push(...complaints));
  return page;
}
const open = (path: string, looks: Looks) => told(visit(browser, server.origin + path, looks, { teacher }));
const joined = (nickname: string, looks: Looks) =>
  told(joinAs(browser, server.origin, made.code, nickname, looks));
const LAPTOP = { width: 1366, height: 768, locale: 'en-GB' };

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
  made = await teacher.createClass('handwritten-digits');
  const conductor = await teacher.conduct(made.code);
  mustBeOk(await conductor.command({ type: 'class:begin' }));
  conductor.close();
  for (const name of ['Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus'])
    others.push(await studentTab(server.origin, made.code, name));
  desk = await open(`/teach/live/${made.code}`, LAPTOP);
  await desk.getByTestId('class-experiments').getByRole('button', { name: en.title, exact: true }).click();
  wall = await open(`/screen/${made.code}`, { width: 1920, height: 1080, locale: 'ja-JP' });
  ada = await joined('Ada', LAPTOP);
  hanako = await joined('花子', { width: 390, height: 844, locale: 'ja-JP' });
});
afterAll(async () => {
  closeTabs();
  await browser?.close();
});

const panel = () => desk.getByTestId('merge-panel');
const card = (page: Page, stage: string) => page.locator(`[data-testid="merge"][data-stage="${stage}"]`);
const screen = (stage: string) => wall.locator(`[data-testid="screen-merge"][data-stage="${stage}"]`);
const press = (name: string) => panel().getByRole('button', { name, exact: true }).click();

chapter('the class is asked, and guesses by keyboard and by finger', async () => {
  await press(en.ask);
  await screen('training').getByText(ja.waiting).waitFor();
  await card(ada, 'training').getByRole('radio').first().focus();
  await ada.keyboard.press('ArrowDown');
  await ada.keyboard.press('ArrowDown');
  await ada.keyboard.press('Enter');
  await card(ada, 'training').getByText(en.stands.replace('{choice}', en.choices.worse)).waitFor();
  await card(hanako, 'training').getByText(ja.choices.best).click();
  await card(hanako, 'training').getByRole('button', { name: ja.guess, exact: true }).click();
  await desk.getByTestId('merge-count').getByText('2 of').waitFor();
  // Nobody hears what was guessed, and nothing can be averaged.
  expect(await wall.getByText(en.guesses).count()).toBe(0);
  await panel().getByRole('button', { name: en.average, exact: true }).waitFor();
  expect(
    await panel().getByRole('button', { name: en.average, exact: true }).getAttribute('aria-disabled'),
  ).toBe('true');
});

chapter('a page that is opened again has its guess', async () => {
  await ada.reload();
  await card(ada, 'training').getByText(en.stands.replace('{choice}', en.choices.worse)).waitFor();
});

chapter('each is dealt a training, which is put on the bench, trained and handed in', async () => {
  await card(ada, 'training').getByRole('button', { name: en.put, exact: true }).click();
  await card(ada, 'training').getByText(en.train).waitFor();
  const bar = ada.getByTestId('run-bar');
  await bar.getByRole('button', { name: benchEn.bar.train, exact: true }).click();
  await bar.getByText(benchEn.state.finished, { exact: true }).waitFor();
  await bar.getByRole('button', { name: benchEn.bar.submit, exact: true }).click();
  await card(ada, 'training').getByText('takes part in the average').waitFor();
  const pictures = await allPictures();
  for (const student of others) {
    const { experiment } = (student.tab.views.at(-1) as StudentView).merge!;
    const runId = freshId();
    mustBeOk(await student.tab.attachRun(runId, { experiment: experiment!, backend: 'kernels' }));
    const weights = await trainFrom(experiment!, startOf(experiment!).weights, pictures);
    mustBeOk((await student.submit(runId, weights)).answer);
  }
  await desk.getByTestId('merge-count').getByText('7 of 8').waitFor();
});

chapter(
  'the average is shown to all, with units in their own orders, and nothing of what comes next',
  async () => {
    await press(en.average);
    await screen('average').getByTestId('unit-seats').waitFor();
    await card(ada, 'average').getByText(en.yours.replace('{choice}', en.choices.worse)).waitFor();
    for (const page of [desk, wall, ada]) {
      expect(await page.getByTestId('unit-seats').getAttribute('data-aligned')).toBe('false');
    }
    await panel().getByText(en.bars.soon).waitFor();
    await wall.getByText(ja.bars.soon).waitFor();
    // Whoever handed nothing in sees what came of it all the same.
    await card(hanako, 'average').getByTestId('merge-bars').waitFor();
    expect(await hanako.getByTestId('unit-seats').count()).toBe(0);
  },
);

chapter('a teacher who leaves and comes back goes on where the class is', async () => {
  await desk.reload();
  await press(en.align);
  await screen('align').locator('[data-testid="unit-seats"][data-aligned="true"]').waitFor();
  await card(ada, 'align').locator('[data-testid="unit-seats"][data-aligned="true"]').waitFor();
  // Where units went is read out, too.
  await panel()
    .getByTestId('unit-seats')
    .getByText('They stand in the order of the first network')
    .waitFor({ state: 'attached' });
});

chapter('the aligned average is shown', async () => {
  await press(en.alignedAverage);
  await screen('aligned').waitFor();
  await card(hanako, 'aligned').waitFor();
  await expect.poll(() => desk.getByTestId('merge-findings').getByRole('listitem').count()).toBe(4);
});

chapter('two small networks are stepped through, in numbers', async () => {
  const small = card(ada, 'aligned').getByTestId('small-networks');
  await small.getByText(en.small.title).click();
  const answers = (of: number) => small.getByTestId('small-answers').nth(of).getByRole('listitem');
  const said = async (of: number) => (await answers(of).allTextContents()).map((text) => text.slice(-4));
  const before = await said(1);
  await small.getByText(en.small.stages.swap, { exact: true }).click();
  await small.getByRole('button', { name: 'Swap 1 and 2', exact: true }).click();
  expect(await said(1)).toEqual(before);
  await small.getByText(en.small.stages.mean, { exact: true }).click();
  expect(await said(2)).toEqual(['0.00', '0.18', '0.25', '0.02']);
  await small.getByText(en.small.stages.match, { exact: true }).click();
  expect(await small.getByTestId('likeness').locator('td.font-bold').allTextContents()).toEqual([
    '2.00 chosen',
    '2.00 chosen',
    '7.00 chosen',
  ]);
  await small.getByText(en.small.stages.again, { exact: true }).click();
  expect(await said(2)).toEqual(['0.05', '0.95', '1.10', '0.05']);
});

chapter('the teacher steps through them on the projector, too', async () => {
  const small = panel().getByTestId('small-networks');
  await small.getByText(en.small.title).click();
  await small.getByText(en.small.stages.mean, { exact: true }).click();
  await small.getByRole('button', { name: en.small.onScreen, exact: true }).click();
  await wall.locator('[data-testid="screen-small"][data-stage="mean"]').waitFor();
  await small.getByText(en.small.stages.again, { exact: true }).click();
  const shown = wall.locator('[data-testid="screen-small"][data-stage="again"]');
  await shown.getByText(ja.small.said.again).waitFor();
  expect(await shown.getByTestId('small-answers').nth(2).textContent()).toContain('0.95');
  expect(await downwardOverflow(wall)).toBe(0);
  expect(await accessibilityProblems(wall)).toEqual([]);
  await small.getByRole('button', { name: en.small.onScreen, exact: true }).click();
  await wall.getByTestId('screen-merge').waitFor();
});

chapter('all of it fits, and is sound to axe', async () => {
  for (const page of [desk, ada, hanako, wall]) {
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
  }
  expect(await downwardOverflow(wall)).toBe(0);
});

chapter('it is put away, and is read in the review and as a table', async () => {
  await press(en.close);
  await ada.getByTestId('merge').waitFor({ state: 'detached' });
  const review = await open(`/review/${made.id}`, LAPTOP);
  const shown = review.getByTestId('review-merges');
  await shown.getByTestId('merge-bars').waitFor();
  await shown.getByTestId('unit-seats').waitFor();
  const table = await desk.request
    .get(server.origin + exportPath(made.id, 'network-averages', true))
    .then((answer) => answer.text());
  expect(table.trim().split('\r\n')).toHaveLength(2);
  await review.getByRole('link', { name: words.export.table['network-averages'], exact: true }).waitFor();
  await review.close();
  for (const page of [desk, wall, ada, hanako]) await page.close();
  expect(errors).toEqual([]);
});
