import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import en from '@/client/messages/en/ensemble.json';
import words from '@/client/messages/en/review.json';
import ja from '@/client/messages/ja/ensemble.json';
import { startOf } from '@/engine/training/start-of';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { EXPERIMENT } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import type { Experiment } from '@/protocol/experiment';
import { exportPath } from '@/protocol/exports';
import type { Answer } from '@/protocol/refusals';
import { type ShareMade, sharedPath, sharesPath } from '@/protocol/share';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { trainFrom } from '@/tests/engine/together/class-of-networks';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { launchChromium } from './chromium';
import { sharedServer } from './shared-server';
import { story } from './story';
import { joinAs, type Looks, type Visit, visit } from './visits';

/**
 * The networks of a class vote, on the production build: console and projector, a student with a laptop in English and one with a phone in Japanese. Three others
 * have handed networks in, over their sockets.
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
const errors: string[] = [];

const own = (seed: number): Experiment => ({
  ...EXPERIMENT,
  ...{ examples: 200, batchSize: 20, epochs: 10, optimizer: 'momentum', learningRate: 0.05, seed },
  network: { kind: 'dense', hidden: [16], activation: 'relu' },
});

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
  const pictures = await allPictures();
  for (const [index, name] of ['Ben', 'Cleo', 'Dan'].entries()) {
    const { tab, credentials } = await studentTab(server.origin, made.code, name);
    const experiment = own(index + 1);
    const runId = freshId();
    mustBeOk(await tab.attachRun(runId, { experiment, backend: 'kernels' }));
    const weights = await trainFrom(experiment, startOf(experiment).weights, pictures);
    mustBeOk((await submit(server.origin, made.code, runId, credentials, weights)).answer);
  }
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

const panel = () => desk.getByTestId('ensemble-panel');
const screen = (counted: boolean) =>
  wall.locator(`[data-testid="screen-ensemble"][data-counted="${counted}"]`);

chapter('the class is asked, and guesses before anything is counted', async () => {
  await panel().getByRole('button', { name: en.ask, exact: true }).click();
  await screen(false).getByText(ja.choices.best).waitFor();
  for (const [page, choice, words] of [
    [ada, 0, en],
    [hanako, 2, ja],
  ] as const) {
    const card = page.getByTestId('ensemble');
    await card.waitFor();
    // Nothing of others' guesses, and nothing counted.
    expect(await card.getByRole('listitem').count()).toBe(0);
    await card.locator('label').nth(choice).click();
    await card.getByRole('button', { name: words.guess, exact: true }).click();
    await page.locator(`[data-testid="ensemble"][data-guess="${choice}"]`).waitFor();
  }
  await desk.getByTestId('ensemble-guessed').getByText('2').first().waitFor();
});

chapter('a page that is opened again has its guess, and may change it', async () => {
  await hanako.reload();
  const card = hanako.getByTestId('ensemble');
  await hanako.locator('[data-testid="ensemble"][data-guess="2"]').waitFor();
  await card.locator('label').nth(1).click();
  await card.getByRole('button', { name: ja.change, exact: true }).click();
  await hanako.locator('[data-testid="ensemble"][data-guess="1"]').waitFor();
});

chapter('the networks vote, and everybody sees what came of it in the own language', async () => {
  await panel().getByRole('button', { name: en.count, exact: true }).click();
  await desk.locator('[data-testid="ensemble-panel"][data-stage="counted"]').waitFor();
  await screen(true).getByTestId('vote-curve').waitFor();
  for (const page of [ada, hanako]) {
    await page.locator('[data-testid="ensemble"][data-counted="true"]').waitFor();
    await page.getByTestId('vote-curve').waitFor();
  }
  const figures = async (page: Page) =>
    (await page.getByTestId('ensemble-figures').locator('dd').allInnerTexts()).map((text) =>
      text.replaceAll(/\s/g, ''),
    );
  const said = await figures(desk);
  expect(said).toHaveLength(5);
  for (const page of [wall, ada, hanako]) expect(await figures(page)).toEqual(said);
  // Nobody but the teacher reads whose network was right where.
  for (const page of [ada, hanako, wall])
    expect(await page.getByText('Cleo', { exact: true }).count()).toBe(0);
});

chapter('all of it fits, and is sound to axe', async () => {
  for (const page of [desk, ada, hanako, wall]) {
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
  }
  expect(await downwardOverflow(wall)).toBe(0);
});

chapter('it is put away with its step, can be shown again, and is read in the review', async () => {
  await panel().getByRole('button', { name: en.close, exact: true }).click();
  await ada.getByTestId('ensemble').waitFor({ state: 'detached' });
  await screen(true).waitFor({ state: 'detached' });
  const conductor = await teacher.conduct(made.code);
  mustBeOk(await conductor.command({ type: 'screen:show', view: 'ensemble', argument: null, pinned: false }));
  conductor.close();
  await screen(true).waitFor();
  const review = await open(`/review/${made.id}`, LAPTOP);
  await review.getByTestId('review-ensembles').getByTestId('vote-curve').waitFor();
  const table = (name: 'network-votes' | 'network-vote-students') =>
    desk.request.get(server.origin + exportPath(made.id, name, true)).then((answer) => answer.text());
  expect((await table('network-votes')).trim().split('\r\n')).toHaveLength(2);
  // Ada and 花子 guessed; of the others those are there who alone were right.
  expect(await table('network-vote-students')).toMatch(/,Ada,best,[\s\S]*,花子,mean,/);
  for (const name of ['network-votes', 'network-vote-students'] as const)
    await review.getByRole('link', { name: words.export.table[name], exact: true }).waitFor();
  await review.close();
});

chapter('a link to the class shows it to others, in their language, and names nobody', async () => {
  const conductor = await teacher.conduct(made.code);
  mustBeOk(await conductor.command({ type: 'class:end' }));
  conductor.close();
  const shared = mustBeOk(
    await teacher.ask<Answer<ShareMade>>('POST', sharesPath(made.id), { named: false }),
  );
  const { origin } = server;
  const looks = { ...LAPTOP, locale: 'ja-JP' };
  const page = await told(visit(browser, origin + sharedPath(shared.token), looks, 'stranger'));
  const card = page.getByTestId('review-ensembles');
  await card.getByTestId('vote-curve').waitFor();
  await card.getByText(ja.guesses).first().waitFor();
  for (const name of ['Ada', 'Ben', 'Cleo', 'Dan', '花子'])
    expect(await page.getByText(name, { exact: true }).count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
  await page.close();
  for (const page of [desk, wall, ada, hanako]) await page.close();
  expect(errors).toEqual([]);
});
