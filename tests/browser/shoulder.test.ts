import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findLesson } from '@/lessons/registry';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { studentTab } from '@/people/student';
import { createTeacher } from '@/people/teacher';
import { accessibilityProblems } from './axe';
import { everybodyLeaves, launchChromium, openTab, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** A teacher looks over a student's shoulder: two real pages, and the same bench on both. */
const server = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  closeTabs();
  await everybodyLeaves(browser);
  await browser?.close();
});

const DESK = { viewport: { width: 1366, height: 768 }, locale: 'en-GB' };

async function tab(): Promise<Page> {
  const page = await openTab(browser, DESK);
  return page;
}

test('the teacher sees the student’s own bench move, and the student reads that somebody looks, for as long as it is so', async () => {
  const teacher = await createTeacher(server.origin);
  const { code } = await teacher.createClass('perceptron');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));

  const student = await tab();
  const errors = watchErrors(student);
  await student.goto(`${server.origin}/join/${code}`);
  await student.getByRole('textbox', { name: 'Nickname' }).fill('Mia');
  await student.getByRole('button', { name: 'Join class' }).click();
  const bench = student.getByTestId('bench');
  const weight = bench.getByRole('slider', { name: 'Weight w₁' });
  await weight.waitFor();

  const page = await tab();
  const consoleErrors = watchErrors(page);
  await page.context().addCookies(teacher.cookies());
  await page.goto(`${server.origin}/teach/live/${code}`);
  await page.getByRole('button', { name: 'Look at Mia’s bench' }).click();
  const shown = page.getByTestId('shown-bench');
  await shown.getByRole('slider', { name: 'Weight w₁' }).waitFor();
  await student.getByTestId('watched').waitFor();

  await weight.focus();
  await student.keyboard.press('End');
  const value = await weight.getAttribute('aria-valuetext');
  const seen = shown.getByRole('slider', { name: 'Weight w₁' });
  await expect.poll(() => seen.inputValue()).toBe(await weight.inputValue());
  expect(value).toBe(await seen.getAttribute('aria-valuetext'));
  expect(await seen.isDisabled()).toBe(true);
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await student.getByTestId('watched').waitFor({ state: 'detached' });

  // Mia asks for help, Ken offers some, and the teacher brings the two together.
  const ken = await studentTab(server.origin, code, 'Ken');
  mustBeOk(await ken.tab.command({ type: 'help:ask', kind: 'can' }));
  await student.getByTestId('help').click();
  await student.getByRole('button', { name: 'I need help' }).click();
  await expect.poll(() => student.getByTestId('help').getAttribute('data-state')).toBe('asking');
  const card = page.locator('[data-testid=student-card][data-nickname=Mia]');
  await expect.poll(() => card.getByTestId('need').getAttribute('data-need')).toBe('asked');
  await page.getByLabel('Who helps Mia?').selectOption({ label: 'Ken (offers)' });
  await expect.poll(() => student.getByTestId('help-partner').textContent()).toBe('Ken helps you');
  await student.getByTestId('help').click();
  await student.getByRole('button', { name: 'We are done' }).click();
  await page.getByTestId('help-card').waitFor({ state: 'detached' });

  // The teacher's own bench on everybody's, and the way back.
  const before = await weight.inputValue();
  await page.getByRole('button', { name: 'Hand out a set-up' }).click();
  const own = page.getByRole('dialog').getByRole('slider', { name: 'Weight w₁' });
  await own.focus();
  await page.keyboard.press('Home');
  const handed = await own.inputValue();
  expect(handed).not.toBe(before);
  await page.getByRole('button', { name: 'Hand it out' }).click();
  await student.getByTestId('handed').waitFor();
  await expect.poll(() => weight.inputValue()).toBe(handed);
  await student.reload();
  await student.getByRole('button', { name: 'Take it back' }).click();
  await expect.poll(() => weight.inputValue()).toBe(before);

  // A snapshot with a caption on the wall, then the bench itself, live; nobody reads there whose it is until it is released.
  const wall = await tab();
  await wall.context().addCookies(teacher.cookies());
  await wall.goto(`${server.origin}/screen/${code}`);
  await page.getByRole('button', { name: 'Look at Mia’s bench' }).click();
  await shown.waitFor();
  await page.getByRole('button', { name: 'Take a snapshot' }).click();
  await page.getByTestId('snapshot').waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  const caption = page.getByTestId('snapshot').getByRole('textbox');
  await caption.fill('Nearly AND');
  await caption.press('Enter');
  await page.getByRole('button', { name: 'Show snapshot 1 on the projector' }).click();
  await wall.getByRole('heading', { name: 'Nearly AND' }).waitFor();
  const onWall = wall.getByTestId('shown-bench').getByRole('slider', { name: 'Weight w₁' });
  await expect.poll(() => onWall.inputValue()).toBe(before);
  await page.getByRole('button', { name: 'Look at Mia’s bench' }).click();
  await page.getByRole('button', { name: 'Show it on the projector' }).click();
  await expect.poll(() => student.getByTestId('watched').getAttribute('data-by')).toBe('class');
  await weight.focus();
  await student.keyboard.press('Home');
  await expect.poll(() => onWall.inputValue()).toBe(await weight.inputValue());
  expect(await wall.getByTestId('whose-bench').count()).toBe(0);
  expect(await accessibilityProblems(wall)).toEqual([]);
  await page.getByRole('checkbox', { name: 'With mark and name' }).check();
  await expect.poll(() => wall.getByTestId('whose-bench').textContent()).toBe('Mia');
  await page.getByRole('button', { name: 'Take it off the projector' }).click();
  await wall.getByTestId('shown-bench').waitFor({ state: 'detached' });
  await wall.context().close();
  await page.keyboard.press('Escape');

  // The class goes on, and the shoulder with it.
  await page.getByRole('button', { name: 'Look at Mia’s bench' }).click();
  await shown.waitFor();
  mustBeOk(await desk.command({ type: 'step:next' }));
  const { id: next } = findLesson('perceptron')!.steps[1]!;
  for (const bench of [shown, student.getByTestId('bench')])
    await expect.poll(() => bench.getAttribute('data-step-id')).toBe(next);
  await page.keyboard.press('Escape');
  await student.getByTestId('watched').waitFor({ state: 'detached' });
  expect([...errors, ...consoleErrors]).toEqual([]);
  desk.close();
});

test('a network that the teacher has trained stands on the students’ benches with its weights, for late comers and over a reload too, and is taken back', async () => {
  const teacher = await createTeacher(server.origin);
  const { code } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  const at = findLesson('handwritten-digits')!.steps.findIndex(({ bench }) => bench === 'digits-training');
  mustBeOk(await desk.command({ type: 'step:go', index: at }));
  const join = async (name: string) => {
    const page = await tab();
    await page.goto(`${server.origin}/join/${code}`);
    await page.getByRole('textbox', { name: 'Nickname' }).fill(name);
    await page.getByRole('button', { name: 'Join class' }).click();
    await page.getByTestId('bench').waitFor();
    return page;
  };
  const student = await join('Mia');
  const errors = watchErrors(student);

  const page = await tab();
  await page.context().addCookies(teacher.cookies());
  await page.goto(`${server.origin}/teach/live/${code}`);
  await page.getByRole('button', { name: 'Hand out a set-up' }).click();
  const own = page.getByRole('dialog');
  for (const step of [1, 2]) {
    await own.getByRole('button', { name: 'Step', exact: true }).click();
    await own.locator(`[data-testid=run-status][data-step="${step}"]`).waitFor();
  }
  await page.getByRole('button', { name: 'Hand it out' }).click();
  await page.getByText('The network’s weights at step 2 went along.').waitFor();

  const begun = (of: Page) => of.getByText('it begins with the weights', { exact: false }).first().waitFor();
  await student.getByTestId('handed').waitFor();
  await begun(student);
  await student.reload();
  await begun(student);
  await begun(await join('Ken'));
  await student.getByRole('button', { name: 'Take it back' }).click();
  await student
    .getByText('it begins with the weights', { exact: false })
    .first()
    .waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
});
