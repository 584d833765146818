import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshId } from '@/people/credentials';
import { leadTo } from '@/people/lead-to';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { EXPERIMENT, WEIGHTS } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { createTeacher } from '@/people/teacher';
import { LESSON } from '@/tests/live/class-server';
import { PATIENCE_MS } from '@/tests/patience';
import { everybodyLeaves, launchChromium, openTab, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** The board beside the cards of a large class: as much of it is drawn as is in sight, and all of it is there. */
const server = sharedServer();
const STUDENTS = 60;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  closeTabs();
  await everybodyLeaves(browser);
  await browser?.close();
});

test('of sixty rows those in sight are drawn, and each can be come to by wheel and by keyboard', async () => {
  const teacher = await createTeacher(server.origin);
  const { code } = await teacher.createClass(LESSON);
  await leadTo(await teacher.conduct(code), 0);
  const page = await openTab(browser, { viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  const errors = watchErrors(page);
  page.setDefaultTimeout(PATIENCE_MS);
  await page.context().addCookies(teacher.cookies());
  await page.goto(`${server.origin}/teach/live/${code}`);
  await Promise.all(
    Array.from({ length: STUDENTS }, async (_, index) => {
      const student = await studentTab(server.origin, code, `Student ${index}`);
      const id = freshId();
      mustBeOk(
        await student.tab.attachRun(id, { experiment: EXPERIMENT, backend: 'cpu', startedAt: Date.now() }),
      );
      const weights = Float32Array.from(
        { length: WEIGHTS },
        (_, at) => ((at * (index + 7)) % 101) / 101 - 0.5,
      );
      mustBeOk((await student.submit(id, weights)).answer);
    }),
  );

  const board = page.getByRole('table', { name: 'Leaderboard' });
  await expect
    .poll(() => board.getAttribute('aria-rowcount'), { timeout: PATIENCE_MS })
    .toBe(`${STUDENTS + 1}`);
  const drawn = () => board.locator('tbody tr[aria-rowindex]').count();
  expect(await drawn()).toBeLessThan(STUDENTS - 10);
  // Nothing of what is drawn is cut that was whole in a small class.
  const cut = await board
    .locator('tbody tr[aria-rowindex] .truncate')
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
    );
  expect(cut).toEqual([]);

  const box = page.getByRole('region', { name: 'Leaderboard', exact: true }).last();
  await box.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await board.locator(`tr[aria-rowindex="${STUDENTS + 1}"]`).waitFor();
  expect(await drawn()).toBeLessThan(STUDENTS - 10);

  // By keyboard from the last row's network up to the first: each is one stop, in order.
  await board.locator(`tr[aria-rowindex="${STUDENTS + 1}"] a`).focus();
  const row = () =>
    page.evaluate(() => Number(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')));
  for (let index = STUDENTS; index >= 2; index -= 1) {
    await page.keyboard.press('Shift+Tab');
    await expect.poll(row, { timeout: PATIENCE_MS }).toBe(index);
  }
  expect(errors).toEqual([]);
});
