import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import en from '@/client/messages/en/review.json';
import { freshId } from '@/people/credentials';
import { batch, EXPERIMENT } from '@/people/sample-run';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { readEnv } from '@/server/env';
import { openDatabase } from '@/server/store/database';
import { PrismaStore } from '@/server/store/prisma-store';
import { aStudent } from '@/tests/store/made-things';
import { accessibilityProblems } from './axe';
import { watchErrors } from './chromium';
import { Stage } from './lessons/lesson-walk';

/** A class of 120 runs: of its table only the rows in sight are drawn. The focus belongs to a run, wherever its row goes. */
const stage = new Stage();
const STUDENTS = 6;
const RUNS = 20;
let teacher: RegisteredTeacher;
let classId: string;

beforeAll(async () => {
  teacher = await createTeacher(stage.server.origin);
  const made = await teacher.createClass('handwritten-digits');
  classId = made.id;
  // Beside the server, whose log is not to be emptied.
  const env = readEnv({ DATA_DIR: stage.server.dataDir });
  const store = new PrismaStore(await openDatabase(env), { emptiesLog: false });
  const before = (await store.loadClass(classId))!;
  const students = Array.from({ length: STUDENTS }, (_, index) => aStudent(`Pupil ${index + 1}`));
  const after = {
    ...before,
    ...{ phase: 'ended' as const, version: before.version + 1, startedAt: 1, endedAt: 2 },
    students: Object.fromEntries(students.map((student) => [student.id, student])),
  };
  expect(await store.saveClass(before, after)).toBe('saved');
  for (let run = 0; run < STUDENTS * RUNS; run += 1) {
    const id = freshId();
    const at = 1_700_000_000_000 + run * 60_000;
    const experiment = { ...EXPERIMENT, seed: (run * 37) % (STUDENTS * RUNS) };
    const { id: studentId } = students[run % STUDENTS]!;
    const attached = await store.attachRun(
      { id, classId, studentId, experiment, backend: 'cpu', startedAt: at },
      at,
    );
    await store.appendBatch(id, attached!.epoch, batch(1, 'finished'), at + 1_000);
  }
  await store.close();
});

const table = (page: Page) => page.getByRole('table', { name: en.class.runs, exact: true });
const box = (page: Page) => page.getByRole('region', { name: en.class.runs, exact: true });
/** What has the focus, as it is called. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
  });
const isInSight = (page: Page) =>
  page.evaluate(() => {
    const row = document.activeElement?.closest('tr')?.getBoundingClientRect();
    const around = document.activeElement?.closest('section')?.getBoundingClientRect();
    return row && around ? row.top < around.bottom && row.bottom > around.top : false;
  });
/** Rows that say who they are: those that are drawn. */
const rowCount = (page: Page) => table(page).locator('tbody tr[aria-rowindex]').count();
const scrollTo = async (page: Page, share: number) => {
  await box(page).evaluate((element, part) => {
    element.scrollTop = part * (element.scrollHeight - element.clientHeight);
  }, share);
};
const indexOfFocused = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')));

async function opened(): Promise<{ page: Page; errors: string[] }> {
  const context = await stage.browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  await context.addCookies(teacher.cookies());
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(`${stage.server.origin}/review/${classId}`);
  await expect.poll(() => rowCount(page)).toBeGreaterThan(10);
  return { page, errors };
}

test('the focus stays with its run, however the table is sorted and scrolled', async () => {
  const { page, errors } = await opened();
  const third = table(page).locator('tbody tr[aria-rowindex="4"]');
  const links = {
    link: third.getByRole('link'),
    box: third.getByRole('checkbox'),
  };
  for (const which of ['link', 'box'] as const) {
    await links[which].focus();
    const name = await focused(page);
    expect(name).toContain('Pupil');
    const rows = await rowCount(page);
    // Out of sight, and back.
    await scrollTo(page, 1);
    await expect.poll(() => table(page).locator('tbody tr[aria-rowindex="121"]').count()).toBe(1);
    expect(await focused(page)).toBe(name);
    expect(await isInSight(page)).toBe(false);
    expect(await rowCount(page)).toBeLessThanOrEqual(rows + 12);
    await scrollTo(page, 0);
    await expect.poll(() => table(page).locator('tbody tr[aria-rowindex="2"]').count()).toBe(1);
    expect(await focused(page)).toBe(name);
    expect(await indexOfFocused(page)).toBe(4);
  }
  // Sorted without the focus being anywhere else: as where somebody goes back to another order, by script as a reader would press the head.
  await links.link.focus();
  const name = await focused(page);
  const seed = table(page).getByRole('columnheader', { name: /^Seed/ }).getByRole('button');
  const before = await table(page).getByRole('link').allTextContents();
  await seed.evaluate((button: HTMLElement) => button.click());
  await expect.poll(() => table(page).getByRole('link').allTextContents()).not.toEqual(before);
  expect(await focused(page)).toBe(name);
  await seed.evaluate((button: HTMLElement) => button.click());
  await expect
    .poll(() => table(page).getByRole('columnheader', { name: /^Seed/ }).getAttribute('aria-sort'))
    .toBe('descending');
  expect(await focused(page)).toBe(name);
  // The next stop is of that run, too.
  await page.keyboard.press('Tab');
  const [run] = /Pupil.*/.exec(name) ?? [];
  expect(run).toBeDefined();
  expect(await focused(page)).toBe(`Pin the run of ${run}`);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('a run that is pinned by the keyboard keeps the focus where it goes; one that is filtered away leaves it to the table', async () => {
  const { page, errors } = await opened();
  await scrollTo(page, 0.5);
  await expect.poll(() => table(page).locator('tbody tr[aria-rowindex="60"]').count()).toBe(1);
  const pin = table(page).locator('tbody tr[aria-rowindex="60"]').getByRole('button', { name: /^Pin/ });
  await pin.focus();
  const name = await focused(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => indexOfFocused(page)).toBe(2);
  expect(await focused(page)).toBe(name.replace(/^Pin/, 'Unpin'));
  // Of all that is drawn each run is once, and each place.
  const places = await table(page)
    .locator('tbody tr[aria-rowindex]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))));
  expect(new Set(places).size).toBe(places.length);
  expect([...places].sort((one, other) => one - other)).toEqual(places);
  // Let go while a search leaves others alone: it is no more in the table.
  await page.getByRole('searchbox', { name: en.class.search }).fill('nobody is called so');
  await expect.poll(() => rowCount(page)).toBe(1);
  await table(page)
    .getByRole('button', { name: /^Unpin/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => rowCount(page)).toBe(0);
  await expect.poll(() => box(page).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('readers are told how many rows there are, where each stands and how they are sorted; room for others is no row', async () => {
  const { page } = await opened();
  await scrollTo(page, 0.5);
  await expect.poll(() => table(page).locator('tbody tr[aria-rowindex="60"]').count()).toBe(1);
  expect(await table(page).getAttribute('aria-rowcount')).toBe('121');
  const rows = table(page).locator('tbody').getByRole('row');
  expect(await rows.count()).toBe(await rowCount(page));
  const sorted = table(page).getByRole('columnheader', { name: /^Seed/ });
  await sorted.getByRole('button').press('Enter');
  await expect.poll(() => sorted.getAttribute('aria-sort')).toBe('ascending');
  // Who sorts by the keyboard stays at the head.
  expect(await sorted.getByRole('button').evaluate((head) => head === document.activeElement)).toBe(true);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.context().close();
});
