import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LESSONS } from '@/lessons/registry';
import { lessonIn, textIn } from '@/lessons/written';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { accessibilityProblems, sidewaysOverflow } from '@/tests/browser/axe';
import { everybodyLeaves, launchChromium, openTab, watchErrors } from '@/tests/browser/chromium';
import { sharedServer } from '@/tests/browser/shared-server';
import { stepsOutOfSight } from './words-in-sight';

/** The frame around every lesson: alone at /learn, and in a class whose lesson trains no digits. */
const server = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;
let complaints: string[][] = [];

async function visit(
  options: { locale?: string; phone?: boolean; mayComplain?: boolean } = {},
): Promise<Page> {
  const page = await openTab(browser, {
    locale: options.locale ?? 'en-GB',
    viewport: options.phone ? { width: 390, height: 844 } : { width: 1366, height: 768 },
    hasTouch: options.phone ?? false,
  });
  const errors = watchErrors(page);
  if (!options.mayComplain) complaints.push(errors);
  return page;
}

/** A bench that has come: a sheet with something to do on it. */
async function waitForBench(page: Page): Promise<void> {
  await page.getByTestId('bench').locator('button, input, [role="switch"]').first().waitFor();
}

/** Train can be pressed. */
async function waitForTrainer(page: Page): Promise<void> {
  await page.locator('[data-testid="run-status"][data-state="ready"]').waitFor();
  await page.waitForFunction(
    () => document.querySelector('[data-testid="run-status"] ~ div button:not([aria-disabled])') !== null,
  );
}

const digits = LESSONS.find(({ id }) => id === 'handwritten-digits')!;

const step = (page: Page) => page.getByTestId('bench').getAttribute('data-step-id');

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
});

afterEach(async () => {
  const said = complaints.flat();
  complaints = [];
  await everybodyLeaves(browser);
  expect(said).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
});

test('from the start page to the list of lessons, in the order of the argument', async () => {
  const page = await visit();
  await page.goto(server.origin);
  await page.getByRole('link', { name: 'Learn alone' }).first().click();
  await page.waitForURL('**/learn');
  const shown = await page
    .locator('[data-lesson]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-lesson')));
  expect(shown).toEqual(LESSONS.map(({ id }) => id));
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('link', { name: textIn(LESSONS[0]!, 'en').question }).click();
  await page.waitForURL(`**/learn/${LESSONS[0]!.id}`);
  await waitForBench(page);
});

test('steps go on and back by button, list and browser; going on alone is no goal met', async () => {
  const page = await visit();
  await page.goto(`${server.origin}/learn/handwritten-digits`);
  await waitForBench(page);
  expect(await step(page)).toBe('look');
  await page.getByRole('button', { name: 'Next step' }).click();
  await page.waitForURL('**?step=train');
  await page.locator('[data-testid="bench"][data-step-id="train"]').waitFor();
  // The trainer and its bar are there, and stay while steps change.
  for (const name of ['Train', 'Pause', 'Step', 'Reset', 'Submit']) {
    await page.getByRole('button', { name, exact: true }).waitFor();
  }
  await page
    .getByRole('status')
    .filter({ hasText: `Step 2 of ${digits.steps.length}: Train a network` })
    .waitFor({ state: 'attached' });
  await page.getByRole('button', { name: `Step ${digits.steps.length - 1}: The challenge` }).click();
  await page.waitForURL('**?step=challenge');
  await page.goBack();
  await page.locator('[data-testid="bench"][data-step-id="train"]').waitFor();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.locator('[data-testid="bench"][data-step-id="look"]').waitFor();
  await page.getByRole('button', { name: 'Step 1: Look at the data (skipped)' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Step 1: Look at the data (skipped)' }).waitFor();
  await page.goto(`${server.origin}/learn`);
  await page.locator('[data-lesson="handwritten-digits"][data-done="0"]').waitFor();
  await page.getByRole('link', { name: 'Does that work on real pictures?' }).click();
  await page.waitForURL('**/learn/handwritten-digits?step=train');
});

test('a network trains alone, over a change of step', async () => {
  const page = await visit();
  await page.goto(`${server.origin}/learn/handwritten-digits?step=train`);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const status = page.getByTestId('run-status');
  const trained = (least: number) =>
    expect
      .poll(() => status.evaluate(({ dataset }) => ({ ...dataset })))
      .toSatisfy(({ step }: { step?: string }) => Number(step) >= least);
  await trained(5);
  await page.getByRole('button', { name: 'Next step' }).click();
  await page.locator('[data-testid="bench"][data-step-id="draw"]').waitFor();
  await trained(20);
});

test('a step asks back and explains the answer; a term is explained where it stands', async () => {
  const page = await visit();
  await page.goto(`${server.origin}/learn/handwritten-digits?step=train`);
  await waitForBench(page);
  await page.getByRole('button', { name: /^weight$/ }).click();
  await page.getByText('In Japanese:').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'All terms' }).click();
  const glossary = page.getByRole('dialog', { name: 'Glossary' });
  await glossary.getByRole('searchbox', { name: 'Find a term' }).fill('勾配');
  await glossary.getByText('gradient descent', { exact: true }).waitFor();
  await expect.poll(() => glossary.getByText('overfitting').count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await glossary.waitFor({ state: 'detached' });

  const check = page.getByTestId('check');
  await check.getByRole('button', { name: 'Check yourself' }).press('Enter');
  await check.getByRole('button', { name: /nearly perfect/ }).press('Space');
  await check.getByText('those very pictures again and again').waitFor();
  expect(await check.getByText('The gap between the two').count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  await check.getByRole('button', { name: /by heart/ }).press('Space');
  await check.getByText('The gap between the two').waitFor();

  // Neither a step back nor a reload forgets it.
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.locator('[data-testid="bench"][data-step-id="look"]').waitFor();
  await page.getByRole('button', { name: 'Next step' }).click();
  await check.getByText('answered').waitFor();
  await page.reload();
  await check.getByText('answered').waitFor();
  await check.getByRole('button', { name: 'Check yourself' }).click();
  await check.getByText('The gap between the two').waitFor();

  // The end of the lesson: its question, the own bench as it was left, two questions, one to use what was found on, and what comes next.
  const [last] = digits.steps.slice(-1);
  await page.goto(`${server.origin}/learn/handwritten-digits?step=${last!.id}`);
  const recap = page.getByTestId('bench');
  // Where nothing was done, it says so and leads there.
  expect(await page.getByTestId('own-work').count()).toBe(0);
  await recap.getByTestId('no-work').getByRole('button').press('Enter');
  await waitForTrainer(page);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.locator('[data-testid="goal"][data-goal="finish"][data-met="true"]').waitFor();
  await page.getByTitle(lessonIn(digits, 'en').steps.at(-1)!.text.title, { exact: true }).click();
  await page.locator('[data-testid="own-work"][data-step-id="train"] button').first().waitFor();
  await recap.getByText(textIn(LESSONS[LESSONS.indexOf(digits) + 1]!, 'en').question).waitFor();
  const quiz = recap.getByTestId('quiz');
  for (const [at, { right, choices }] of digits.quiz.after.entries())
    await quiz
      .getByRole('radio')
      .nth(at === 0 ? right : choices + right)
      .check({ force: true });
  await quiz.getByRole('button', { name: 'Hand in both answers' }).press('Enter');
  await recap.getByText('2 of 2 right.').waitFor();
  await check.getByRole('button', { name: 'Check yourself' }).press('Enter');
  await check.getByRole('button', { name: /let it learn from handwritten/ }).press('Space');
  // Its goal is met in sight, though the question stands where goals do.
  await page.getByTestId('goal-met').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('by keyboard: past the words to the bench, where many pictures are one stop and arrows go among them', async () => {
  const page = await visit();
  await page.goto(`${server.origin}/learn/handwritten-digits?step=look`);
  const picture = (index: number) => page.getByRole('button', { name: new RegExp(`^Picture ${index}, `) });
  await picture(1).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the bench');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#bench$/);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  let stops = 0;
  for (; stops < 10 && !(await focused()).startsWith('Picture'); stops += 1) await page.keyboard.press('Tab');
  expect(await focused()).toMatch(/^Picture 1, /);
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toMatch(/^Picture 2, /);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const chosen = await focused();
  expect(chosen).not.toMatch(/^Picture [12], /);
  await page.keyboard.press('Tab');
  expect(await focused()).not.toMatch(/^Picture /);
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe(chosen);
});

test('a prediction holds the bench until the guess is made, and outlives a reload', async () => {
  const page = await visit();
  const found = LESSONS.flatMap((lesson) => lesson.steps.map((at) => ({ lesson, at }))).find(
    ({ at }) => at.prediction,
  )!;
  const choices = lessonIn(found.lesson, 'en').steps.find(({ id }) => id === found.at.id)!.prediction!
    .choices;
  const address = `${server.origin}/learn/${found.lesson.id}?step=${found.at.id}`;
  await page.goto(address);
  const held = page.getByTestId('bench').getByText('Make your guess first. Then the bench is yours.');
  await held.waitFor();
  const card = page.getByTestId('prediction');
  // The button says why it waits, and does nothing yet.
  await card.getByRole('button', { name: 'That is my guess' }).click({ force: true });
  expect(await card.getAttribute('data-guess')).toBe('');
  await card.getByRole('radio', { name: choices[0]!, exact: true }).check({ force: true });
  await card.getByRole('button', { name: 'That is my guess' }).click();
  await held.waitFor({ state: 'detached' });
  expect(await card.getAttribute('data-guess')).toBe('0');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.reload();
  await page.locator('[data-testid="prediction"][data-guess="0"]').waitFor();
});

test('a broken link leads to what there is', async () => {
  const page = await visit();
  for (const query of [
    '?step=nonsense',
    '?step=%3Cscript%3E&seed=-1',
    '?seed=1e99',
    '?seed=%00&step=__proto__',
  ]) {
    await page.goto(`${server.origin}/learn/handwritten-digits${query}`);
    await waitForBench(page);
    expect(await step(page), query).toBe('look');
  }
  for (const lesson of ['nonsense', '__proto__', '%3Cscript%3E', 'x'.repeat(2_000)]) {
    const answer = await page.goto(`${server.origin}/learn/${lesson}`);
    expect(answer?.status(), lesson).toBe(404);
    await page.getByRole('link').first().waitFor();
  }
});

test('damaged memory of the browser starts anew', async () => {
  const page = await visit();
  await page.goto(`${server.origin}/learn`);
  await page.evaluate(() => {
    localStorage.setItem('visitor-seed', '"x"');
    localStorage.setItem('lesson-progress:handwritten-digits', '{"a":');
    localStorage.setItem('lesson-progress:perceptron', '[7,null]');
    localStorage.setItem('goals:alone:perceptron', '{"weigh":{"met":"x"}}');
    // Ticked before there were goals.
    localStorage.setItem('lesson-progress:loss', '["race"]');
  });
  await page.goto(`${server.origin}/learn/handwritten-digits`);
  await waitForBench(page);
  await page.goto(`${server.origin}/learn`);
  await page.locator('[data-lesson="handwritten-digits"][data-done="0"]').waitFor();
  await page.locator('[data-lesson="loss"][data-done="1"]').waitFor();
});

test('a bench whose code does not come says so, and comes when it is asked for again', async () => {
  const page = await visit({ mayComplain: true });
  const address = `${server.origin}/learn/perceptron`;
  const html = await (await page.request.get(address)).text();
  let cut = true;
  await page.route('**/_next/static/chunks/**', (route) => {
    const name = new URL(route.request().url()).pathname;
    // The page's own scripts come; what it fetches later does not.
    return cut && !html.includes(name) ? route.abort() : route.continue();
  });
  await page.goto(address);
  await page.getByText('The bench could not be loaded').waitFor();
  // The words can be read all the same.
  await page.getByRole('heading', { level: 1 }).waitFor();
  cut = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByTestId('bench').locator('fieldset').first().waitFor();
});

test.each(['en-GB', 'ja-JP'])(
  'every step fits a laptop and a phone, with nothing for axe to find (%s)',
  async (locale) => {
    for (const phone of [false, true]) {
      const page = await visit({ locale, phone });
      for (const path of [
        '/learn',
        '/learn/glossary',
        '/learn/handwritten-digits',
        '/learn/handwritten-digits?step=draw',
      ]) {
        await page.goto(server.origin + path);
        if (path.includes('digits')) {
          await waitForBench(page);
          await waitForTrainer(page);
        }
        expect(await page.getAttribute('html', 'lang')).toBe(locale.slice(0, 2));
        expect(await sidewaysOverflow(page), path).toBe(0);
        expect(await accessibilityProblems(page), path).toEqual([]);
      }
      if (phone) continue;
      // Lesson 5, which nobody walks through elsewhere, with its bar at the foot.
      expect(await stepsOutOfSight(page, digits, locale === 'ja-JP' ? 'ja' : 'en')).toEqual([]);
    }
  },
);

test('a class whose lesson trains no digits shows its benches, without a trainer, and follows the teacher', async () => {
  const { code } = await teacher.createClass('perceptron');
  const conductor = await teacher.conduct(code);
  const page = await visit();
  await page.goto(`${server.origin}/join/${code}`);
  await page.getByRole('textbox', { name: 'Nickname' }).fill('Ada');
  await page.getByRole('button', { name: 'Join class' }).click();
  await page.waitForURL(`**/class/${code}`);
  await page.getByText('Everything is loaded.').waitFor();
  expect((await conductor.command({ type: 'class:begin' })).ok).toBe(true);
  await page.getByTestId('bench').locator('fieldset').first().waitFor();
  expect(await page.getByTestId('run-status').count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);

  expect((await conductor.command({ type: 'class:pause' })).ok).toBe(true);
  await page.getByTestId('bench').locator('fieldset:disabled').first().waitFor();
  expect((await conductor.command({ type: 'class:resume' })).ok).toBe(true);
  await page.getByTestId('bench').locator('fieldset:not(:disabled)').first().waitFor();

  const perceptron = LESSONS.find(({ id }) => id === 'perceptron')!;
  const { steps } = perceptron;
  const predicting = steps.findIndex(({ prediction }) => prediction);
  for (let at = 0; at < predicting; at += 1) {
    expect((await conductor.command({ type: 'step:next' })).ok).toBe(true);
  }
  await page.locator(`[data-testid="bench"][data-step-id="${steps[predicting]!.id}"]`).waitFor();
  // The guess goes to the class, and the class's guesses come back with it.
  const card = page.getByTestId('prediction');
  await card.getByRole('radio').first().check({ force: true });
  await card.getByRole('button', { name: 'That is my guess' }).click();
  await page.locator('[data-testid="prediction"][data-guess="0"]').waitFor();
  await card.getByText('The whole class').waitFor();
  await card.getByText('1 guess', { exact: true }).waitFor();
  await page.reload();
  await page.locator('[data-testid="prediction"][data-guess="0"]').waitFor();

  // A question is put to the vote: it takes the place of the very question, outlives a reload, and gives way to it afterwards.
  const checking = steps.findIndex(({ check }) => check);
  const asked = lessonIn(perceptron, 'en').steps[checking]!.check!;
  mustBeOk(await conductor.command({ type: 'step:go', index: checking }));
  await page.getByTestId('check').waitFor();
  const voteId = freshId();
  const stepId = steps[checking]!.id;
  mustBeOk(await conductor.command({ type: 'vote:open', voteId, stepId, question: 'check' }));
  const vote = page.getByTestId('vote');
  await vote.waitFor();
  expect(await page.getByTestId('check').count()).toBe(0);
  const wrong = (asked.right + 1) % asked.choices.length;
  await vote.getByRole('radio').nth(wrong).focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('Enter');
  await page.locator(`[data-testid="vote"][data-first="${wrong}"]`).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.reload();
  await page.locator(`[data-testid="vote"][data-first="${wrong}"]`).waitFor();
  mustBeOk(await conductor.command({ type: 'vote:turn', voteId, to: 'talk' }));
  await vote.getByText('Find somebody who sees it differently').waitFor();
  mustBeOk(await conductor.command({ type: 'vote:turn', voteId, to: 'second' }));
  await vote.getByRole('radio').nth(asked.right).check({ force: true });
  await vote.getByRole('button', { name: 'Vote', exact: true }).click();
  await page.locator(`[data-testid="vote"][data-second="${asked.right}"]`).waitFor();
  expect(await vote.locator('figure').count()).toBe(0);
  mustBeOk(await conductor.command({ type: 'vote:turn', voteId, to: 'shown' }));
  await vote.getByText('wrong → right: 1').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.locator('[data-testid="check"][data-settled="true"]').waitFor();
  mustBeOk(await conductor.command({ type: 'vote:close', voteId }));
  await vote.waitFor({ state: 'detached' });
  conductor.close();
});
