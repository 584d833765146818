import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import enLesson from '@/client/messages/en/lesson.json';
import en from '@/client/messages/en/pool.json';
import jaLesson from '@/client/messages/ja/lesson.json';
import ja from '@/client/messages/ja/pool.json';
import { learningFromData } from '@/lessons/learning-from-data/lesson';
import { accessibilityProblems, sidewaysOverflow } from '../axe';
import { launchChromium, watchErrors } from '../chromium';
import { ServerProcess } from '../server-process';
import { createTeacher } from '../teacher-api';
import { drawShape, waitForCount, waitForFinished } from './pool-walk';

const lessonWords = { en: enLesson, ja: jaLesson };

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

async function withPage(options: BrowserContextOptions, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  const errors = watchErrors(page);
  await act(page);
  expect(errors).toEqual([]);
  await context.close();
}

const stepAt = (step: string) => `${server.origin}/learn/learning-from-data?step=${step}&seed=7`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test.each([
  ['en', en],
  ['ja', ja],
] as const)(
  'lesson 1 alone: draw, learn, try, spoil, and the challenge on clothes, in %s',
  async (language, words) => {
    await withPage({ locale: language === 'ja' ? 'ja-JP' : 'en-GB' }, async (page) => {
      await page.goto(stepAt('collect'));
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
      await page.goto(stepAt('train'));
      await button(page, words.train.train).click();
      await waitForFinished(page);
      const status = page.getByTestId('run-status');
      expect(Number(await status.getAttribute('data-accuracy'))).toBe(1);

      // From step to step the network stays.
      await button(page, lessonWords[language].frame.next).click();
      await page.getByTestId('label-probability').first().waitFor();
      await drawShape(page, 0, 13);
      await page.waitForFunction(
        () =>
          Number(
            document.querySelector<HTMLElement>('[data-testid="label-probability"]')?.dataset.probability ??
              0,
          ) > 0.5,
      );

      await page.goto(stepAt('challenge'));
      await page.getByText(words.source.clothes, { exact: true }).click();
      await button(page, words.train.train).click();
      await waitForFinished(page);
      await button(page, words.challenge.submit).click();
      const result = page.locator('[data-testid="challenge-result"][data-accuracy]');
      await result.waitFor();
      expect(Number(await result.getAttribute('data-accuracy'))).toBeGreaterThanOrEqual(0.9);
      await page.getByText(words.challenge.reached).waitFor();
      expect(await page.getByTestId('label-score').count()).toBe(4);
    });
  },
);

test('every step fits a phone and axe finds nothing, in both themes', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await withPage(
      { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme, reducedMotion: 'reduce' },
      async (page) => {
        for (const step of learningFromData.steps) {
          await page.goto(stepAt(step.id));
          await page.getByTestId('bench').getByText(en.source.drawings, { exact: true }).waitFor();
          expect(await accessibilityProblems(page), step.id).toEqual([]);
          expect(await sidewaysOverflow(page), step.id).toBeLessThanOrEqual(0);
        }
      },
    );
  }
});

test('a class draws its own data: the wall fills, the teacher moderates, held-back drawings judge', async () => {
  const { origin } = server;
  const teacher = await createTeacher(origin);
  const { code } = await teacher.createClass('learning-from-data');
  const conductor = await teacher.conduct(code);
  await conductor.command({ type: 'class:begin' });
  const cookies = teacher.cookie.split('; ').map((pair) => {
    const [name, ...value] = pair.split('=');
    return { name: name!, value: value.join('='), url: origin };
  });
  const watching = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await watching.addCookies(cookies);
  const screen = await watching.newPage();
  await screen.goto(`${origin}/screen/${code}`);
  const console = await watching.newPage();
  await console.goto(`${origin}/teach/live/${code}`);

  await withPage({}, async (page) => {
    await page.goto(`${origin}/join/${code}`);
    await page.getByRole('textbox', { name: 'Nickname' }).fill('Grace');
    await button(page, 'Join class').click();
    await page.getByTestId('drawing-canvas').waitFor();
    // As quick as a burst may be; after that the limit wants a pause.
    for (let number = 0; number < 20; number += 1) {
      const shape = (number % 2) as 0 | 1;
      await drawShape(page, shape, number);
      const file = button(page, shape === 0 ? en.label.cat : en.label.notCat);
      await file.click();
      await waitForCount(page, number + 1).catch(async () => {
        await file.click();
        await waitForCount(page, number + 1);
      });
    }
    await screen.locator('[data-testid="pool-wall"][data-count="20"]').waitFor();
    expect(await accessibilityProblems(screen)).toEqual([]);

    await button(console, en.teacher.look).click();
    await console.getByTestId('pool-drawing').first().getByRole('button').click();
    await screen.locator('[data-testid="pool-wall"][data-count="19"]').waitFor();
    await waitForCount(page, 19);
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
