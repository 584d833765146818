import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import en from '@/client/messages/en/compute.json';
import enLesson from '@/client/messages/en/lesson.json';
import enMatrix from '@/client/messages/en/matrix.json';
import ja from '@/client/messages/ja/compute.json';
import jaLesson from '@/client/messages/ja/lesson.json';
import jaMatrix from '@/client/messages/ja/matrix.json';
import { gpu } from '@/lessons/gpu/lesson';
import { LESSON_WORDS } from '@/lessons/words/words';
import { createTeacher } from '@/people/teacher';
import type { MeasuredTask } from '@/protocol/measurement';
import { accessibilityProblems } from '@/tests/browser/axe';
import { Stage, testPhone, testWalk } from './lesson-walk';
import { guess, type Language, type Place } from './place';

/** A message up to its first argument. */
const beforeNames = (message: string) => message.split(/ ?[(（]?\{/)[0]!;

const WORDS = {
  en: { compute: en, lesson: enLesson, matrix: enMatrix },
  ja: { compute: ja, lesson: jaLesson, matrix: jaMatrix },
};

const stage = new Stage();
const device = (page: Page) => page.getByTestId('device');
const isState = (page: Page, state: string) =>
  page.locator(`[data-testid="device"][data-state="${state}"]`).waitFor({ timeout: 240_000 });

const segment = (page: Page, language: Language, task: MeasuredTask) =>
  page.getByTestId('bench').getByText(WORDS[language].compute.task[task], { exact: true });

/** Cell by cell; the first one is wrong before it is right, and says what it is. */
async function byHand(page: Page, language: Language): Promise<void> {
  const table = (name: string) =>
    page
      .getByRole('table', { name: WORDS[language].matrix.given.replace('{name}', name) })
      .getByRole('row')
      .evaluateAll((rows) =>
        rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => Number(cell.textContent))),
      );
  const [a, b] = [await table('A'), await table('B')];
  const product = (row: number, column: number) =>
    a[row]!.reduce((sum, value, k) => sum + value * b[k]![column]!, 0);
  const cell = (name: string) => page.locator(`[data-cell="${name}"]`);
  await cell('0-0').fill('999');
  await cell('0-0').press('Enter');
  await page.getByText(WORDS[language].matrix.reason.other, { exact: true }).first().waitFor();
  for (const [row, column] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const) {
    await cell(`${row}-${column}`).fill(String(product(row, column)));
    await page.locator(`[data-cell="${row}-${column}"][data-state="right"]`).waitFor();
  }
  await page.locator('[data-testid="matrix-by-hand"][data-right="4"]').waitFor();
}

async function walk(place: Place): Promise<void> {
  const { page, language, open } = place;
  const { compute, lesson } = WORDS[language];
  const button = (name: string) => device(page).getByRole('button', { name, exact: true });
  await open('by-hand');
  await byHand(page, language);
  await open('by-class');
  const rows = WORDS[language].matrix.rows;
  for (const name of [rows.alone, rows.workers]) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.locator('[data-testid="matrix-rows"][data-going="idle"]').waitFor();
    await expect.poll(() => page.locator('[data-owner="nobody"]').count()).toBe(0);
  }
  await open('measure');
  // Nothing is measured before the guess stands.
  expect(await button(compute.measure).isDisabled()).toBe(true);
  await guess(place, LESSON_WORDS[language].gpu.steps.measure.prediction.choices[1]);

  // It can be stopped, and what was measured stays.
  await button(compute.measure).click();
  await isState(page, 'measuring');
  await page.waitForFunction(
    () => Number(document.querySelector<HTMLElement>('[data-testid="device"]')?.dataset.figures) >= 2,
  );
  await button(compute.stop).click();
  await isState(page, 'stopped');
  await button(compute.again).click();
  await isState(page, 'finished');

  const figures = Number(await device(page).getAttribute('data-figures'));
  // Of 39: a device that is slow leaves out what is large.
  expect(figures).toBeGreaterThanOrEqual(18);
  // This machine has no card: WebGL is a program on the processor, and the page says so.
  const verdict = page.getByTestId('verdict');
  expect(await verdict.textContent()).toContain(beforeNames(compute.verdict.software));
  expect(await page.getByTestId('prediction').getAttribute('data-outcome')).toBe('');
  expect(await page.getByTestId('prediction').textContent()).toContain(lesson.prediction.untold);
  const picture = device(page).getByRole('img').nth(1);
  expect(await picture.getAttribute('aria-label')).toContain('30');

  // The tiny network: plain JavaScript wins, and the page says that the card loses.
  await open('tiny');
  await isState(page, 'finished');
  const small = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.includes('device'))!;
    const { figures: all } = JSON.parse(localStorage.getItem(key)!) as {
      figures: { task: string; backend: string; size: number; medianMs: number; agrees: boolean }[];
    };
    const of = (backend: string) =>
      all.find((one) => one.task === 'training-step' && one.size === 2 && one.backend === backend)!;
    return {
      plain: of('javascript').medianMs,
      card: of('webgl').medianMs,
      right: all.every((one) => one.agrees),
    };
  });
  expect(small.right).toBe(true);
  expect(small.card).toBeGreaterThan(small.plain);
  await segment(page, language, 'matrix-product').click();

  await open('class');
  const board = page.getByTestId('class-devices');
  await page.locator('[data-testid="class-devices"][data-total="1"]').waitFor();
  expect(await board.getByRole('img').getAttribute('aria-label')).toContain('WebGL');
  await board.getByText(compute.class.table, { exact: true }).click();
  await board.getByRole('table', { name: compute.class.caption }).waitFor();
}

testWalk(stage, gpu, 'from the guess to where 30× lies', walk, {
  languages: ['ja'],
  leaves: ['first-time/both', 'class/both'],
});
testPhone(stage, gpu);

test('in a class rows and measurements reach the teacher’s pictures, and the student’s own', async () => {
  const teacher = await createTeacher(stage.server.origin);
  const { code } = await teacher.createClass('gpu');
  const conductor = await teacher.conduct(code);
  expect(await conductor.command({ type: 'class:begin' })).toMatchObject({ ok: true });
  const watching = await stage.browser.newContext({ viewport: { width: 1366, height: 768 } });
  await watching.addCookies(teacher.cookies());
  const [console, screen] = [await watching.newPage(), await watching.newPage()];
  await console.goto(`${stage.server.origin}/teach/live/${code}`);
  await screen.goto(`${stage.server.origin}/screen/${code}`);
  await stage.alone(gpu, {}, async (place) => {
    const { page } = place;
    await page.goto(`${stage.server.origin}/join/${code}`);
    await page.getByRole('textbox', { name: 'Nickname' }).fill('Ada');
    await page.getByRole('button', { name: 'Join class' }).click();
    await page.getByTestId('matrix-by-hand').waitFor();
    expect(await conductor.command({ type: 'step:next' })).toMatchObject({ ok: true });
    // Whoever joins alone calculates all of it, once others have had their time.
    await page.getByRole('button', { name: enMatrix.rows.together, exact: true }).click();
    await page.locator('[data-testid="matrix-rows"] [data-owner="own"]').nth(31).waitFor();
    // The teacher sees whose each block is, the wall that they are in.
    const rows = console.locator('[data-testid="product-card"][data-done="32"] li[data-block="in"]');
    await rows.nth(31).waitFor();
    expect(await rows.filter({ hasText: 'Ada' }).count()).toBe(32);
    const wall = screen.locator('[data-testid="screen-product"][data-done="32"]');
    await wall.waitFor();
    expect(await wall.textContent()).not.toContain('Ada');
    for (const one of [console, screen]) expect(await accessibilityProblems(one)).toEqual([]);
    await watching.close();
    expect(await conductor.command({ type: 'step:next' })).toMatchObject({ ok: true });
    await device(page).waitFor();
    await guess(place, LESSON_WORDS.en.gpu.steps.measure.prediction.choices[0]);
    await device(page).getByRole('button', { name: en.measure, exact: true }).click();
    await isState(page, 'finished');
    expect(await page.getByTestId('verdict').textContent()).toContain(beforeNames(en.verdict.software));
    expect(await page.getByTestId('prediction').textContent()).toContain(enLesson.prediction.untold);
    await page.locator('[data-testid="device"][data-reported="sent"]').waitFor();
    for (let step = 3; step < gpu.steps.length - 1; step++)
      expect(await conductor.command({ type: 'step:next' })).toMatchObject({ ok: true });
    await page.locator('[data-testid="class-devices"][data-total="1"]').waitFor();
    // A reload asks the server, not the browser's memory alone.
    await page.reload();
    await page.locator('[data-testid="class-devices"][data-total="1"]').waitFor();
    await page.getByText(en.send.sent, { exact: true }).waitFor();
  });
});
