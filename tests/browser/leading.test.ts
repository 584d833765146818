import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { messagesOf } from '@/client/i18n/messages';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { studentTab } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import type { ClassCreated } from '@/protocol/classes';
import { accessibilityProblems, sidewaysOverflow } from './axe';
import { launchChromium, watchErrors } from './chromium';
import { sharedServer } from './shared-server';
import { story } from './story';

/** One class is led: order is kept and taken back, moments are marked, and the review has it all. */
const chapter = story();
const { origin } = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;
let room: ClassCreated;
let desk: Page;
let ada: Page;
const errors: string[] = [];

async function open(path: string, look: BrowserContextOptions = {}): Promise<Page> {
  const viewport = { width: 1366, height: 768 };
  const context = await browser.newContext({ viewport, locale: 'en-GB', ...look });
  if (path.startsWith('/teach') || path.startsWith('/review'))
    await context.addCookies(teacher.cookies(origin));
  const page = await context.newPage();
  const complaints = watchErrors(page);
  page.on('close', () => errors.push(...complaints));
  await page.goto(`${origin}${path}`);
  return page;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(origin);
  room = await teacher.createClass('handwritten-digits');
  const console = await teacher.conduct(room.code);
  mustBeOk(await console.command({ type: 'class:begin' }));
  console.close();
});
afterAll(async () => {
  closeTabs();
  await browser?.close();
});

chapter('a student who joins under a suggested name that is taken is given another', async () => {
  ada = await open(`/join/${room.code}`);
  await button(ada, 'Suggest a name').click();
  const field = ada.getByRole('textbox', { name: 'Nickname' });
  const first = await field.inputValue();
  await studentTab(origin, room.code, first);
  await button(ada, 'Join class').click();
  await ada.getByText('Somebody here has that name already. How about this one?').waitFor();
  expect(await field.inputValue()).not.toBe(first);
  await field.fill('Ada');
  await button(ada, 'Join class').click();
  await ada.getByRole('button', { name: 'Train', exact: true }).waitFor();
});

chapter('a student who was removed by mistake is back in class without doing anything', async () => {
  desk = await open(`/teach/live/${room.code}`);
  await button(desk, 'Open Ada').click();
  await button(desk, 'Remove').click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Remove student' }).click();
  // Under the pointer it stays until the student has been told.
  await button(desk, 'Undo').hover();
  await ada.getByText('Your teacher removed you from the class.').waitFor();
  await button(desk, 'Undo').click();
  await ada.getByRole('button', { name: 'Train', exact: true }).waitFor();
  // Later it is taken back from the list.
  await button(desk, 'Open Ada').click();
  await button(desk, 'Ban').click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Ban student' }).click();
  await ada.getByText('You can no longer join this class.').waitFor();
  await button(desk, 'Let Ada back in').click();
  await ada.getByRole('button', { name: 'Train', exact: true }).waitFor();
});

chapter('one key marks the moment, unless somebody types; a note may follow', async () => {
  await desk.locator('body').click({ position: { x: 4, y: 400 } });
  await desk.keyboard.press('b');
  await desk.getByRole('button', { name: 'Add a note', exact: true }).click();
  await desk.getByRole('textbox', { name: 'What happened?' }).pressSequentially('bob: XOR clicked');
  await desk.keyboard.press('Enter');
  await desk.getByRole('listitem').filter({ hasText: 'bob: XOR clicked' }).waitFor();
  // SHOT desk console
  expect(await button(desk, /Remove the bookmark/).count()).toBe(1);
  await desk.keyboard.press('?');
  await desk.getByRole('dialog', { name: 'Keys' }).getByText('Mark this moment').waitFor();
  expect(await accessibilityProblems(desk)).toEqual([]);
  await desk.keyboard.press('Escape');
});

chapter(
  'a colleague leads by a link without an account, sees what the link allows, and goes when it is taken back',
  async () => {
    await button(desk, 'Make a link').click();
    await desk.getByRole('textbox', { name: 'Name' }).fill('Ms Sato');
    await desk.getByRole('dialog').getByText('Watch', { exact: true }).click();
    await desk.getByText('Sees this console, and can change nothing.').waitFor();
    await desk.getByRole('dialog').getByRole('button', { name: 'Make a link' }).click();
    const link = new URL((await desk.getByTestId('assistant-link').textContent())!);
    // SHOT desk link
    expect(await accessibilityProblems(desk)).toEqual([]);
    await desk.keyboard.press('Escape');
    const sato = await open(link.pathname);
    await sato.getByText('You watch', { exact: true }).waitFor();
    await button(sato, 'Open Ada').click();
    await sato.getByRole('heading', { name: 'Runs' }).waitFor();
    // SHOT sato watch
    for (const name of ['Rename', 'Ban', 'Next step', 'End class', 'Lock room', 'Make a link', 'Mark'])
      expect([
        name,
        await sato.getByRole('button', { name, exact: true, includeHidden: true }).count(),
      ]).toEqual([name, 0]);
    await desk.getByText(/Last here/).waitFor();
    await button(desk, 'Take back the link of Ms Sato').click();
    await desk.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click();
    await sato.getByText('Whoever gave you this link has taken it back.').waitFor();
    expect((await sato.reload())?.ok()).toBe(true);
    await sato.getByText('This link opens nothing').waitFor();
    // SHOT sato revoked
    await sato.close();
  },
);

chapter(
  'the teacher’s own phone is handed the class: one thumb leads it, and everybody follows',
  async () => {
    await button(desk, 'Continue on your phone').click();
    const link = new URL((await desk.getByTestId('assistant-link').textContent())!);
    await desk.keyboard.press('Escape');
    const words = messagesOf('ja').console;
    const phone = await open(link.pathname, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      locale: 'ja-JP',
      colorScheme: 'dark',
    });
    await button(phone, words.conduct.next).tap();
    await ada.getByText('Step 2 of 6').first().waitFor();
    await button(phone, words.conduct.pauseAll).tap();
    await button(desk, 'Resume all').waitFor();
    await button(phone, words.conduct.resumeAll).tap();
    await button(phone, '3分').tap();
    await phone
      .getByRole('timer')
      .filter({ hasText: /^(3:00|2:5\d)$/ })
      .waitFor();
    // SHOT phone remote
    expect(await sidewaysOverflow(phone)).toBe(0);
    expect(await accessibilityProblems(phone)).toEqual([]);
    for (const box of await phone.getByTestId('remote').getByRole('button').all())
      expect((await box.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await button(phone, words.remote.stop).tap();
    await button(phone, '3分').waitFor();
    // All of the console is one tap away.
    await phone.getByText(words.views.students, { exact: true }).first().tap();
    await phone.getByTestId('student-card').first().waitFor();
    await phone.close();
  },
);

chapter('names that are hidden in class stay hidden, and come back in the review alone', async () => {
  await button(desk, 'Anonymise names').click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Anonymise names' }).click();
  await desk.locator('[data-nickname="Ada"]').waitFor({ state: 'detached' });
  await desk
    .getByText(/\bAda\b/)
    .first()
    .waitFor({ state: 'detached' });
  await desk.getByRole('alertdialog').waitFor({ state: 'detached' });
  expect(await desk.locator('body').innerText()).not.toMatch(/\bAda\b/);
  await desk.goto(`${origin}/review/${room.id}`);
  await desk.getByText('In this class names were hidden.').waitFor();
  await button(desk, 'Show names').click();
  await desk.getByText('In this class names were hidden.').waitFor({ state: 'detached' });
  // SHOT desk review
  const bookmark = desk.getByRole('listitem').filter({ hasText: 'bob: XOR clicked' });
  await bookmark.getByText('Step 1').waitFor();
  await bookmark.getByRole('button', { name: /Change the note/ }).click();
  await desk.getByRole('textbox', { name: 'What happened?' }).fill('XOR');
  await button(desk, 'Save note').click();
  await desk.getByRole('listitem').filter({ hasText: 'XOR', hasNotText: 'bob' }).waitFor();
  expect(await accessibilityProblems(desk)).toEqual([]);
  await desk.reload();
  await button(desk, /Remove the bookmark/).click();
  await button(desk, /Remove the bookmark/).waitFor({ state: 'detached' });
  expect((await desk.reload())?.ok()).toBe(true);
  expect(await button(desk, /Remove the bookmark/).count()).toBe(0);
});

chapter('no page has complained', async () => {
  await desk.close();
  await ada.close();
  expect(errors).toEqual([]);
});
