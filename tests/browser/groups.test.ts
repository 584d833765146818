import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { createTeacher } from '@/people/teacher';
import { launchChromium, watchErrors } from './chromium';
import { sharedServer } from './shared-server';
import { story } from './story';

/**
 * A teacher, the projector and two students hold two sittings of one group: the second begins with two clicks, who is there is taken along
 * without doing anything, and who was away comes by the same link.
 */
const chapter = story();
const server = sharedServer();
let browser: Browser;
let teacher: Page;
let wall: Page;
let code = '';
const errors: string[] = [];
const students: Record<string, { context: BrowserContext; page: Page }> = {};
const MARK = '.size-28 title, .size-28';

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const complaints = watchErrors(page);
  page.on('close', () => errors.push(...complaints));
  return page;
}

const arrive = () => browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
const markOf = (page: Page) => page.locator(MARK).first().innerHTML();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
let adasMark = '';

async function endClass(): Promise<void> {
  await teacher.getByRole('button', { name: 'End class' }).click();
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'End class' }).click();
}

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

chapter('a teacher makes a group; its first lesson opens in its lobby', async () => {
  const context = await arrive();
  await context.addCookies((await createTeacher(server.origin)).cookies());
  teacher = await open(context);
  await teacher.goto(`${server.origin}/teach`);
  await teacher.getByRole('button', { name: 'New group' }).click();
  await teacher.getByRole('button', { name: 'Make the group' }).click();
  await teacher.getByText('Give the group a name.').waitFor();
  await teacher.getByRole('textbox', { name: 'Name of the group' }).fill('7b, computing');
  await teacher.getByRole('button', { name: 'Make the group' }).click();
  await heading(teacher, 'The next lesson of 7b, computing').waitFor();
  await teacher.locator('[data-lesson="perceptron"]').getByRole('button', { name: 'Start' }).click();
  await teacher.waitForURL('**/teach/live/*');
  code = ((await teacher.getByTestId('room-code').first().textContent()) ?? '').trim();
  wall = await open(context);
  await wall.goto(`${server.origin}/screen/${code}`);
  await wall.getByText(code).first().waitFor();
});

chapter('two students join by the code, and one goes away before the end', async () => {
  for (const nickname of ['Ada', 'Ben']) {
    const context = await arrive();
    const page = await open(context);
    students[nickname] = { context, page };
    await page.goto(`${server.origin}/join/${code}`);
    await page.getByRole('textbox', { name: 'Nickname' }).fill(nickname);
    await page.getByRole('button', { name: 'Join class' }).click();
    await page.waitForURL(`**/class/${code}`);
    await heading(page, `You are in, ${nickname}`).waitFor();
  }
  adasMark = await markOf(students.Ada!.page);
  await teacher.getByRole('button', { name: 'Begin' }).click();
  await students.Ben!.page.close();
  await endClass();
  await students
    .Ada!.page.getByText('The next lesson begins on this page by itself', { exact: false })
    .waitFor();
});

chapter('between lessons the link says so, and waits', async () => {
  const page = await open(await arrive());
  await page.goto(`${server.origin}/join/${code}`);
  await page.getByText('No lesson just now').waitFor();
  students.Cleo = { context: page.context(), page };
});

chapter('the next lesson begins with two clicks, and takes everybody along', async () => {
  await teacher.goto(`${server.origin}/teach`);
  await teacher.getByRole('link', { name: 'Next lesson of 7b, computing' }).click();
  await teacher.locator('[data-lesson="handwritten-digits"]').getByRole('button', { name: 'Start' }).click();
  await teacher.waitForURL(`**/teach/live/${code}`);
  const { page } = students.Ada!;
  await page.getByText('Handwritten digits', { exact: true }).first().waitFor();
  await heading(page, 'You are in, Ada').waitFor();
  expect(new URL(page.url()).pathname).toBe(`/class/${code}`);
  expect(await markOf(page)).toBe(adasMark);
  await teacher.getByRole('button', { name: 'Ben, not here yet' }).waitFor();
  await wall.getByText('Handwritten digits', { exact: false }).first().waitFor();
});

chapter('who was away comes by the same link, who waited joins', async () => {
  const page = await open(students.Ben!.context);
  students.Ben!.page = page;
  await page.goto(`${server.origin}/join/${code}`);
  await page.getByRole('link', { name: 'Continue as Ben' }).click();
  await heading(page, 'You are in, Ben').waitFor();
  await teacher.getByText('2 students are here').waitFor();
  const cleo = students.Cleo!.page;
  await cleo.getByRole('textbox', { name: 'Nickname' }).fill('ADA');
  await cleo.getByRole('button', { name: 'Join class' }).click();
  await cleo.getByText('Somebody here already has this nickname', { exact: false }).waitFor();
  await cleo.getByRole('textbox', { name: 'Nickname' }).fill('Cleo');
  await cleo.getByRole('button', { name: 'Join class' }).click();
  await heading(cleo, 'You are in, Cleo').waitFor();
});

chapter('in the second lesson everybody trains, and the console shows it', async () => {
  await teacher.getByRole('button', { name: 'Begin' }).click();
  const { page } = students.Ada!;
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.waitForFunction(
    () => Number(document.querySelector<HTMLElement>('[data-testid="run-status"]')?.dataset.step) >= 5,
  );
  await teacher.waitForFunction(
    () =>
      Number(
        document.querySelector<HTMLElement>('[data-testid="student-card"][data-nickname="Ada"]')?.dataset
          .step,
      ) > 0,
  );
});

chapter('a lesson that is still open ends when the next one begins: the console goes along', async () => {
  const context = teacher.context();
  const other = await open(context);
  await other.goto(`${server.origin}/teach`);
  await other.getByRole('link', { name: 'Next lesson of 7b, computing' }).click();
  await other.getByText('Handwritten digits is still open in this group', { exact: false }).waitFor();
  await other.locator('[data-lesson="loss"]').getByRole('button', { name: 'Start' }).click();
  await other.waitForURL(`**/teach/live/${code}`);
  for (const nickname of ['Ada', 'Ben', 'Cleo'])
    await heading(students[nickname]!.page, `You are in, ${nickname}`).waitFor();
  await teacher.getByRole('button', { name: 'Begin' }).waitFor();
  await teacher.getByText('3 students are here').waitFor();
  await other.close();
});

chapter('the progress book has both students by all lessons, and leads to each', async () => {
  await teacher.goto(`${server.origin}/teach`);
  await teacher.getByRole('link', { name: 'Progress book of 7b, computing' }).click();
  const table = teacher.getByRole('table', { name: 'Students by lessons' });
  await table.waitFor();
  const row = (nickname: string) => table.getByRole('row').filter({ hasText: nickname });
  await row('Ada').getByText('1 run', { exact: false }).first().waitFor();
  expect(await table.getByRole('columnheader').count()).toBe(2 + 3);
  expect(await row('Cleo').getByText('was not there').count()).toBe(1);
  await table.getByRole('link', { name: 'Handwritten digits' }).click();
  await teacher.getByRole('table', { name: 'Runs' }).getByText('Ada', { exact: true }).waitFor();
});

let ownAddress = '';
chapter(
  'its report is one sheet: on paper without what is for the screen, and with a file for a spreadsheet',
  async () => {
    await teacher.goto(`${server.origin}/teach`);
    await teacher.getByRole('link', { name: 'Progress book of 7b, computing' }).click();
    await teacher.getByRole('link', { name: 'Report', exact: true }).click();
    const table = teacher.getByRole('table', { name: 'Students by lessons' });
    await table.getByText('Ada', { exact: true }).waitFor();
    const link = await teacher.getByRole('link', { name: 'Gradebook (CSV)' }).getAttribute('href');
    const file = await teacher.request.get(new URL(link!, server.origin).href);
    expect(await file.text()).toMatch(/^\uFEFFStudent,.*: Steps done,.*\r\n(.*\r\n)*Ada,/);
    // For a sheet that hangs in the room nobody is named, neither here nor in the file.
    await teacher.getByRole('button', { name: 'Hide names' }).click();
    await expect.poll(() => table.getByText('Ada', { exact: true }).count()).toBe(0);
    await expect
      .poll(() => teacher.getByRole('link', { name: 'Gradebook (CSV)' }).getAttribute('href'))
      .toContain('names=no');
    await teacher.getByRole('button', { name: 'Show names' }).click();
    await teacher.emulateMedia({ media: 'print' });
    expect(await teacher.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    expect(await teacher.getByRole('button', { name: 'Language' }).isVisible()).toBe(false);
    expect(await table.isVisible()).toBe(true);
    await teacher.emulateMedia({ media: null });
  },
);

chapter(
  'a student has an own page with the runs of every lesson, by a link that needs nothing else',
  async () => {
    const { page } = students.Ada!;
    await page.getByRole('button', { name: 'Your own page' }).click();
    await page.waitForURL('**/me/*');
    await heading(page, 'Ada').waitFor();
    await heading(page, 'Handwritten digits').waitFor();
    await heading(page, 'The simple perceptron').waitFor();
    await expect.poll(() => page.getByRole('table', { name: 'Runs' }).getByRole('row').count()).toBe(2);
    ownAddress = page.url();
    const elsewhere = await open(await arrive());
    await elsewhere.goto(ownAddress);
    await heading(elsewhere, 'Ada').waitFor();
    await elsewhere.close();
    await page.getByRole('link', { name: 'To the class' }).click();
    await page.getByRole('link', { name: 'Continue as Ada' }).click();
    await heading(page, 'You are in, Ada').waitFor();
  },
);

chapter(
  'a student who is removed from the group is gone from its lessons, and the own page with them',
  async () => {
    await teacher.goto(`${server.origin}/teach`);
    await teacher.getByRole('link', { name: 'Progress book of 7b, computing' }).click();
    await teacher.getByRole('button', { name: 'Remove a student' }).click();
    await teacher.getByRole('button', { name: 'Go on' }).click();
    await teacher.getByRole('button', { name: 'Remove and erase' }).click();
    await teacher.getByText('The student was removed.').waitFor();
    await teacher
      .getByRole('table', { name: 'Students by lessons' })
      .getByText('Ada', { exact: true })
      .waitFor({ state: 'detached' });
    const page = await open(await arrive());
    const answer = await page.goto(ownAddress);
    expect(answer?.status()).toBe(404);
    await page.close();
    await students.Ada!.page.waitForURL(`**/join/${code}`);
  },
);

chapter('no page complained on the way', async () => {
  for (const page of [teacher, wall, ...Object.values(students).map((student) => student.page)])
    await page.close();
  expect(errors).toEqual([]);
});
