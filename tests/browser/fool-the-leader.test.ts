import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import en from '@/client/messages/en/fool.json';
import ja from '@/client/messages/ja/fool.json';
import { startOf } from '@/engine/training/start-of';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { studentTab, type TabStudent } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import type { Experiment } from '@/protocol/experiment';
import type { StudentView } from '@/protocol/views';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { trainFrom } from '@/tests/engine/together/class-of-networks';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { launchChromium } from './chromium';
import { sharedServer } from './shared-server';
import { story } from './story';
import { joinAs, type Looks, type Visit, visit } from './visits';

/**
 * Fool the leader, on the production build: console and projector, a student with a laptop in English who draws by mouse, one with a phone in Japanese who draws with
 * the arrow keys, and three over their sockets whose networks read: one is trained, and the other two are one that hardly knows anything.
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
const readers: TabStudent<RecordingTab>[] = [];
const errors: string[] = [];

const TRAINED: Experiment = {
  ...{ dataset: 'digits', examples: 500, seed: 5, loss: 'cross-entropy', optimizer: 'momentum' },
  network: { kind: 'dense', hidden: [16], activation: 'relu' },
  ...{ learningRate: 0.05, batchSize: 20, epochs: 10, l2: 0 },
};
const FRESH: Experiment = { ...TRAINED, seed: 6 };

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
  const trained = trainFrom(TRAINED, startOf(TRAINED).weights, await allPictures());
  for (const name of ['Ben', 'Cleo', 'Dan']) {
    const student = await studentTab(server.origin, made.code, name);
    const experiment = name === 'Ben' ? TRAINED : FRESH;
    const runId = freshId();
    mustBeOk(await student.tab.attachRun(runId, { experiment, backend: 'kernels' }));
    const weights = name === 'Ben' ? await trained : startOf(FRESH).weights;
    mustBeOk((await student.submit(runId, weights)).answer);
    readers.push(student);
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

const panel = () => desk.getByTestId('fool-panel');
const card = (page: Page, stage: string) => page.locator(`[data-testid="fool"][data-stage="${stage}"]`);
const screen = (stage: string) => wall.locator(`[data-testid="screen-fool"][data-stage="${stage}"]`);
const press = (name: string) => panel().getByRole('button', { name, exact: true }).click();
const go = (stage: keyof typeof en.stages) => panel().getByText(en.stages[stage], { exact: true }).click();
const label = (page: Page, digit: number) =>
  page.getByTestId('fool').getByRole('button', { name: String(digit), exact: true });
const came = (page: Page) => page.getByTestId('fool-came');
const seenBy = (student: TabStudent<RecordingTab>) => (student.tab.views.at(-1) as StudentView).fool!;

/** Presses one label after another until the leader reads something else. @returns which it was */
async function fool(page: Page, labels: readonly number[]): Promise<number> {
  for (const digit of labels) {
    const before = await page.getByTestId('fool-own').getByRole('listitem').count();
    await label(page, digit).click();
    await expect.poll(() => page.getByTestId('fool-own').getByRole('listitem').count()).toBe(before + 1);
    if ((await came(page).getAttribute('data-fooled')) === 'true') return digit;
  }
  throw new Error('the leader reads everything');
}

chapter('the class is told whose network leads, and whose it is hears a kind word', async () => {
  await press(en.ask);
  await screen('drawing').getByText(ja.wall.draw).waitFor();
  await card(ada, 'drawing').getByText(en.leaderIs.replace('{name}', 'Ben')).waitFor();
  await expect.poll(() => readers.map((student) => seenBy(student).leads)).toEqual([true, false, false]);
});

chapter('nothing is sent of an empty paper, and that is said', async () => {
  await label(ada, 3).click();
  await card(ada, 'drawing')
    .getByRole('alert')
    .getByText(/nothing on the paper/)
    .waitFor();
  expect(await came(ada).count()).toBe(0);
});

chapter(
  'a drawing by mouse fools the leader, and stays on the paper to be tried as something else',
  async () => {
    const paper = (await ada.getByTestId('drawing-canvas').boundingBox())!;
    await ada.mouse.move(paper.x + paper.width * 0.5, paper.y + paper.height * 0.2);
    await ada.mouse.down();
    for (let at = 0.25; at < 0.85; at += 0.05)
      await ada.mouse.move(paper.x + paper.width * 0.5, paper.y + paper.height * at);
    await ada.mouse.up();
    const first = await fool(ada, [0, 8]);
    // Two networks that say the same: with the teacher's evidence it is known what.
    const evidence = panel().getByTestId('fool-evidence').getByRole('listitem');
    await expect.poll(() => evidence.count()).toBe(1);
    const said = await evidence.first().textContent();
    const others = Number(/\((\d): 2\)/.exec(said ?? '')?.[1]);
    expect(others).toBeLessThan(10);
    if (others !== first) await fool(ada, [others]);
    await came(ada)
      .getByText(/You fooled the leader/)
      .waitFor();
    // It is there after a reload.
    await ada.reload();
    await came(ada)
      .getByText(/You fooled the leader/)
      .waitFor();
  },
);

chapter('another one draws with the arrow keys on a phone', async () => {
  await hanako.getByTestId('drawing-canvas').focus();
  await hanako.keyboard.press('Space');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowLeft'])
    await hanako.keyboard.press(key);
  await hanako.keyboard.press('Space');
  await label(hanako, 6).focus();
  await hanako.keyboard.press('Enter');
  await came(hanako).waitFor();
  if ((await came(hanako).getAttribute('data-fooled')) === 'false') await fool(hanako, [0, 8]);
});

chapter('the class judges others’ drawings, one at a time, by keyboard and by finger', async () => {
  // Not before the teacher has let it, and nothing of any drawing is on the wall.
  expect(await ada.getByTestId('fool-judging').count()).toBe(0);
  await go('judging');
  await screen('judging').getByText(ja.wall.judge).waitFor();
  for (const page of [ada, hanako]) await page.getByTestId('fool-judging').locator('canvas').waitFor();
  const meant = await ada.getByTestId('fool-own').locator('[data-fooled="true"]').count();
  // The own ones are not among those that wait.
  const waiting = Number(await hanako.getByTestId('fool-waiting').getAttribute('data-count'));
  expect(waiting).toBe(meant);
  await ada.getByRole('button', { name: en.cannotTell, exact: true }).focus();
  await ada.keyboard.press('Enter');
  await card(ada, 'judging').getByText(en.noneToJudge).waitFor();
  for (let at = 0; at < waiting; at += 1) {
    await hanako.getByRole('button', { name: ja.cannotTell, exact: true }).click();
    await (at === waiting - 1
      ? card(hanako, 'judging').getByText(ja.noneToJudge).waitFor()
      : hanako.locator(`[data-testid="fool-waiting"][data-count="${waiting - at - 1}"]`).waitFor());
  }
});

chapter('the teacher takes a drawing out, and brings it back', async () => {
  await panel()
    .getByRole('button', { name: /Take out this drawing/ })
    .first()
    .click();
  await panel().locator('[data-verdict="removed"]').waitFor();
  await panel()
    .getByRole('button', { name: /Bring back/ })
    .first()
    .click();
  await panel().locator('[data-verdict="removed"]').waitFor({ state: 'detached' });
});

chapter('most people read it: its points and the gallery are shown to all', async () => {
  for (const student of readers) {
    for (let { foolId, next } = nextOf(student); next !== undefined; { foolId, next } = nextOf(student)) {
      const choice = await meantBy(next);
      const before = seenBy(student).toJudge;
      mustBeOk(await student.tab.command({ type: 'fool:judge', foolId, drawingId: next, choice }));
      await expect.poll(() => seenBy(student).toJudge).toBe(before - 1);
    }
  }
  await go('shown');
  await screen('shown').getByText(ja.foolers).waitFor();
  await expect.poll(() => screen('shown').locator('canvas').count()).toBeGreaterThan(1);
  await ada.locator('[data-testid="fool-points"][data-points="2"]').waitFor();
  await card(ada, 'shown').getByTestId('fool-gallery').locator('canvas').first().waitFor();
  await card(hanako, 'shown').getByText(ja.gallery).waitFor();
  await panel().getByTestId('fool-standing').getByText('Ada', { exact: true }).waitFor();
});

/** The drawing that is put before a student over its socket. */
function nextOf(student: TabStudent<RecordingTab>) {
  const { id: foolId, dealt } = seenBy(student);
  return { foolId, next: dealt[0] };
}

/** What was meant by a drawing, by what stands at the console. */
async function meantBy(drawingId: string): Promise<number> {
  const said = await panel().locator(`[data-drawing="${drawingId}"]`).textContent();
  return Number(/(\d), leader reads/.exec(said ?? '')?.[1]);
}

chapter('all of it fits, and is sound to axe', async () => {
  for (const page of [desk, ada, hanako, wall]) {
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
  }
  expect(await downwardOverflow(wall)).toBe(0);
});

chapter('it is put away, and is read in the review', async () => {
  await press(en.close);
  await ada.getByTestId('fool').waitFor({ state: 'detached' });
  const review = await open(`/review/${made.id}`, LAPTOP);
  const shown = review.getByTestId('review-fools');
  await shown.locator('canvas').first().waitFor();
  await shown.getByTestId('fool-standing').getByText('Ada', { exact: true }).waitFor();
  expect(await accessibilityProblems(review)).toEqual([]);
  await review.close();
  for (const page of [desk, wall, ada, hanako]) await page.close();
  expect(errors).toEqual([]);
});
