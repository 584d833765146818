import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import enLesson from '@/client/messages/en/lesson.json';
import en from '@/client/messages/en/pool.json';
import jaLesson from '@/client/messages/ja/lesson.json';
import ja from '@/client/messages/ja/pool.json';
import { learningFromData } from '@/lessons/learning-from-data/lesson';
import { createTeacher } from '@/people/teacher';
import { accessibilityProblems } from '@/tests/browser/axe';
import { Stage, testPhone, testWalk } from './lesson-walk';
import type { Place } from './place';
import { countOf, drawShape, waitForCount, waitForFinished } from './pool-walk';

const WORDS = { en: { pool: en, lesson: enLesson }, ja: { pool: ja, lesson: jaLesson } };

const stage = new Stage();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Draws a cat, and waits until the network takes it for one. */
async function waitForCat(page: Page): Promise<void> {
  await page.getByTestId('label-probability').first().waitFor();
  await drawShape(page, 0, 13);
  await page.waitForFunction(
    () =>
      Number(
        document.querySelector<HTMLElement>('[data-testid="label-probability"]')?.dataset.probability ?? 0,
      ) > 0.5,
  );
}

/** Lays pictures that the network reads right: nobody is told that it was fooled, and none is filed a second time. */
async function layUnseen(page: Page, words: typeof en): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await button(page, words.try.unseen).click();
    await page.waitForFunction((really) => {
      const top = document.querySelector('[data-testid="top-label"]');
      return top && top.nextElementSibling?.textContent === really.replace('{label}', top.textContent);
    }, words.try.really);
  }
  await button(page, words.label.cat).click({ force: true });
  await page.getByText(words.try.laid).first().waitFor();
}

/** Alone: draw, learn, try, and the challenge on clothes. */
async function walk({ page, language, open }: Place): Promise<void> {
  const words = WORDS[language].pool;
  await open('collect');
  await page.getByTestId('drawing-canvas').waitFor();
  // An empty sheet is refused with a word, and nothing is counted.
  await button(page, words.label.cat).click();
  await page.getByTestId('bench').getByRole('alert').filter({ hasText: /./ }).waitFor();
  for (let number = 0; number < 12; number += 1) {
    const shape = (number % 2) as 0 | 1;
    await drawShape(page, shape, number);
    await button(page, shape === 0 ? words.label.cat : words.label.notCat).click();
    await waitForCount(page, number + 1);
  }

  // What was drawn is kept in this browser.
  await open('train');
  await button(page, words.train.train).click();
  await waitForFinished(page);
  const status = page.getByTestId('run-status');
  expect(Number(await status.getAttribute('data-accuracy'))).toBe(1);

  // From step to step the network stays, and over a reload.
  await button(page, WORDS[language].lesson.frame.next).click();
  await waitForCat(page);
  await page.reload();
  await waitForCat(page);
  await layUnseen(page, words);

  await open('challenge');
  await page.getByText(words.source.clothes, { exact: true }).click();
  await button(page, words.train.train).click();
  await waitForFinished(page);
  await button(page, words.challenge.submit).click();
  const result = page.locator('[data-testid="challenge-result"][data-accuracy]');
  await result.waitFor();
  expect(Number(await result.getAttribute('data-accuracy'))).toBeGreaterThanOrEqual(0.9);
  await page.getByText(words.challenge.reached).waitFor();
  expect(await page.getByTestId('label-score').count()).toBe(4);
}

testWalk(stage, learningFromData, 'alone: draw, learn, try, spoil, and the challenge on clothes', walk, {
  languages: ['ja'],
  leaves: ['train/another', 'try/fool', 'spoil/whole', 'spoil/spoil'],
});
testPhone(stage, learningFromData);

test('the recap shows what learned from the drawings, though the photos were looked at since', () =>
  stage.alone(learningFromData, {}, async ({ page, open }) => {
    await open('collect');
    for (let number = 0; number < 12; number += 1) {
      const shape = (number % 2) as 0 | 1;
      await drawShape(page, shape, number);
      await button(page, shape === 0 ? en.label.cat : en.label.notCat).click();
      await waitForCount(page, number + 1);
    }
    await open('train');
    await button(page, en.train.train).click();
    await waitForFinished(page);
    const learned = page.locator('[data-testid="run-status"][data-state="finished"]');
    await page.getByText(en.source.clothes, { exact: true }).click();
    // Nothing has learned from the photos.
    await learned.waitFor({ state: 'detached' });
    await open('recap');
    const work = page.locator('[data-testid="own-work"][data-step-id="train"]');
    const finished = work.locator('[data-testid="run-status"][data-state="finished"]');
    await finished.waitFor();
    expect(Number(await finished.getAttribute('data-accuracy'))).toBe(1);
  }));

test('a class draws its own data: the wall fills, the teacher moderates, held-back drawings judge', async () => {
  const { origin } = stage.server;
  const teacher = await createTeacher(origin);
  const { code } = await teacher.createClass('learning-from-data');
  const conductor = await teacher.conduct(code);
  await conductor.command({ type: 'class:begin' });
  const watching = await stage.browser.newContext({ viewport: { width: 1366, height: 768 } });
  await watching.addCookies(teacher.cookies());
  const screen = await watching.newPage();
  await screen.goto(`${origin}/screen/${code}`);
  const console = await watching.newPage();
  await console.goto(`${origin}/teach/live/${code}`);

  await stage.alone(learningFromData, {}, async ({ page }) => {
    await page.goto(`${origin}/join/${code}`);
    await page.getByRole('textbox', { name: 'Nickname' }).fill('Grace');
    await button(page, 'Join class').click();
    await page.getByTestId('drawing-canvas').waitFor();
    // An empty sheet is refused with a word, and nothing is counted.
    const refusal = page.getByTestId('bench').getByRole('alert').filter({ hasText: /./ });
    await button(page, en.label.cat).click();
    await refusal.waitFor();
    // One in five is held back, and the challenge wants four: with 30 there are enough whichever one the teacher removes.
    for (let number = 0; number < 30; number += 1) {
      const shape = (number % 2) as 0 | 1;
      await drawShape(page, shape, number);
      // As quick as a burst may be; after that the limit refuses, and wants a pause.
      const file = button(page, shape === 0 ? en.label.cat : en.label.notCat);
      await file.click();
      await expect
        .poll(
          async () => {
            const counted = await countOf(page);
            if (counted === number && (await refusal.isVisible())) await file.click();
            return counted;
          },
          { interval: 300 },
        )
        .toBe(number + 1);
    }
    await screen.locator('[data-testid="pool-wall"][data-count="30"]').waitFor();
    expect(await accessibilityProblems(screen)).toEqual([]);

    await button(console, en.teacher.look).click();
    await console.getByTestId('pool-drawing').first().getByRole('button').click();
    await screen.locator('[data-testid="pool-wall"][data-count="29"]').waitFor();
    await waitForCount(page, 29);
    await console.keyboard.press('Escape');

    await conductor.command({ type: 'step:next' });
    await button(page, en.train.train).click();
    await waitForFinished(page);
    for (let step = 0; step < 3; step += 1) await conductor.command({ type: 'step:next' });
    await button(page, en.challenge.submit).click();
    const result = page.locator('[data-testid="challenge-result"][data-accuracy]');
    await result.waitFor();
    expect(Number(await result.getAttribute('data-accuracy'))).toBeGreaterThan(0.5);
    expect(await page.getByTestId('label-score').count()).toBe(2);
    await console.getByTestId('label-count').first().waitFor();
  });
  conductor.close();
  await watching.close();
});
