import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import benchEn from '@/client/messages/en/bench.json';
import en from '@/client/messages/en/knob.json';
import ja from '@/client/messages/ja/knob.json';
import { totalSteps } from '@/engine/training/schedule';
import { startOf } from '@/engine/training/start-of';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { studentTab, type TabStudent } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { KNOBS } from '@/protocol/knob-settings';
import type { StudentView } from '@/protocol/views';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { trainFrom } from '@/tests/engine/together/class-of-networks';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { launchChromium } from './chromium';
import { sharedServer } from './shared-server';
import { story } from './story';
import { joinAs, type Looks, type Visit, visit } from './visits';

/**
 * One knob each, on the production build: console and projector, a student with a laptop in English who trains what was dealt, one with a phone in Japanese, and
 * seven others who train over their sockets.
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
  for (const name of ['Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus', 'Hal'])
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

const panel = () => desk.getByTestId('knob-panel');
const card = (page: Page, stage: string) => page.locator(`[data-testid="knob"][data-stage="${stage}"]`);
const screen = (stage: string) => wall.locator(`[data-testid="screen-knob"][data-stage="${stage}"]`);
const press = (name: string) => panel().getByRole('button', { name, exact: true }).click();

/** What these students were dealt, trained to its end on the kernels and handed in. */
async function trainOthers(round: number, count: number): Promise<void> {
  const pictures = await allPictures();
  for (const student of others.slice(0, count)) {
    const { tab } = student;
    await expect
      .poll(() => {
        const knob = (tab.views.at(-1) as StudentView).knob;
        return knob?.rounds.length === round && knob.own !== null;
      })
      .toBe(true);
    const { experiment } = (tab.views.at(-1) as StudentView).knob!.own!;
    const runId = freshId();
    mustBeOk(await tab.attachRun(runId, { experiment, backend: 'kernels' }));
    const weights = await trainFrom(experiment, startOf(experiment).weights, pictures);
    mustBeOk((await student.submit(runId, weights, { updates: totalSteps(experiment) })).answer);
  }
}

chapter('the class is asked what it expects, and draws it by keyboard or by finger', async () => {
  await panel().getByLabel(en.which).selectOption('examples');
  await press(en.ask);
  await screen('expecting').getByText(ja.waiting).waitFor();
  const points = card(ada, 'expecting').getByRole('slider');
  await expect.poll(() => points.count()).toBe(KNOBS.examples.values.length);
  await points.first().focus();
  for (let times = 0; times < 4; times += 1) await ada.keyboard.press('ArrowDown');
  await points.last().focus();
  await ada.keyboard.press('PageUp');
  await card(ada, 'expecting').getByRole('button', { name: en.commit, exact: true }).click();
  await card(ada, 'expecting').getByText(en.stands).waitFor();
  const paper = card(hanako, 'expecting').getByTestId('expected-curve');
  await paper.scrollIntoViewIfNeeded();
  const box = (await paper.boundingBox())!;
  await hanako.mouse.move(box.x + 60, box.y + box.height * 0.6);
  await hanako.mouse.down();
  for (let part = 1; part <= 8; part += 1)
    await hanako.mouse.move(
      box.x + 60 + ((box.width - 80) * part) / 8,
      box.y + box.height * (0.6 - 0.06 * part),
    );
  await hanako.mouse.up();
  await card(hanako, 'expecting').getByRole('button', { name: ja.commit, exact: true }).click();
  await desk.getByTestId('knob-count').getByText('2').first().waitFor();
  expect(await desk.getByTestId('knob-chart').count()).toBe(0);
});

chapter('a page that is opened again has its curve', async () => {
  await ada.reload();
  await card(ada, 'expecting').getByText(en.stands).waitFor();
  expect(await card(ada, 'expecting').getByRole('slider').first().getAttribute('aria-valuenow')).toBe('30');
});

chapter('each is dealt a value, which is put on the bench, trained and handed in', async () => {
  await press(en.deal);
  await card(hanako, 'training').getByTestId('knob-own').waitFor();
  await card(ada, 'training').getByRole('button', { name: en.put, exact: true }).click();
  await card(ada, 'training').getByText(en.train).waitFor();
  const bar = ada.getByTestId('run-bar');
  await bar.getByRole('button', { name: benchEn.bar.train, exact: true }).click();
  await bar.getByText(benchEn.state.finished, { exact: true }).waitFor();
  await bar.getByRole('button', { name: benchEn.bar.submit, exact: true }).click();
  await card(ada, 'training').getByTestId('knob-chart').waitFor();
  await desk.getByTestId('knob-count').getByText('1 of 9').waitFor();
});

chapter('the picture grows with every network, and a line foretells the next value', async () => {
  await trainOthers(1, others.length);
  await desk.getByTestId('knob-findings').waitFor();
  await expect.poll(() => wall.getByTestId('knob-chart').locator('circle').count()).toBe(8);
  // Nobody but the teacher reads whose a point is.
  for (const page of [ada, hanako, wall])
    expect(await page.getByText('Cleo', { exact: true }).count()).toBe(0);
  await panel().getByText(en.list).click();
  await panel().getByTestId('knob-points').getByText('Cleo').first().waitFor();
});

chapter('all of it fits, and is sound to axe', async () => {
  for (const page of [desk, ada, hanako, wall]) {
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
  }
  expect(await downwardOverflow(wall)).toBe(0);
});

chapter('the line is tested with the next value', async () => {
  await press(en.next.replace('{value}', '6,000'));
  await card(hanako, 'expecting').getByRole('slider').focus();
  await hanako.keyboard.press('End');
  await card(hanako, 'expecting').getByRole('button', { name: ja.commit, exact: true }).click();
  await desk.getByTestId('knob-count').getByText('1').first().waitFor();
  await press(en.deal);
  await trainOthers(2, 2);
  await expect.poll(() => desk.getByTestId('knob-findings').getByRole('listitem').count()).toBe(3);
  await expect.poll(() => wall.getByTestId('knob-chart').locator('circle').count()).toBe(10);
});

chapter('it is put away, and is read in the review with the runs behind it', async () => {
  await press(en.close);
  await ada.getByTestId('knob').waitFor({ state: 'detached' });
  const review = await open(`/review/${made.id}`, LAPTOP);
  const shown = review.getByTestId('review-knobs');
  await shown.getByTestId('knob-chart').waitFor();
  await shown.getByText(en.list).click();
  await shown.getByRole('link', { name: 'Cleo' }).first().click();
  await review.waitForURL(/\/runs\//);
  await review.close();
  for (const page of [desk, wall, ada, hanako]) await page.close();
  expect(errors).toEqual([]);
});
