import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import en from '@/client/messages/en/audit.json';
import benchEn from '@/client/messages/en/bench.json';
import ja from '@/client/messages/ja/audit.json';
import { startOf } from '@/engine/training/start-of';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { studentTab, type TabStudent } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { DATASETS } from '@/protocol/datasets';
import { trainingSteps } from '@/protocol/experiment-steps';
import { markPixels } from '@/protocol/marks';
import type { StudentView } from '@/protocol/views';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { trainFrom } from '@/tests/engine/together/class-of-networks';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { launchChromium } from './chromium';
import { sharedServer } from './shared-server';
import { story } from './story';
import { joinAs, type Looks, type Visit, visit } from './visits';

/**
 * What did it really learn?, on the production build: console and projector, a student with a laptop in English who trains what was dealt, one with a phone in Japanese
 * who looks for the mark, and four others who train over their sockets.
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
  desk = await open(`/teach/live/${made.code}`, LAPTOP);
  await desk.getByTestId('class-experiments').getByRole('button', { name: en.title, exact: true }).click();
  wall = await open(`/screen/${made.code}`, { width: 1920, height: 1080, locale: 'ja-JP' });
  ada = await joined('Ada', LAPTOP);
  hanako = await joined('花子', { width: 390, height: 844, locale: 'ja-JP' });
  for (const name of ['Ben', 'Cleo', 'Dan', 'Eve'])
    others.push(await studentTab(server.origin, made.code, name));
});
afterAll(async () => {
  closeTabs();
  await browser?.close();
});

const panel = () => desk.getByTestId('audit-panel');
const card = (page: Page, stage: string) => page.locator(`[data-testid="audit"][data-stage="${stage}"]`);
const screen = (stage: string) => wall.locator(`[data-testid="screen-audit"][data-stage="${stage}"]`);
const press = (name: string) => panel().getByRole('button', { name, exact: true }).click();

chapter('the class is dealt data, and guesses by keyboard and by finger', async () => {
  await press(en.ask);
  await screen('training').getByText(ja.waiting).waitFor();
  await card(ada, 'training').getByRole('radio').first().focus();
  await ada.keyboard.press('Space');
  await ada.keyboard.press('Enter');
  await card(ada, 'training').getByText(en.share.stands.replace('{choice}', en.share.choices.most)).waitFor();
  const hers = card(hanako, 'training');
  await hers.getByText(ja.share.choices.chance).click();
  await hers.getByRole('button', { name: ja.guess, exact: true }).first().click();
  await hers.getByText(ja.data.choices.marked).click();
  await hers.getByRole('button', { name: ja.guess, exact: true }).last().click();
  await desk.getByTestId('audit-count').getByText('1 of 6').waitFor();
  // Nobody hears what anybody guessed or was dealt.
  for (const kind of ['plain', 'marked', 'shuffled'] as const)
    expect(await wall.getByText(ja.groups[kind]).count()).toBe(0);
});

chapter('a student points at a pixel, with arrow keys and with a finger', async () => {
  const hers = card(hanako, 'training');
  await hers.getByText(ja.tap.title).click();
  const pad = hers.getByTestId('pixel-pad');
  await pad.click({ position: { x: 14, y: 14 } });
  expect(await pad.getAttribute('aria-valuenow')).toBe(String(28 + 1));
  await pad.press('ArrowDown');
  expect(await pad.getAttribute('aria-valuenow')).toBe(String(2 * 28 + 1));
  await hers.getByRole('button', { name: ja.tap.commit, exact: true }).click();
  await hers.getByText(ja.tap.stands.replace('{row}', '3').replace('{column}', '2')).waitFor();
});

chapter('what was dealt is put on the bench, trained and handed in, and its pictures carry it', async () => {
  const hers = card(ada, 'training');
  await hers.getByRole('button', { name: en.put, exact: true }).click();
  await hers.getByText(en.train).waitFor();
  const bar = ada.getByTestId('run-bar');
  await bar.getByRole('button', { name: benchEn.bar.train, exact: true }).click();
  await bar.getByText(benchEn.state.finished, { exact: true }).waitFor();
  await bar.getByRole('button', { name: benchEn.bar.submit, exact: true }).click();
  await hers.getByText(en.handedIn).waitFor();
  await hers.getByText(en.share.kept.replace('{choice}', en.share.choices.most)).waitFor();
  const pictures = await allPictures();
  for (const student of others) {
    const { experiment } = (student.tab.views.at(-1) as StudentView).audit!;
    const runId = freshId();
    mustBeOk(await student.tab.attachRun(runId, { experiment: experiment!, backend: 'kernels' }));
    const { trainBlocks } = DATASETS[experiment!.dataset];
    const weights = await trainFrom(experiment!, startOf(experiment!).weights, pictures, trainBlocks);
    mustBeOk((await student.submit(runId, weights, { updates: trainingSteps(experiment!) })).answer);
    // Who looks closely finds it.
    if (experiment!.data === 'marked') {
      const pixel = markPixels(experiment!.seed, DATASETS.digits)[3]![0]!;
      const { id: auditId } = (student.tab.views.at(-1) as StudentView).audit!;
      mustBeOk(await student.tab.command({ type: 'audit:tap', auditId, pixel }));
    }
  }
  await desk.getByTestId('audit-count').getByText('5 of 6').waitFor();
});

chapter('the networks are asked, and shown step by step: what was in the data comes last', async () => {
  await press(en.run);
  await screen('device').getByTestId('audit-strips').waitFor();
  await press(en.next.device);
  await screen('hidden').waitFor();
  await card(ada, 'hidden').getByText(en.yours.replace('{choice}', en.share.choices.most)).waitFor();
  await press(en.next.hidden);
  await screen('spot').getByText(ja.figures.changed, { exact: true }).waitFor();
  expect(await wall.getByTestId('moved-pixels').count()).toBe(0);
  // What the data were can still be guessed.
  await card(hanako, 'spot').getByText(ja.data.choices.plain).click();
  await card(hanako, 'spot').getByRole('button', { name: ja.change, exact: true }).click();
  await press(en.next.spot);
  await expect.poll(() => screen('data').getByTestId('moved-pixels').count()).toBe(3);
  await expect
    .poll(() => screen('data').locator('[data-testid="moved-pixels"][data-marks="10"]').count())
    .toBe(1);
  await panel().getByText('found a mark').waitFor();
});

chapter('a teacher who leaves and comes back goes on where the class is', async () => {
  await desk.reload();
  await press(en.next.data);
  await screen('further').waitFor();
  await card(ada, 'further').getByTestId('audit-result').waitFor();
  // Whoever handed nothing in sees what came of it all the same.
  await card(hanako, 'further').getByTestId('audit-result').waitFor();
});

chapter('all of it fits, and is sound to axe', async () => {
  for (const page of [desk, ada, hanako, wall]) {
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
  }
  expect(await downwardOverflow(wall)).toBe(0);
});

chapter('it is put away, and is read in the review', async () => {
  await press(en.close);
  await ada.getByTestId('audit').waitFor({ state: 'detached' });
  const review = await open(`/review/${made.id}`, LAPTOP);
  await review.getByTestId('review-audits').getByTestId('moved-pixels').first().waitFor();
  await review.close();
  for (const page of [desk, wall, ada, hanako]) await page.close();
  expect(errors).toEqual([]);
});
