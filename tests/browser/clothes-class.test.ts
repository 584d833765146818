import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import classroom from '@/client/messages/ja/classroom.json';
import { createTeacher } from '@/people/teacher';
import { accessibilityProblems, sidewaysOverflow } from './axe';
import { launchChromium, watchErrors } from './chromium';
import { sharedServer } from './shared-server';
import { story } from './story';

/** A class of lesson 9 on clothes in place of digits: chosen at its start, seen, trained, drawn, handed in, scored and reviewed. */
const chapter = story();
const server = sharedServer();
let browser: Browser;
let teacher: Page;
/** A phone in Japanese. */
let student: Page;
let code = '';
const complaints: (() => string[])[] = [];

const KINDS = [
  'Tシャツ',
  'ズボン',
  'セーター',
  'ワンピース',
  'コート',
  'サンダル',
  'シャツ',
  'スニーカー',
  'バッグ',
  'ブーツ',
];

async function arrive(locale: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors = watchErrors(page);
  complaints.push(() => errors);
  return page;
}

async function looksRight(page: Page): Promise<void> {
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  expect(await accessibilityProblems(page)).toEqual([]);
}

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

chapter('the teacher chooses clothes where a lesson trains pictures, and nowhere else', async () => {
  teacher = await arrive('en-GB', 1366, 768);
  const account = await createTeacher(server.origin);
  await teacher.context().addCookies(account.cookies());
  await teacher.goto(`${server.origin}/teach/start`);
  await teacher.locator('[data-lesson="training-loop"]').waitFor();
  expect(await teacher.getByRole('group', { name: 'Pictures' }).count()).toBe(2);
  const lesson = teacher.locator('[data-lesson="training-loop"]');
  await lesson.getByText('Clothes', { exact: true }).click();
  await looksRight(teacher);
  await lesson.getByRole('button', { name: 'Start' }).click();
  await teacher.waitForURL('**/teach/live/*');
  code = ((await teacher.getByTestId('room-code').first().textContent()) ?? '').trim();
  await teacher.getByText('The training loop · Clothes').first().waitFor();
});

chapter('a student hears in the lobby what the class trains on', async () => {
  student = await arrive('ja-JP', 375, 812);
  await student.goto(`${server.origin}/join/${code}`);
  await student.getByRole('textbox').first().fill('花子');
  await student.getByRole('textbox').first().press('Enter');
  await student.waitForURL(`**/class/${code}`);
  await student.getByText('訓練ループ · 衣類').waitFor();
  await student.getByText(/Fashion-MNIST、10種類/).waitFor();
  await looksRight(student);
});

chapter('the loop shows clothes under their names, and the training learns them', async () => {
  await teacher.getByRole('button', { name: 'Begin' }).click();
  for (let step = 0; step < 2; step += 1) await teacher.getByRole('button', { name: 'Next step' }).click();
  await student.getByTestId('loop-digits').waitFor();
  const pictures = student.getByTestId('loop-digits').getByRole('img').first();
  await student.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-testid="loop-digits"]')?.dataset.pictures === '32',
  );
  const named = (await pictures.getAttribute('aria-label')) ?? '';
  expect(KINDS.filter((kind) => named.includes(kind)).length).toBeGreaterThan(5);
  await looksRight(student);
  await student.getByRole('button', { name: '訓練', exact: true }).click();
  await student.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-testid="run-status"]')?.dataset.state === 'finished',
  );
  await expect
    .poll(async () =>
      Number(await student.getByTestId('run-status').getAttribute('data-validation-accuracy')),
    )
    .toBeGreaterThan(0.6);
});

chapter('the mistakes are named, and a sample picture is read as one of the kinds', async () => {
  await teacher.getByRole('button', { name: 'Next step' }).click();
  const matrix = student.getByRole('grid', { name: /混同行列/ });
  await matrix.waitFor();
  for (const kind of KINDS)
    await expect.poll(() => matrix.getByRole('rowheader', { name: kind, exact: true }).count()).toBe(1);
  await looksRight(student);
  await student.getByRole('tab', { name: '手書き' }).click();
  await student.getByRole('button', { name: '見本の画像' }).click();
  await student.waitForFunction(() => {
    const bars = [...document.querySelectorAll<HTMLElement>('[data-testid="answer-probability"]')];
    return bars.length === 10 && Math.max(...bars.map((bar) => Number(bar.dataset.probability))) > 0.2;
  });
  await looksRight(student);
  await student.getByRole('tab', { name: '画像' }).click();
  await student.getByRole('list', { name: '衣類の画像' }).getByText('ブーツ').first().waitFor();
  await looksRight(student);
});

chapter('I9: the board shows what the server has verified on hidden clothes', async () => {
  await teacher.getByRole('button', { name: 'Next step' }).click();
  await student.getByRole('button', { name: '提出' }).click();
  const board = teacher.getByRole('table', { name: 'Leaderboard' });
  await board.getByText('花子', { exact: true }).waitFor();
  const row = board.getByRole('row').filter({ hasText: /\d+\.\d+\s?%/ });
  const shown = Number(/(\d+\.\d+)\s?%/.exec((await row.first().textContent()) ?? '')?.[1]);
  // A network of 32 units that has seen 6,000 clothes: far from guessing, and from what digits give.
  expect(shown).toBeGreaterThan(55);
  expect(shown).toBeLessThan(84);
});

chapter('the review has the run with its data and its kinds', async () => {
  await teacher.getByRole('button', { name: 'End class' }).click();
  await teacher
    .getByRole('dialog')
    .or(teacher.getByRole('alertdialog'))
    .getByRole('button', { name: 'End class' })
    .click();
  await student.getByText(classroom.ended.title).first().waitFor();
  await teacher.goto(`${server.origin}/review`);
  await teacher
    .getByRole('link', { name: /training loop/i })
    .first()
    .click();
  await teacher.getByRole('heading', { name: /The training loop · Clothes/ }).waitFor();
  await teacher.getByRole('table', { name: 'Runs' }).getByRole('link').first().click();
  await teacher.waitForURL('**/review/*/runs/*');
  await teacher.getByText('Clothes (Fashion-MNIST)').waitFor();
  const matrix = teacher.getByRole('grid', { name: /confusion/i });
  await matrix.getByRole('rowheader', { name: 'Sneaker', exact: true }).waitFor();
  await looksRight(teacher);
  for (const errors of complaints) expect(errors()).toEqual([]);
});
