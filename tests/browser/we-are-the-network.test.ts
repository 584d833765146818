import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import en from '@/client/messages/en/relay.json';
import ja from '@/client/messages/ja/relay.json';
import { mustBeOk } from '@/people/must-be-ok';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { RELAY_STEPS } from '@/protocol/relay-settings';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { launchChromium } from './chromium';
import { sharedServer } from './shared-server';
import { story } from './story';
import { joinAs, type Looks, type Visit, visit } from './visits';

/**
 * We are the network, on the production build: console and projector, and four students whose pages are units, one of them on a phone in Japanese; one closes the
 * laptop in the middle.
 */
const chapter = story();
const server = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;
let made: { id: string; code: string };
let desk: Page;
let wall: Page;
let students: Page[];
const errors: string[] = [];

/** Whatever the page complains about is told at the end. */
async function told(visited: Promise<Visit>): Promise<Page> {
  const { page, errors: complaints } = await visited;
  page.on('close', () => errors.push(...complaints));
  return page;
}
const open = (path: string, looks: Looks) => told(visit(browser, server.origin + path, looks, { teacher }));
const LAPTOP = { width: 1366, height: 768, locale: 'en-GB' };
const PHONE = { width: 390, height: 844, locale: 'ja-JP' };

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
  made = await teacher.createClass('backpropagation');
  const conductor = await teacher.conduct(made.code);
  mustBeOk(await conductor.command({ type: 'class:begin' }));
  conductor.close();
  desk = await open(`/teach/live/${made.code}`, LAPTOP);
  await desk.getByTestId('class-experiments').getByRole('button', { name: en.title, exact: true }).click();
  wall = await open(`/screen/${made.code}`, { width: 1920, height: 1080, locale: 'ja-JP' });
  const looks = [LAPTOP, LAPTOP, LAPTOP, PHONE];
  students = [];
  for (const [i, name] of ['Ada', 'Ben', 'Cleo', '花子'].entries())
    students.push(await told(joinAs(browser, server.origin, made.code, name, looks[i]!)));
});
afterAll(async () => {
  await browser?.close();
});

const panel = () => desk.getByTestId('relay-panel');
const card = (page: Page, stage: string) => page.locator(`[data-testid="relay"][data-stage="${stage}"]`);
const screen = (stage: string) => wall.locator(`[data-testid="screen-relay"][data-stage="${stage}"]`);
const press = (name: string) => panel().getByRole('button', { name, exact: true }).click();
const seatOf = (page: Page) => card(page, 'going').getAttribute('data-seat');
const inSeat = async (seat: string) => {
  for (const page of students) if ((await seatOf(page)) === seat) return page;
  throw new Error(`nobody sits in seat ${seat}`);
};
const steps = () => wall.getByTestId('relay-team').first().getAttribute('data-steps').then(Number);

async function looksGood(page: Page) {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
}

chapter('the class is asked, and guesses by keyboard and by finger', async () => {
  await press(en.ask);
  await screen('asking').getByText(ja.waiting).waitFor();
  const alone = students[0]!.getByTestId('relay-guess-alone');
  await alone.getByRole('radio').first().focus();
  await students[0]!.keyboard.press('ArrowDown');
  await students[0]!.keyboard.press('Enter');
  await alone.getByText(`Your guess: ${en.choices.three}`).waitFor();
  const leaving = students[3]!.getByTestId('relay-guess-leaving');
  await leaving.getByText(ja.choices.worse).click();
  await leaving.getByRole('button', { name: ja.guess, exact: true }).click();
  await panel().getByText('2 of').waitFor();
  await looksGood(students[3]!);
});

chapter(
  'by hand: students set weights until the network answers exclusive or, and the wall shows it',
  async () => {
    await press(en.deal);
    await screen('going').waitFor();
    await card(students[0]!, 'going').waitFor();
    const set = async (seat: string, values: readonly number[]) => {
      const page = await inSeat(seat);
      const fields = page
        .getByTestId('relay')
        .getByRole('textbox')
        .or(page.getByTestId('relay').getByRole('spinbutton'));
      for (const [i, value] of values.entries()) {
        await fields.nth(i).fill(String(value));
        await fields.nth(i).press('Enter');
      }
    };
    await set('0', [1, 1, -0.5]);
    await set('1', [1, 1, -1.5]);
    await set('2', [1, -1, -0.5]);
    await expect.poll(() => screen('going').getAttribute('data-solved')).toBe('1');
    await (await inSeat('0')).getByTestId('relay-work').waitFor();
    for (const page of [wall, desk, students[3]!]) await looksGood(page);
    expect(await downwardOverflow(wall)).toBe(0);
    await press(en.end);
    await screen('over').waitFor();
    await card(students[3]!, 'over').getByText(ja.yoursWrong).waitFor();
    await press(en.close);
  },
);

chapter(
  'by gradients: one step at a time, then by itself; one closes the laptop, and another takes the seat',
  async () => {
    await panel().getByText(en.ways.gradient, { exact: true }).click();
    await panel().getByRole('group', { name: en.hiddenLabel }).getByText('2', { exact: true }).click();
    await press(en.askAgain);
    await screen('asking').waitFor();
    await press(en.deal);
    await card(students[0]!, 'going').waitFor();
    await press(en.oneStep);
    await expect.poll(steps).toBe(1);
    await press(en.byItself);
    await expect.poll(steps).toBeGreaterThanOrEqual(5);
    const [leaver, standIn] = [await inSeat('0'), await inSeat('none')];
    await leaver.close();
    await standIn.locator('[data-testid="relay"][data-seat="0"]').waitFor();
    const then = await steps();
    await expect.poll(steps).toBeGreaterThan(then + 3);
    await press(en.end);
    await screen('over').getByText(ja.found.same).waitFor();
    await panel().getByText(en.found.same).waitFor();
    await panel().getByTestId('relay-losses').waitFor();
    expect(await steps()).toBeLessThanOrEqual(RELAY_STEPS);
    for (const page of [wall, desk]) await looksGood(page);
    expect(await downwardOverflow(wall)).toBe(0);
  },
);

chapter('the class is over, and looks back', async () => {
  await press(en.close);
  const conductor = await teacher.conduct(made.code);
  mustBeOk(await conductor.command({ type: 'class:end' }));
  conductor.close();
  const review = await open(`/review/${made.id}`, LAPTOP);
  const held = review.getByTestId('review-relays');
  await held.getByText(en.found.same).waitFor();
  await held.getByText(en.review.moves).click();
  await held
    .getByText('Ada')
    .or(held.getByText('Ben'))
    .or(held.getByText('Cleo'))
    .or(held.getByText('花子'))
    .first()
    .waitFor();
  await looksGood(review);
  for (const page of [desk, wall, review, ...students]) if (!page.isClosed()) await page.close();
  expect(errors).toEqual([]);
});
