import { afterAll, beforeAll, expect, test } from 'vitest';
import en from '@/client/messages/en/review.json';
import words from '@/client/messages/en/runs.json';
import { freshId } from '@/people/credentials';
import { handCheckpoint } from '@/people/hand-checkpoint';
import { mustBeOk } from '@/people/must-be-ok';
import { EXPERIMENT, point, WEIGHTS } from '@/people/sample-run';
import { TabStudent } from '@/people/student';
import { Tab } from '@/people/tab';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { classPath } from '@/protocol/class-paths';
import type { Experiment } from '@/protocol/experiment';
import { exportPath } from '@/protocol/exports';
import { accessibilityProblems, sidewaysOverflow } from './axe';
import { watchErrors } from './chromium';
import { Stage } from './lessons/lesson-walk';

/** Runs that are chosen in the review are compared beside each other. */
const stage = new Stage();
const WRONG = Array.from({ length: 10 }, (_, row) =>
  Array.from({ length: 10 }, (_, column) => (row === column ? 15 : 1)),
);
const RIGHT = WRONG.map((row, label) => row.map((_, answer) => (label === answer ? 24 : 0)));
let teacher: RegisteredTeacher;
let classId: string;

beforeAll(async () => {
  teacher = await createTeacher(stage.server.origin);
  const made = await teacher.createClass('handwritten-digits');
  classId = made.id;
  const desk = await teacher.conduct(made.code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  await train(made.code, 'Mia', { learningRate: 0.1 }, WRONG);
  mustBeOk(await desk.command({ type: 'step:go', index: 2 }));
  mustBeOk(await desk.command({ type: 'class:pause' }));
  mustBeOk(await desk.command({ type: 'class:resume' }));
  await train(made.code, 'Ken', { learningRate: 0.5 }, RIGHT);
  mustBeOk(await desk.command({ type: 'screen:show', view: 'curves', argument: 'loss', pinned: false }));
  mustBeOk(await desk.command({ type: 'class:end' }));
  for (const tab of tabs) tab.close();
  desk.close();
});
afterAll(() => stage.browser?.close());

const tabs: Tab[] = [];

async function train(
  code: string,
  name: string,
  setUp: Partial<Experiment>,
  confusion: number[][],
): Promise<void> {
  const student = await new TabStudent(new Tab(stage.server.origin), code, name).join();
  const { tab } = student;
  const runId = freshId();
  const experiment = { ...EXPERIMENT, ...setUp };
  const { epoch } = mustBeOk(
    await tab.attachRun(runId, { experiment, backend: 'cpu', startedAt: Date.now() }),
  );
  const points = Array.from({ length: 30 }, (_, index) =>
    point(index + 1, index % 10 === 9 ? { validationLoss: 1, validationAccuracy: 0.6 } : {}),
  );
  const report = { confusion, seconds: 1 };
  mustBeOk(await tab.append(runId, epoch, { sequence: 1, points, state: 'finished', report }));
  // A network that gives one answer to everything: the bias of that label alone is not 0.
  const weights = new Float32Array(WEIGHTS);
  weights[WEIGHTS - 10 + (name === 'Mia' ? 3 : 7)] = 5;
  const kept = await handCheckpoint(
    stage.server.origin,
    code,
    { runId, step: 30 },
    student.credentials,
    weights,
  );
  mustBeOk(kept.answer);
  // Not before the class is over: who goes earlier is told as away at its end.
  tabs.push(tab);
}

test('runs are searched and chosen, and stand beside each other with what differs', async () => {
  const context = await stage.browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  await context.addCookies(teacher.cookies());
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(`${stage.server.origin}/review/${classId}`);
  const rows = page.getByRole('table', { name: en.class.runs, exact: true }).locator('tbody tr');
  await page.getByRole('searchbox', { name: en.class.search }).fill('ken');
  await expect.poll(() => rows.count()).toBe(1);
  // The link shows the same.
  await page.reload();
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByRole('searchbox', { name: en.class.search }).fill('');
  // The setting that differs is a column; a filter, groups and a pinned run stand in the link; what it asks for and is not there is named.
  const table = page.getByRole('table', { name: en.class.runs, exact: true });
  await table.getByRole('columnheader', { name: en.experiment.names.learningRate }).waitFor();
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByLabel(words.filters.add).selectOption({ label: en.experiment.names.learningRate });
  await page.getByLabel(/^Learning rate from$/).fill('0.3');
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByRole('button', { name: /^Pin the run of Ken/ }).click();
  await page.getByLabel(words.table.group).selectOption({ label: 'By Student' });
  await page.goto(`${page.url()}&mood=happy`);
  await page.getByText(/asks for something that is not here.*mood/).waitFor();
  await expect.poll(() => rows.count()).toBe(1);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: /^Remove the filter/ }).click();
  await table.getByRole('button', { name: 'Mia', exact: true }).click();
  // Ken's is pinned, Mia's is folded away.
  await expect.poll(() => rows.count()).toBe(2);
  await page.goto(`${stage.server.origin}/review/${classId}`);
  await expect.poll(() => rows.count()).toBe(2);
  for (const box of await rows.getByRole('checkbox').all()) await box.check();
  await page.getByRole('link', { name: en.class.compare, exact: true }).click();

  await page.getByTestId('compared-curves').waitFor();
  const compared = page.url();
  const beside = page.getByRole('table', { name: en.compare.beside });
  await expect.poll(() => beside.getByRole('row').nth(1).textContent()).toMatch(/Ken.*0\.5.*100/);
  await expect
    .poll(() => page.getByTestId('compared-curves').textContent())
    .toContain('Mia · Learning rate 0.1');
  for (const axis of ['epoch', 'seconds'] as const)
    await page.getByLabel(en.compare.axis, { exact: true }).selectOption({ label: en.compare.axes[axis] });
  await page
    .getByLabel(en.compare.measure, { exact: true })
    .selectOption({ label: en.compare.measures.loss });
  await page.getByText('Logarithmic').first().click();
  // What is drawn is there as a table, too: both runs' thirty points, those out of sight counted.
  await page.getByText(en.curves.data, { exact: true }).click();
  const points = page.getByRole('table', { name: en.compare.curves, exact: true });
  expect(await points.getAttribute('aria-rowcount')).toBe('61');
  await expect
    .poll(() => points.getByRole('row').nth(1).textContent())
    .toMatch(/Learning rate 0\.1.*1\.0000$/);
  await page.getByText(en.curves.data, { exact: true }).click();
  // The second run reads each label better.
  await page
    .getByRole('table', { name: /From “/ })
    .getByText(/^[+−]37\.5$/)
    .first()
    .waitFor();
  // The networks themselves: one takes everything for a 3, the other for a 7.
  await page.getByRole('button', { name: words.networks.wake }).click();
  await page.getByText(/They disagree on 2,000 of 2,000/).waitFor();
  await expect.poll(() => page.getByTestId('disagreements').locator('canvas').count()).toBe(12);
  // Each says how sure it is, and that is laid beside how often it is right.
  await expect.poll(() => page.getByTestId('reliability').count()).toBe(2);
  await page.getByTestId('drawing-canvas').focus();
  for (const key of [' ', 'ArrowDown', 'ArrowDown', 'ArrowDown', ' ']) await page.keyboard.press(key);
  const told = page.getByTestId('same-drawing').locator('tbody tr');
  await expect
    .poll(() => told.allInnerTexts())
    .toEqual([
      expect.stringMatching(/Mia[\s\S]*\b3\b[\s\S]*94/),
      expect.stringMatching(/Ken[\s\S]*\b7\b[\s\S]*94/),
    ]);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);

  // The class in pictures, by keyboard alone: a brush leaves one run, a point is chosen.
  await page.goto(`${stage.server.origin}/review/${classId}/pictures`);
  await page.getByTestId('class-curves').waitFor();
  // A line that is pointed at says whose it is: at the axis of what it reached it is where its result stands.
  const lines = page.getByRole('region', { name: /^2 runs as lines/ });
  const { x, y, width, height } = (await lines.boundingBox())!;
  const runName = page.getByTestId('parallel-run');
  // The name comes a moment after the pointer: on a machine with much to do it has gone on by then, and looks once more.
  await expect
    .poll(async () => {
      for (let down = 56; down < height - 36 && (await runName.count()) === 0; down += 6)
        await page.mouse.move(x + width / 2, y + down);
      return (await runName.allTextContents()).join();
    })
    .toMatch(/^(Mia|Ken)/);
  await page.mouse.move(0, 0);
  await page.getByRole('slider', { name: 'Learning rate: from' }).press('ArrowUp');
  await page.getByText('1 run of 2 lies between the arrows.').first().waitFor();
  await page.getByTestId('scatter').press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByText('1 run chosen').waitFor();
  await expect
    .poll(() => page.getByTestId('effects').getByRole('listitem').getAttribute('data-kind'))
    .toBe('few');
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);

  // The sitting is gone through again: at its end both have finished, and their marks stand on the time line.
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(`${stage.server.origin}/review/${classId}`);
  await page.getByRole('link', { name: en.class.replay }).click();
  await page.getByRole('button', { name: /The class ends/ }).click();
  const ended = page.locator('li').filter({ hasText: en.replay.activity.finished });
  await expect.poll(() => ended.count()).toBe(2);
  await page.getByRole('button', { name: /The class begins/ }).click();
  await expect.poll(() => ended.count()).toBe(0);
  await page.getByText('240×', { exact: true }).click();
  await page.getByRole('button', { name: en.replay.play, exact: true }).click();
  await expect.poll(() => ended.count()).toBe(2);
  expect(await accessibilityProblems(page)).toEqual([]);
  // As it was led: the class's step, what the projector showed, and what the teacher did.
  const wall = page.getByTestId('replay-wall');
  await page.getByRole('button', { name: /^Step 3, / }).click();
  await expect.poll(() => page.getByTestId('replay-step').textContent()).toMatch(/^Step 3: /);
  await expect.poll(() => wall.getAttribute('data-view')).toBe('auto');
  await page.getByText(en.replay.markGroup.teacher, { exact: true }).click();
  await page.getByRole('button', { name: /Goes on/ }).waitFor();
  await page
    .getByRole('button', { name: /Projector: Everybody's curves/ })
    .last()
    .click();
  await wall.getByTestId('class-curves').waitFor();
  // A moment is marked by its key, is noted anew, stays after a reload, and is taken away.
  await page.keyboard.press('b');
  await page.locator('[role=dialog] input:focus').waitFor();
  await page.keyboard.type('here');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Bookmark: here/ }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: /^Change the note of / }).click();
  await page.getByRole('textbox', { name: en.bookmarks.note }).fill('there');
  await page.getByRole('button', { name: en.bookmarks.save }).click();
  await page.getByRole('button', { name: /Bookmark: there/ }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: /Bookmark: there/ }).waitFor();
  await page.getByRole('button', { name: /^Remove the bookmark of / }).click();
  await expect.poll(() => page.getByRole('button', { name: /Bookmark: / }).count()).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  const shown = page.url();

  // By a link anybody may look: nobody is named on any of its pages, and it opens nothing once it is taken back.
  const { origin } = stage.server;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(`${origin}/review/${classId}`);
  await page.getByRole('button', { name: en.share.make }).click();
  const link = (await page.getByTestId('shared-link').getAttribute('href'))!;
  for (const path of [link, `${link}/replay`]) {
    const answer = await fetch(`${origin}${path}`);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    for (const secret of ['Mia', 'Ken', classId]) expect(text, secret).not.toContain(secret);
    expect(text).toContain('noindex');
  }
  const visitor = await context.newPage();
  await visitor.goto(`${origin}${link}`);
  await visitor.getByText(en.shared.anonymous).waitFor();
  expect(await accessibilityProblems(visitor)).toEqual([]);
  await visitor.setViewportSize({ width: 390, height: 844 });
  expect(await sidewaysOverflow(visitor)).toBeLessThanOrEqual(0);
  await visitor.getByRole('link', { name: en.class.replay }).click();
  await visitor.getByTestId('replay-wall').waitFor();
  await visitor.close();
  await page.getByRole('button', { name: 'Take link 1 back' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: en.share.remove }).click();
  await page.getByText(en.share.removed).waitFor();
  expect((await fetch(`${origin}${link}`)).status).toBe(404);

  // Its file is the class: where it is here already nothing changes, where it is not it comes back.
  const headers = { cookie: teacher.cookie, origin };
  const file = await (await fetch(`${origin}${exportPath(classId, 'class', true)}`, { headers })).text();
  const choose = () =>
    page.getByTestId('class-file').setInputFiles({
      name: 'class.json',
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    });
  await page.goto(`${origin}/review`);
  await page.getByRole('button', { name: en.import.open }).click();
  await choose();
  await page.getByRole('link', { name: en.import.openHere }).waitFor();
  await fetch(`${origin}${classPath(classId)}`, { method: 'DELETE', headers });
  await choose();
  await page.getByTestId('class-seen').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: en.import.import, exact: true }).click();
  await page.waitForURL(`${origin}/review/${classId}`);

  // Of what is not this teacher's, or is there no more, nothing is told but that.
  const stranger = await createTeacher(stage.server.origin);
  await context.clearCookies();
  await context.addCookies(stranger.cookies());
  expect((await page.goto(shown))!.status()).toBe(404);
  await page.goto(compared);
  await page.getByText(/2 runs are not there any more/).waitFor();
  expect(await page.getByTestId('compared-curves').count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});
