import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import bench from '@/client/messages/en/bench.json';
import enSweep from '@/client/messages/en/sweep.json';
import jaBench from '@/client/messages/ja/bench.json';
import jaSweep from '@/client/messages/ja/sweep.json';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { mustBeOk } from '@/people/must-be-ok';
import { createTeacher } from '@/people/teacher';
import { accessibilityProblems, sidewaysOverflow } from './axe';
import { everybodyLeaves, launchChromium, openTab, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** Many values of one setting, in real Chromium with the real workers: alone in the lab, and in a class. */
const server = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterEach(() => everybodyLeaves(browser));

afterAll(async () => {
  await browser?.close();
});

type Words = typeof enSweep;
const panel = (page: Page) => page.getByTestId('sweep');
const field = (page: Page, name: string) => panel(page).getByLabel(name, { exact: true });
const start = (page: Page, words: Words) =>
  panel(page).getByRole('button', { name: words.start, exact: true });
const points = (page: Page, words: Words) =>
  panel(page).getByRole('group', { name: words.chart.points }).getByRole('button');
const ended = (page: Page, words: Words, all: number) =>
  panel(page)
    .getByText(words.ended.done.replace('{all}', String(all)))
    .waitFor();
/** The way that the estimate is written begins so. */
const estimated = (page: Page) =>
  panel(page)
    .locator('.tabular', { hasText: /about|約/ })
    .first();

async function openLab(looks: { width: number; height: number; locale: string }, words: Words) {
  const { locale, ...viewport } = looks;
  const page = await openTab(browser, { viewport, locale });
  const errors = watchErrors(page);
  await page.goto(`${server.origin}/lab?bench=digits`);
  await page.getByRole('button', { name: words.open }).waitFor();
  return { page, errors };
}

test('with the keyboard: five rates are tried while the bench stands as it stood, and one is taken over', async () => {
  const { page, errors } = await openLab({ width: 1366, height: 768, locale: 'en-GB' }, enSweep);
  const opener = page.getByRole('button', { name: enSweep.open });
  await opener.focus();
  await page.keyboard.press('Enter');
  await panel(page).waitFor();
  await field(page, enSweep.count).fill('5');
  await page.keyboard.press('Enter');
  await field(page, enSweep.length).selectOption('1');
  await expect
    .poll(() => estimated(page).textContent())
    .toMatch(/^5 trainings: about \d.* on this device\.$/);
  await start(page, enSweep).focus();
  await page.keyboard.press('Enter');
  await ended(page, enSweep, 5);
  await expect.poll(() => points(page, enSweep).count()).toBe(5);
  await expect
    .poll(() => page.getByTestId('sweep-picture').getAttribute('aria-label'))
    .toMatch(
      /^Learning rate against accuracy on validation data, 5 values\. The best: \d\d\.\d% with [\d.]+\. None diverged\.$/,
    );
  // They are runs like any other; that of the bench stands at its start.
  await expect
    .poll(() => page.getByRole('table', { name: bench.runs.title }).getByRole('row').count())
    .toBe(6);
  expect(await page.getByTestId('run-status').getAttribute('data-state')).toBe('ready');
  // Arrows go among the points; Enter opens one.
  await points(page, enSweep).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('sweep-chosen').textContent()).toMatch(/^Learning rate 0\.01: \d/);
  await panel(page).getByRole('button', { name: enSweep.use, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.getByLabel(bench.settings.learningRate).first().getAttribute('aria-valuetext'))
    .toBe('0.01');
  await panel(page).getByText('The settings of the next run are those with Learning rate 0.01.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('on a phone in Japanese: units are tried by touch, and a table says what the picture says', async () => {
  const { page, errors } = await openLab({ width: 390, height: 844, locale: 'ja' }, jaSweep);
  await page.getByRole('button', { name: jaSweep.open }).click();
  await field(page, jaSweep.setting).selectOption('hiddenUnits');
  await field(page, jaSweep.to).selectOption('32');
  await field(page, jaSweep.count).fill('3');
  await page.keyboard.press('Tab');
  await field(page, jaSweep.length).selectOption('1');
  await expect.poll(() => estimated(page).textContent()).toMatch(/^訓練3回/);
  await start(page, jaSweep).click();
  await ended(page, jaSweep, 3);
  const table = page.getByRole('table', { name: jaSweep.chart.points });
  await expect.poll(() => table.getByRole('rowheader').allTextContents()).toEqual(['2', '8', '32']);
  const shares = (await table.getByRole('cell', { name: /%$/ }).allTextContents()).map(Number.parseFloat);
  // Two units hardly tell ten digits apart.
  expect(shares[2]).toBeGreaterThan(shares[0]!);
  await points(page, jaSweep).first().click();
  await expect.poll(() => page.getByTestId('sweep-chosen').textContent()).toMatch(/^各隠れ層のユニット 2：/);
  await table.getByRole('button').first().click();
  const units = page.getByLabel(jaBench.settings.unitsOf.replace('{layer}', '1'));
  await expect.poll(() => units.inputValue()).toBe('2');
  expect(await sidewaysOverflow(page)).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('on a processor slowed fourfold: too much is refused before it begins, and what fits the budget is tried', async () => {
  const { page } = await openLab({ width: 1366, height: 768, locale: 'en-GB' }, enSweep);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const network = (name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true });
  // Twenty times a hundred epochs of convolutions: far more than a minute on any device.
  await network(bench.settings.convolutional);
  await page.getByRole('button', { name: enSweep.open }).click();
  await field(page, enSweep.count).fill('20');
  await page.keyboard.press('Tab');
  await field(page, enSweep.length).selectOption('100');
  await panel(page)
    .getByText(/At most 1\smin\s00\ss are possible/)
    .first()
    .waitFor();
  await start(page, enSweep).focus();
  await page.keyboard.press('Enter');
  // Nothing began.
  expect(await panel(page).getByRole('progressbar').count()).toBe(0);
  // And seconds on any.
  await network(bench.settings.dense);
  await field(page, enSweep.length).selectOption('1');
  await field(page, enSweep.count).fill('4');
  await page.keyboard.press('Tab');
  await expect.poll(() => estimated(page).textContent()).toMatch(/^4 trainings/);
  await start(page, enSweep).click();
  await ended(page, enSweep, 4);
});

test('in a class: held while the class is, gone on while its panel is closed, and kept with the runs of the student', async () => {
  const teacher = await createTeacher(server.origin);
  const { code } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  const at = handwrittenDigits.steps.findIndex(({ bench: id }) => id === 'digits-training');
  for (let step = 0; step < at; step++) mustBeOk(await desk.command({ type: 'step:next' }));
  const page = await openTab(browser, { viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  const errors = watchErrors(page);
  await page.goto(`${server.origin}/join/${code}`);
  await page.getByRole('textbox', { name: 'Nickname' }).fill('Sweeper');
  await page.getByRole('button', { name: 'Join class' }).click();
  const open = page.getByRole('button', { name: enSweep.open });
  const close = panel(page).getByRole('button', { name: enSweep.close });
  /** Seconds of work: far from the budget, however slow the machine is. */
  const plan = async () => {
    await open.click();
    await field(page, enSweep.count).fill('6');
    await page.keyboard.press('Tab');
    await field(page, enSweep.length).selectOption('1');
    await expect.poll(() => estimated(page).textContent()).toMatch(/^6 trainings/);
  };
  await plan();
  // Closed, it lets go of its workers: however fast the machine is, those that come next train nothing before they have pictures.
  await close.click();
  let letThemCome = () => {};
  const come = new Promise<void>((resolve) => {
    letThemCome = resolve;
  });
  await page.context().route('**/data/digits/**', async (route) => {
    await come;
    await route.continue();
  });
  await plan();
  await start(page, enSweep).click();
  await panel(page).getByRole('progressbar').waitFor();
  mustBeOk(await desk.command({ type: 'class:pause' }));
  await panel(page).getByText(enSweep.held).waitFor();
  mustBeOk(await desk.command({ type: 'class:resume' }));
  await panel(page).getByText('0 of 6 values tried').waitFor();
  letThemCome();
  // Put away and opened again: it has gone on.
  await close.click();
  await open.click();
  await ended(page, enSweep, 6);
  // All of them are the server's by now: a page that is loaded again lists them.
  await page.reload();
  const own = page.getByRole('table', { name: bench.runs.title }).getByRole('row');
  await expect.poll(() => own.count()).toBe(7);
  await expect.poll(() => own.filter({ hasText: bench.state.finished }).count()).toBe(6);
  desk.close();
  expect(errors).toEqual([]);
});
