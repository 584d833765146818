import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import en from '@/client/messages/en/compute.json';
import enLesson from '@/client/messages/en/lesson.json';
import ja from '@/client/messages/ja/compute.json';
import jaLesson from '@/client/messages/ja/lesson.json';
import { gpu } from '@/lessons/gpu/lesson';
import { LESSON_WORDS } from '@/lessons/words/words';
import { createTeacher } from '@/people/teacher';
import type { MeasuredTask } from '@/protocol/measurement';
import { Stage, testPhone, testWalk } from './lesson-walk';
import { guess, type Language, type Place } from './place';

/** A message up to its first argument. */
const beforeNames = (message: string) => message.split(/ ?[(（]?\{/)[0]!;

const WORDS = { en: { compute: en, lesson: enLesson }, ja: { compute: ja, lesson: jaLesson } };

const stage = new Stage();
const device = (page: Page) => page.getByTestId('device');
const isState = (page: Page, state: string) =>
  page.locator(`[data-testid="device"][data-state="${state}"]`).waitFor({ timeout: 240_000 });

const segment = (page: Page, language: Language, task: MeasuredTask) =>
  page.getByTestId('bench').getByText(WORDS[language].compute.task[task], { exact: true });

async function walk(place: Place): Promise<void> {
  const { page, language, open } = place;
  const { compute, lesson } = WORDS[language];
  const button = (name: string) => device(page).getByRole('button', { name, exact: true });
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
  expect(figures).toBeGreaterThanOrEqual(25);
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

test('in a class the measurement reaches the teacher’s picture, and the student’s own', async () => {
  const teacher = await createTeacher(stage.server.origin);
  const { code } = await teacher.createClass('gpu');
  const conductor = await teacher.conduct(code);
  expect(await conductor.command({ type: 'class:begin' })).toMatchObject({ ok: true });
  await stage.alone(gpu, {}, async (place) => {
    const { page } = place;
    await page.goto(`${stage.server.origin}/join/${code}`);
    await page.getByRole('textbox', { name: 'Nickname' }).fill('Ada');
    await page.getByRole('button', { name: 'Join class' }).click();
    await device(page).waitFor();
    await guess(place, LESSON_WORDS.en.gpu.steps.measure.prediction.choices[0]);
    await device(page).getByRole('button', { name: en.measure, exact: true }).click();
    await isState(page, 'finished');
    expect(await page.getByTestId('verdict').textContent()).toContain(beforeNames(en.verdict.software));
    expect(await page.getByTestId('prediction').textContent()).toContain(enLesson.prediction.untold);
    await page.locator('[data-testid="device"][data-reported="sent"]').waitFor();
    for (let step = 1; step < gpu.steps.length - 1; step++)
      expect(await conductor.command({ type: 'step:next' })).toMatchObject({ ok: true });
    await page.locator('[data-testid="class-devices"][data-total="1"]').waitFor();
    // A reload asks the server, not the browser's memory alone.
    await page.reload();
    await page.locator('[data-testid="class-devices"][data-total="1"]').waitFor();
    await page.getByText(en.send.sent, { exact: true }).waitFor();
  });
});
