import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import benchWords from '@/client/messages/en/bench.json';
import lessonWords from '@/client/messages/en/lesson.json';
import { ServerProcess } from '@/people/server-process';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import type { TeacherCommand } from '@/protocol/commands';
import { PATIENCE_MS } from '@/tests/patience';
import { everybodyLeaves, launchChromium, openTab } from './chromium';

/** What goes wrong in a class, and what people are told then. Each test has a class of its own. */
let server: ServerProcess;
let browser: Browser;
let teacher: RegisteredTeacher;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchChromium()]);
  teacher = await createTeacher(server.origin);
});

afterEach(() => everybodyLeaves(browser));

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

async function openClass(...commands: TeacherCommand[]) {
  const { code } = await teacher.createClass('handwritten-digits');
  const conductor = await teacher.conduct(code);
  for (const command of commands) expect(await conductor.command(command)).toMatchObject({ ok: true });
  return { code, conductor };
}

async function visit(path: string, prepare?: (context: BrowserContext) => Promise<unknown>): Promise<Page> {
  const looks = { viewport: { width: 1366, height: 768 }, locale: 'en-GB' };
  const context = prepare && (await browser.newContext(looks));
  await prepare?.(context!);
  const page = context ? await context.newPage() : await openTab(browser, looks);
  await page.goto(server.origin + path);
  return page;
}

async function join(page: Page, nickname: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Nickname' }).fill(nickname);
  await page.getByRole('button', { name: 'Join class' }).click();
}

async function joined(
  code: string,
  nickname: string,
  prepare?: (context: BrowserContext) => Promise<unknown>,
): Promise<Page> {
  const page = await visit(`/join/${code}`, prepare);
  await join(page, nickname);
  await page.waitForURL(`**/class/${code}`);
  return page;
}

const runIs = (page: Page, state: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector<HTMLElement>('[data-testid="run-status"]')?.dataset.state === wanted,
    state,
    { timeout: 150_000 },
  );
const reachedStep = (page: Page, step: number) =>
  page.waitForFunction(
    (least) =>
      Number(document.querySelector<HTMLElement>('[data-testid="run-status"]')?.dataset.step ?? 0) >= least,
    step,
    { timeout: PATIENCE_MS },
  );
/** A training that lasts on any machine. */
async function mostEpochs(page: Page): Promise<void> {
  const epochs = page.getByRole('combobox', { name: 'Epochs' });
  await epochs.selectOption((await epochs.locator('option').last().getAttribute('value'))!);
}
const moreSettings = (page: Page) =>
  page.getByRole('button', { name: benchWords.settings.more, exact: true }).click();
const stepOf = async (page: Page) => Number(await page.getByTestId('run-status').getAttribute('data-step'));

test('an unknown code: told so, with a way back to enter another', async () => {
  const page = await visit('/');
  await page.getByRole('textbox', { name: 'Room code' }).fill('AAAAAA');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText('No such class').waitFor();
  await page.getByRole('link', { name: 'Enter another code' }).click();
  await page.getByRole('textbox', { name: 'Room code' }).waitFor();
});

test('a taken, an unfit and an empty nickname are told at the field, and what was typed stays', async () => {
  const { code, conductor } = await openClass();
  await joined(code, 'Ada');
  const second = await visit(`/join/${code}`);
  await join(second, ' АDA ');
  await second.getByText(/already has this nickname/).waitFor();
  expect(await second.getByRole('textbox', { name: 'Nickname' }).inputValue()).toBe(' АDA ');
  await join(second, 'fuck you');
  await second.getByText(/not welcome in a class/).waitFor();
  await join(second, '');
  await second.getByText(/Type a nickname/).waitFor();
  await join(second, 'Grace');
  await second.waitForURL(`**/class/${code}`);
  conductor.close();
});

test('a locked room says so and lets in by itself once it is open; who was in may come back', async () => {
  const { code, conductor } = await openClass();
  const inside = await joined(code, 'Ada');
  await conductor.command({ type: 'class:lock', locked: true });
  const outside = await visit(`/join/${code}`);
  await outside.getByText('The room is locked').waitFor();
  await inside.reload();
  await inside.getByText('Ada', { exact: true }).first().waitFor();
  await conductor.command({ type: 'class:lock', locked: false });
  await join(outside, 'Grace');
  await outside.waitForURL(`**/class/${code}`);
  conductor.close();
});

test('a lost connection: a banner, training goes on, and the points catch up', async () => {
  const { code, conductor } = await openClass({ type: 'class:begin' }, { type: 'step:next' });
  const page = await joined(code, 'Ada');
  // On a fast machine, too, still under way when the connection is lost and comes back.
  await page.getByText('Convolutional', { exact: true }).click();
  await page
    .getByRole('combobox', { name: benchWords.settings.filtersOf.replace('{layer}', '1') })
    .selectOption('32');
  await mostEpochs(page);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  // After the first of the hundred epochs all pictures that it needs are there: without them it would rightly wait.
  await reachedStep(page, 189);
  await page.context().setOffline(true);
  const before = await stepOf(page);
  await reachedStep(page, before + 20);
  await page
    .getByText(/Connection lost/)
    .first()
    .waitFor();
  // What is not there yet is waited for, and takes nothing away that is.
  await page.getByRole('button', { name: lessonWords.glossary.open, exact: true }).press('Enter');
  await page.getByRole('dialog', { name: lessonWords.glossary.title }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('searchbox', { name: lessonWords.glossary.search }).waitFor();
  await page.keyboard.press('Escape');
  await page
    .getByText(/Connection lost/)
    .first()
    .waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: benchWords.bar.pause, exact: true }).click();
  await runIs(page, 'paused');
  const console = await visit(`/teach/live/${code}`, (context) => context.addCookies(teacher.cookies()));
  const card = console.getByTestId('student-card');
  await expect.poll(async () => Number(await card.getAttribute('data-step')) - (await stepOf(page))).toBe(0);
  conductor.close();
});

test.each(['wasm/', 'data/digits/'])(
  'a reload that finds no %s: told so, and the training goes on by itself once they come',
  async (files) => {
    const { code, conductor } = await openClass({ type: 'class:begin' }, { type: 'step:next' });
    const page = await joined(code, 'Ada');
    await page.getByText('Convolutional', { exact: true }).click();
    await mostEpochs(page);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await reachedStep(page, 20);
    await page.context().route(`${server.origin}/${files}**`, (route) => route.abort('connectionrefused'));
    await page.reload();
    await page.getByText(/could not be loaded/).waitFor();
    const before = await stepOf(page);
    await page.context().unrouteAll();
    await reachedStep(page, before + 5);
    await runIs(page, 'training');
    await expect.poll(() => page.getByText(/could not be loaded/).count()).toBe(0);
    conductor.close();
  },
);

test('no WebGL: it trains on another backend and says which', async () => {
  const { code, conductor } = await openClass({ type: 'class:begin' }, { type: 'step:next' });
  const page = await joined(code, 'Ada', (context) =>
    context.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind, ...rest]);
      } as typeof original;
    }),
  );
  await moreSettings(page);
  await page.getByText(/no WebGL/).waitFor();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await reachedStep(page, 5);
  expect(await page.getByTestId('run-status').getAttribute('data-backend')).toMatch(/^(kernels|wasm|cpu)$/);
  conductor.close();
});

test('no SIMD in WebAssembly: it trains on another backend and says so', async () => {
  const { code, conductor } = await openClass({ type: 'class:begin' }, { type: 'step:next' });
  // V8 as it is on a processor of before 2008.
  const old = await launchChromium({
    args: ['--js-flags=--no-enable-sse4-1 --no-enable-ssse3 --no-enable-avx'],
  });
  try {
    const page = await old.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
    await page.goto(`${server.origin}/join/${code}`);
    await join(page, 'Ada');
    await page.waitForURL(`**/class/${code}`);
    await moreSettings(page);
    await page.getByText(benchWords.backend.noSimd).waitFor();
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await reachedStep(page, 5);
    expect(await page.getByTestId('run-status').getAttribute('data-backend')).toMatch(/^(wasm|webgl)$/);
  } finally {
    await old.close();
    conductor.close();
  }
});

test('a diverged training is named, the teacher sees it, and Reset leads on', async () => {
  const { code, conductor } = await openClass({ type: 'class:begin' }, { type: 'step:next' });
  const page = await joined(code, 'Ada');
  await moreSettings(page);
  await page.getByRole('combobox', { name: benchWords.settings.optimizer }).selectOption('momentum');
  await page.getByRole('slider', { name: 'Learning rate' }).focus();
  await page.keyboard.press('End');
  await page.getByRole('combobox', { name: /L2/ }).selectOption('0.1');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await runIs(page, 'diverged');
  await page.getByText('The training diverged', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await runIs(page, 'ready');
  conductor.close();
});

test('the class ends: students are told, and a newcomer too', async () => {
  const { code, conductor } = await openClass({ type: 'class:begin' });
  const page = await joined(code, 'Ada');
  await conductor.command({ type: 'class:end' });
  await page.getByText('The class has ended').first().waitFor();
  const late = await visit(`/join/${code}`);
  await late.getByText('The class has ended').first().waitFor();
  conductor.close();
});

test('a removed student is told, and may join again; a banned one may not', async () => {
  const { code, conductor } = await openClass({ type: 'class:begin' });
  const page = await joined(code, 'Ada');
  const studentId = await page.evaluate(() => {
    const kept = Object.values({ ...localStorage, ...sessionStorage }).join(' ');
    return /[0-9a-f]{32}/.exec(kept)?.[0] ?? '';
  });
  expect(await conductor.command({ type: 'student:remove', studentId })).toMatchObject({ ok: true });
  await page.getByText('You are not in the class').waitFor();
  await page
    .getByRole('link', { name: 'Join again' })
    .or(page.getByRole('button', { name: 'Join again' }))
    .first()
    .click();
  await page.waitForURL(`**/join/${code}`);
  expect(await conductor.command({ type: 'student:ban', studentId })).toMatchObject({ ok: true });
  await join(page, 'Ada');
  await page.getByText('Somebody who used this browser may no longer join this class').waitFor();
  conductor.close();
});
