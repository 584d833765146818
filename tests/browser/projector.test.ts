import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import computeWords from '@/client/messages/en/compute.json';
import words from '@/client/messages/en/screen.json';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { batch } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { until } from '@/people/until';
import type { Answer } from '@/protocol/refusals';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { launchChromium, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** What the projector shows is said by the console, one tap a view; it fits the wall in both languages, by day and by night. */
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

async function open(path: string, given: { width: number; height: number; locale: string; dark?: boolean }) {
  const { width, height, locale, dark } = given;
  const colorScheme = dark ? 'dark' : 'light';
  const context = await browser.newContext({ viewport: { width, height }, locale, colorScheme });
  await context.addCookies(teacher.cookies());
  const page = await context.newPage();
  await page.goto(server.origin + path);
  return page;
}

const shows = (wall: Page, view: string) => wall.locator(`[data-screen="${view}"]`).waitFor();
const fits = async (wall: Page) =>
  expect([await sidewaysOverflow(wall), await downwardOverflow(wall)]).toEqual([0, 0]);

test('as long as nobody has done anything, the wall says who is here, by marks alone', async () => {
  const { code } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  mustBeOk(await desk.command({ type: 'class:show-names-on-screen', shown: true }));
  const tabs: RecordingTab[] = [];
  for (const name of ['Ada', '花子', 'Cleo']) tabs.push((await studentTab(server.origin, code, name)).tab);
  const wall = await open(`/screen/${code}`, { width: 1920, height: 1080, locale: 'ja', dark: true });
  const here = wall.getByTestId('screen-here');
  await expect.poll(() => here.getByRole('listitem').count()).toBe(3);
  expect(await here.textContent()).not.toMatch(/Ada|花子/);
  await fits(wall);
  expect(await accessibilityProblems(wall)).toEqual([]);
  const items = [{ what: 'goal', reached: 1, of: 2 }];
  const done = { stepId: 'look', items };
  mustBeOk(await tabs[0]!.say<Answer>('student:condition', { findings: [], hidden: false, done }));
  await wall.locator('[data-testid=done-strip] [data-what=goal]').waitFor();
  expect(await here.count()).toBe(0);
  await wall.close();
  desk.close();
});

test('before its challenge a class has nothing to rank, and before it measures no device: the wall has the task, and who is here', async () => {
  for (const [lesson, steps, then] of [
    ['perceptron', 5, words.boardEmpty],
    ['gpu', 3, computeWords.class.empty],
  ] as const) {
    const { code } = await teacher.createClass(lesson);
    const desk = await teacher.conduct(code);
    mustBeOk(await desk.command({ type: 'class:begin' }));
    for (const name of ['Ada', 'Ben']) await studentTab(server.origin, code, name);
    const wall = await open(`/screen/${code}`, { width: 1920, height: 1080, locale: 'en-GB' });
    await expect.poll(() => wall.getByTestId('screen-here').getByRole('listitem').count()).toBe(2);
    expect(await wall.getByText(then).count(), lesson).toBe(0);
    await fits(wall);
    for (let step = 0; step < steps; step += 1) mustBeOk(await desk.command({ type: 'step:next' }));
    await wall.getByText(then).first().waitFor();
    await expect.poll(() => wall.getByTestId('screen-here').count()).toBe(0);
    await fits(wall);
  }
});

test('each view is one tap away, and gone with the step unless it is kept', async () => {
  const { code } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  const tabs: RecordingTab[] = [];
  for (const name of ['Ada', 'Ben', 'Cleo']) {
    const { tab } = await studentTab(server.origin, code, name);
    tabs.push(tab);
    const items = [
      { what: 'goal', reached: name === 'Ada' ? 2 : 1, of: 2 },
      { what: 'check', reached: 1, of: 1 },
      { what: 'check-right', reached: 0, of: 1 },
    ];
    const done = { stepId: 'look', items };
    mustBeOk(await tab.say<Answer>('student:condition', { findings: [], hidden: false, done }));
    const run = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(run));
    for (const sequence of [1, 2, 3, 4]) mustBeOk(await tab.append(run, epoch, batch(sequence)));
  }
  const console_ = await open(`/teach/live/${code}`, { width: 1366, height: 768, locale: 'en-GB' });
  const wall = await open(`/screen/${code}`, { width: 1920, height: 1080, locale: 'en-GB' });
  const night = await open(`/screen/${code}`, { width: 1920, height: 1080, locale: 'ja', dark: true });
  const errors = [console_, wall, night].map((page) => watchErrors(page));
  const card = console_.getByTestId('projector');
  const tap = (name: string) => card.getByRole('button', { name, exact: true }).click();

  await tap('All curves');
  for (const page of [wall, night]) {
    await shows(page, 'curves');
    await expect.poll(() => page.getByTestId('class-curves').getAttribute('data-lines')).toBe('3');
    await fits(page);
    expect(await accessibilityProblems(page)).toEqual([]);
  }
  await card.getByLabel('What of it').selectOption('Accuracy, quartiles');
  await wall.getByRole('heading', { name: 'Everybody’s accuracy' }).waitFor();
  await night.getByRole('heading', { name: '全員の正解率' }).waitFor();
  await wall.getByRole('img', { name: /Accuracy of 3 students/ }).waitFor();
  // The page's own words have an optimiser called Adam.
  expect(await wall.locator('main').innerHTML()).not.toMatch(/\b(Ada|Ben|Cleo)\b/);

  await tap('The map');
  for (const page of [wall, night]) {
    await shows(page, 'map');
    await expect.poll(() => page.getByTestId('class-map').getAttribute('data-points')).toBe('3');
    await fits(page);
  }
  expect(await accessibilityProblems(wall)).toEqual([]);

  for (const [name, view] of [
    ['Step', 'step'],
    ['Board', 'board'],
    ['Drawings', 'pool'],
  ] as const) {
    await tap(name);
    for (const page of [wall, night]) {
      await shows(page, view);
      await fits(page);
    }
  }
  await tap('Step');
  await wall.locator('[data-testid=done-strip] [data-what=goal][data-complete="1"]').waitFor();
  await wall.getByText('3 of 3').waitFor();
  await fits(night);
  expect(await accessibilityProblems(night)).toEqual([]);
  await console_.locator('[data-testid=done-strip] [data-what=goal][data-complete="1"]').waitFor();
  await expect
    .poll(() => console_.locator('[data-nickname=Ben] [data-testid=done]').textContent())
    .toContain('1/2');
  await tap('Join');
  await wall.getByText('3 students are here').waitFor();
  await fits(wall);

  // What is not kept goes with the step.
  await tap('Step');
  await shows(wall, 'step');
  await console_.getByRole('button', { name: 'Next step' }).click();
  await expect.poll(() => wall.locator('[data-screen]').count()).toBe(0);
  await tap('Board');
  await card.getByRole('button', { name: 'Keep' }).click();
  await expect
    .poll(() => card.getByRole('button', { name: 'Keep' }).getAttribute('aria-pressed'))
    .toBe('true');
  await console_.getByRole('button', { name: 'Next step' }).click();
  await wall.locator('[data-screen="board"]').waitFor();
  expect(await accessibilityProblems(console_)).toEqual([]);

  // A vote, by its key: nothing but a count on the wall until the results are shown, and both rounds then.
  const panel = console_.getByTestId('vote-panel');
  await panel.getByRole('button', { name: 'Put the check to the vote' }).waitFor();
  await console_.keyboard.press('v');
  for (const page of [wall, night]) await shows(page, 'vote');
  const opened = await until('the vote', () => {
    const view = tabs[0]!.views.at(-1);
    return view?.viewer === 'student' ? view.vote : null;
  });
  const ballots = async (round: 'first' | 'second', ...choices: number[]) => {
    for (const [index, choice] of choices.entries())
      mustBeOk(await tabs[index]!.command({ type: 'vote:cast', voteId: opened.id, round, choice }));
  };
  await ballots('first', 0, 2, 1);
  await wall.getByText('3 of 3 have voted').waitFor();
  await panel.getByText('33% right').waitFor();
  for (const page of [wall, night]) {
    expect(await page.locator('[data-testid=screen-vote] figure').count()).toBe(0);
    await fits(page);
  }
  await panel.getByRole('button', { name: 'Stop, and let them talk' }).click();
  await wall.locator('[data-testid=screen-vote][data-phase=talk]').waitFor();
  await panel.getByRole('button', { name: 'Vote again' }).click();
  await wall.getByText('0 of 3 have voted').waitFor();
  await ballots('second', 2, 2, 1);
  await panel.getByText('wrong → right: 1').waitFor();
  await panel.getByRole('button', { name: 'Show the results' }).click();
  for (const page of [wall, night]) {
    await page.locator('[data-testid=screen-vote] figure').waitFor();
    await fits(page);
    expect(await accessibilityProblems(page)).toEqual([]);
  }
  expect(await accessibilityProblems(console_)).toEqual([]);
  await console_.keyboard.press('v');
  await expect.poll(() => wall.locator('[data-screen]').count()).toBe(0);

  // The console's own pictures: chosen with a lasso or by keyboard, and the cards narrowed to them.
  await console_.getByText('Map', { exact: true }).click();
  const map = console_.getByTestId('class-map');
  await expect.poll(() => map.getByRole('option').count()).toBe(3);
  await map.scrollIntoViewIfNeeded();
  const area = (await map.boundingBox())!;
  const corners = [
    [4, 4],
    [area.width - 4, 4],
    [area.width - 4, area.height - 4],
    [4, area.height - 4],
  ] as const;
  await console_.mouse.move(area.x + 4, area.y + 4);
  await console_.mouse.down();
  for (const [x, y] of corners) await console_.mouse.move(area.x + x, area.y + y, { steps: 3 });
  await console_.mouse.up();
  const selection = console_.getByTestId('selection');
  await selection.getByText('3 students chosen').waitFor();
  // Put together under a name, they are chosen again with one tap.
  await selection.getByRole('button', { name: 'Make a team' }).click();
  await console_.getByRole('textbox', { name: 'Name' }).press('Enter');
  const team = console_.getByRole('button', { name: 'Team 1 (3 students)' });
  await expect.poll(() => team.getAttribute('aria-pressed')).toBe('true');
  await team.press('Enter');
  await expect.poll(() => selection.count()).toBe(0);
  await team.press('Enter');
  await selection.getByText('3 students chosen').waitFor();
  await map.getByRole('option', { name: 'Ben' }).focus();
  await console_.keyboard.press('Escape');
  await expect.poll(() => selection.count()).toBe(0);
  await console_.keyboard.press(' ');
  await selection.getByText('1 student chosen').waitFor();
  await console_.keyboard.press('ArrowRight');
  expect(
    await map.getByRole('option', { name: 'Ben' }).evaluate((one) => one === document.activeElement),
  ).toBe(false);
  expect(await console_.getByTestId('map-name').textContent()).toMatch(/Ada|Cleo/);
  await console_.keyboard.press('Enter');
  await console_.getByRole('dialog').waitFor();
  await console_.keyboard.press('Escape');
  expect(await accessibilityProblems(console_)).toEqual([]);
  await console_.getByText('Curves', { exact: true }).click();
  await console_.getByTestId('class-curves').waitFor();
  await selection.getByRole('button', { name: 'Show these only' }).click();
  await expect.poll(() => console_.getByTestId('class-curves').getAttribute('data-lines')).toBe('1');
  // Another look narrows to the same; the control is another there, and keeps the focus.
  await console_.getByRole('radio', { name: 'Curves' }).press('ArrowLeft');
  await expect.poll(() => console_.getByTestId('student-card').count()).toBe(1);
  expect(
    await console_.getByRole('radio', { name: 'Cards' }).evaluate((one) => one === document.activeElement),
  ).toBe(true);
  // The bench of the only one who is chosen, without the name.
  await selection.getByRole('button', { name: 'Show it on the projector' }).click();
  await shows(wall, 'spotlight');
  await selection.getByRole('button', { name: 'Choose nobody' }).click();
  await expect.poll(() => console_.getByTestId('student-card').count()).toBe(3);

  mustBeOk(await desk.command({ type: 'class:end' }));
  await tap('Podium');
  for (const page of [wall, night]) {
    await shows(page, 'podium');
    await fits(page);
  }
  expect(errors.flat()).toEqual([]);
  desk.close();
});
