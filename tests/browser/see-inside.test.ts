import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import bench from '@/client/messages/en/bench.json';
import board from '@/client/messages/en/console.json';
import datasets from '@/client/messages/en/datasets.json';
import inside from '@/client/messages/en/inside.json';
import shoulder from '@/client/messages/en/shoulder.json';
import { trainingLoop } from '@/lessons/training-loop/lesson';
import { mustBeOk } from '@/people/must-be-ok';
import { createTeacher } from '@/people/teacher';
import { launchChromium, watchErrors } from './chromium';
import { drawShape } from './lessons/pool-walk';
import { sharedServer } from './shared-server';

/** From a mistake and from a row of the board into the network: that picture, that network, and numbers that are exact. */
const LAPTOP: BrowserContextOptions = { viewport: { width: 1366, height: 768 }, locale: 'en-GB' };

const server = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

/** Pictures that were read wrong: each opens the network. */
const mistakes = (page: Page) => page.locator(`li button[title="${inside.open}"]`);

/** Trains to the end, for the so-manieth time on this page. @returns the steps that were made */
async function train(page: Page, time = 1): Promise<number> {
  await page.getByRole('button', { name: bench.bar.train, exact: true }).click();
  const status = page.locator('[data-testid="run-status"][data-state="finished"]');
  const runs = page.getByRole('table', { name: bench.runs.title }).getByRole('row');
  // The run before this one has finished, too.
  await expect.poll(() => runs.filter({ hasText: bench.state.finished }).count()).toBe(time);
  await status.waitFor();
  await mistakes(page).first().waitFor();
  return Number(await status.getAttribute('data-step'));
}

/** How much ink a picture on the page has in a place, 0 to 255, by its colours. */
function inkIn(picture: Locator, row: number, column: number): Promise<number> {
  return picture.locator('canvas').evaluate(
    (canvas, { row, column }) => {
      const red = (context: CanvasRenderingContext2D, x: number, y: number) =>
        context.getImageData(x, y, 1, 1).data[0]!;
      const token = (name: string) => {
        const dot = document.createElement('canvas').getContext('2d')!;
        dot.fillStyle = getComputedStyle(canvas).getPropertyValue(`--${name}`);
        dot.fillRect(0, 0, 1, 1);
        return red(dot, 0, 0);
      };
      const [paper, ink] = [token('surface-sunken'), token('ink')];
      const here = red((canvas as HTMLCanvasElement).getContext('2d')!, column - 1, row - 1);
      return (255 * (here - paper)) / (ink - paper);
    },
    { row, column },
  );
}

/** What is seen inside: what is said of the whole, and one multiplication as the computer keeps it. */
interface Seen {
  whole: string;
  product: string;
}

/**
 * Opens the network with the worst mistake and goes down to one multiplication: what the mistake was called is what the network gives, the
 * ink that comes in is the picture's, and the product is that of the two numbers.
 */
async function lookInto(page: Page, steps: number): Promise<Seen> {
  const picture = mistakes(page).first();
  const called = (await picture.getAttribute('aria-label'))!;
  const [, answer, share] = /read as (\d) with (\d+)%/.exec(called)!;
  await picture.click();
  const sheet = page.getByTestId('inside');
  const whole = await sheet.getByText('The network as it stood').innerText();
  const [, after, gives, givenShare] =
    /after ([\d,]+) steps? of training. It gives (\d), with ([\d.]+)%/.exec(whole)!;
  expect(Number(after!.replace(',', ''))).toBe(steps);
  expect(gives).toBe(answer);
  expect(Math.abs(Number(givenShare) - Number(share))).toBeLessThanOrEqual(0.55);

  await sheet.getByRole('button', { name: /^Layer 1/ }).click();
  await sheet.getByText(inside.layer.dense).waitFor();
  await page.keyboard.press('Enter');
  await sheet.getByText(inside.unit.products, { exact: true }).first().waitFor();
  await page.keyboard.press('Enter');
  const product = await sheet.getByText('float32').innerText();
  const [value, weight, result] = product
    .split(':')[1]!
    .replaceAll('−', '-')
    .split(/[×=]/)
    .map((number) => Math.fround(Number(number)));
  expect(Math.fround(value! * weight!)).toBe(result);
  const [, row, column, byte] = /row (\d+), column (\d+): (\d+) of 255/.exec(
    await sheet.getByText('of 255').innerText(),
  )!;
  expect(value).toBe(Math.fround(Number(byte) / 255));
  expect(Math.abs((await inkIn(picture, Number(row), Number(column))) - Number(byte))).toBeLessThan(3);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await sheet.waitFor({ state: 'detached' });
  return { whole, product };
}

test('alone, at lesson 5: a mistake opens the network with that very picture, an own drawing too, and as it stands after more steps', async () => {
  const page = await (await browser.newContext(LAPTOP)).newPage();
  const errors = watchErrors(page);
  await page.goto(`${server.origin}/learn/handwritten-digits?step=train&seed=7`);
  const first = await lookInto(page, await train(page));
  // Another training, another network.
  await page.getByRole('radio', { name: '2', exact: true }).check({ force: true });
  const steps = await train(page, 2);
  const second = await lookInto(page, steps);
  expect(second).not.toEqual(first);

  await page.goto(`${server.origin}/learn/handwritten-digits?step=ours&seed=7`);
  // The same but for a hair, under two labels: one at least is read wrong.
  for (const [number, label] of ['3', '5'].entries()) {
    await drawShape(page, 1, number);
    await page.getByRole('button', { name: label, exact: true }).click();
    await page.getByTestId('label-count').and(page.locator('[data-count="1"]')).nth(number).waitFor();
  }
  await page.getByRole('button', { name: datasets.digits.ours.test, exact: true }).click();
  await lookInto(page, steps);
  expect(errors).toEqual([]);
});

test('in a class, at lesson 9: a mistake opens it for the student, and the board’s row the very same network for the teacher', async () => {
  const teacher = await createTeacher(server.origin);
  const { code } = await teacher.createClass('training-loop');
  const desk = await teacher.conduct(code);
  const goTo = async (id: (typeof trainingLoop.steps)[number]['id'], from: number) => {
    const at = trainingLoop.steps.findIndex((step) => step.id === id);
    for (let step = from; step < at; step += 1) await desk.command({ type: 'step:next' });
    return at;
  };
  await desk.command({ type: 'class:begin' });
  const knobs = await goTo('knobs', 0);

  const student = await (await browser.newContext(LAPTOP)).newPage();
  const errors = watchErrors(student);
  await student.goto(`${server.origin}/join/${code}`);
  await student.getByRole('textbox').last().fill('Ada');
  await student.keyboard.press('Enter');
  await student.waitForURL(/\/class\//);
  const steps = await train(student);
  const seen = await lookInto(student, steps);

  await goTo('challenge', knobs);
  await student.getByRole('button', { name: bench.bar.submit, exact: true }).click();
  const context = await browser.newContext(LAPTOP);
  await context.addCookies(teacher.cookies());
  const console = await context.newPage();
  errors.push(...watchErrors(console));
  await console.goto(`${server.origin}/teach/live/${code}`);
  const link = console.getByRole('link', { name: board.board.insideOf.replace('{name}', 'Ada') });
  await link.scrollIntoViewIfNeeded();
  const [run] = await Promise.all([context.waitForEvent('page'), link.click()]);
  const complaints = watchErrors(run);
  await run.waitForURL(/#inside$/);
  await run.locator(`[data-testid="moment-network"][data-step="${steps}"]`).waitFor();
  expect(await lookInto(run, steps)).toEqual(seen);
  expect([...errors, ...complaints]).toEqual([]);
  desk.close();
});

test('in a class, what is looked into stays the network that it was, though a set-up of another shape is handed to the bench meanwhile', async () => {
  const teacher = await createTeacher(server.origin);
  const { code } = await teacher.createClass('training-loop');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  const knobs = trainingLoop.steps.findIndex(({ id }) => id === 'knobs');
  mustBeOk(await desk.command({ type: 'step:go', index: knobs }));
  const student = await (await browser.newContext(LAPTOP)).newPage();
  const errors = watchErrors(student);
  await student.goto(`${server.origin}/join/${code}`);
  await student.getByRole('textbox').last().fill('Ada');
  await student.keyboard.press('Enter');
  await student.waitForURL(/\/class\//);
  await train(student);
  await mistakes(student).first().click();
  const sheet = student.getByTestId('inside');
  const layers = sheet.getByRole('button', { name: /^Layer / });
  await sheet.getByText('The network as it stood').waitFor();
  const [whole, deep] = [await sheet.innerText(), await layers.count()];

  const context = await browser.newContext(LAPTOP);
  await context.addCookies(teacher.cookies());
  const console = await context.newPage();
  await console.goto(`${server.origin}/teach/live/${code}`);
  await console.getByRole('button', { name: shoulder.hand.open }).click();
  const own = console.getByRole('dialog');
  const two = { name: '2', exact: true };
  await own.getByRole('radio', two).check({ force: true });
  await own.getByRole('button', { name: shoulder.hand.hand, exact: true }).click();
  // Below the dialog stands another network now.
  await student.getByTestId('handed').waitFor({ state: 'attached' });
  await expect.poll(() => student.getByRole('radio', { ...two, includeHidden: true }).isChecked()).toBe(true);
  expect(await sheet.innerText()).toBe(whole);
  expect(await layers.count()).toBe(deep);
  await layers.first().click();
  await sheet.getByText(inside.layer.dense).waitFor();
  await student.keyboard.press('Enter');
  await sheet.getByText(inside.unit.products, { exact: true }).first().waitFor();
  expect(errors).toEqual([]);
  desk.close();
});
