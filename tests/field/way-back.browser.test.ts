import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import accountEn from '@/client/messages/en/account.json';
import consoleEn from '@/client/messages/en/console.json';
import errorsEn from '@/client/messages/en/errors.json';
import joinEn from '@/client/messages/en/join.json';
import reviewEn from '@/client/messages/en/review.json';
import teachEn from '@/client/messages/en/teach.json';
import accountJa from '@/client/messages/ja/account.json';
import joinJa from '@/client/messages/ja/join.json';
import teachJa from '@/client/messages/ja/teach.json';
import { createTeacher } from '@/people/teacher';
import { accessibilityProblems, sidewaysOverflow } from '@/tests/browser/axe';
import { watchErrors } from '@/tests/browser/chromium';
import { Stage } from '@/tests/browser/lessons/lesson-walk';
import { documentedOperator } from './account-server';

const stage = new Stage();
const errors: string[] = [];
const CHOSEN = 'staple lighthouse anew';

/** Another device. */
async function device(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await stage.browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    ...options,
  });
  const page = await context.newPage();
  const complaints = watchErrors(page);
  page.on('close', () => errors.push(...complaints));
  return page;
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto(`${stage.server.origin}/teach/sign-in`);
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function fitsAndReads(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
}

test('a teacher forgets the password, gets a link from the operator, and manages the account', async () => {
  const { origin, dataDir, port } = stage.server;
  const { email } = await createTeacher(origin);
  const page = await device();
  await signIn(page, email, 'not the right words');
  await page.getByText(teachEn.accountProblem.wrong).waitFor();
  await page.getByText('npm run teacher -- reset').waitFor();
  const { out } = await documentedOperator({ DATA_DIR: dataDir, PORT: String(port) }, 'reset', email);
  const link = new RegExp(`${origin}/teach/reset/[\\w-]+`).exec(out)![0];

  // On a phone in Japanese; what is too short is said at the field, and what was typed stays.
  const phone = await device({ viewport: { width: 390, height: 844 }, locale: 'ja-JP', colorScheme: 'dark' });
  await phone.goto(link);
  const field = phone.getByLabel(accountJa.reset.password);
  await field.fill('short');
  await phone.getByRole('button', { name: accountJa.reset.submit }).click();
  await phone.getByRole('alert').filter({ hasText: '5' }).waitFor();
  expect(await field.inputValue()).toBe('short');
  await fitsAndReads(phone);
  await field.fill(CHOSEN);
  await phone.getByRole('button', { name: accountJa.reset.submit }).click();
  await phone.getByRole('heading', { name: accountJa.reset.doneTitle }).waitFor();
  await phone.goto(link);
  await phone.getByRole('heading', { name: accountJa.reset.badTitle }).waitFor();
  await fitsAndReads(phone);
  await phone.close();

  await signIn(page, email, CHOSEN);
  const other = await device();
  await signIn(other, email, CHOSEN);
  await other.getByRole('link', { name: teachEn.account.own }).waitFor();
  await page.getByRole('link', { name: teachEn.account.own }).click();
  await page.getByText('Chrome, Linux').first().waitFor();
  await fitsAndReads(page);
  // The others are ended one by one: the two of the sign-up and the other device.
  const ends = page.getByRole('button', { name: /^Sign out Chrome/ });
  await ends.first().click();
  await page.getByText(accountEn.sessions.ended).waitFor();
  await expect.poll(() => ends.count()).toBe(0);
  await other.reload();
  await other.waitForURL(/sign-in/);
  await other.close();

  const password = page.locator('section', { has: page.getByRole('heading', { name: 'Password' }) });
  await password.getByLabel(accountEn.own.current).fill('wrong words here');
  await password.getByLabel(accountEn.own.password, { exact: true }).fill('one more chosen now');
  await password.getByRole('button', { name: accountEn.own.passwordSave }).click();
  await password.getByText(teachEn.accountProblem.passwordWrong).waitFor();
  await password.getByLabel(accountEn.own.current).fill(CHOSEN);
  await password.getByRole('button', { name: accountEn.own.passwordSave }).click();
  await page.getByText(accountEn.own.passwordSaved).waitFor();

  await page.getByRole('button', { name: accountEn.close.open }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(accountEn.own.current).fill('one more chosen now');
  await dialog.getByRole('button', { name: accountEn.close.submit }).click();
  await dialog.getByText(teachEn.accountProblem.notConfirmed).waitFor();
  await dialog.getByRole('textbox').first().fill(email);
  await dialog.getByRole('button', { name: accountEn.close.submit }).click();
  await page.waitForURL(`${origin}/`);
  await signIn(page, email, 'one more chosen now');
  await page.getByText(teachEn.accountProblem.wrong).waitFor();
  await page.close();
});

test('a student comes back on a second device by the code on the card, and the first one is let go', async () => {
  const { origin } = stage.server;
  const teacher = await createTeacher(origin);
  const { code } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  const first = await device();
  await first.goto(`${origin}/join/${code}`);
  await first.getByRole('textbox', { name: 'Nickname' }).fill('花子');
  await first.keyboard.press('Enter');
  await first.waitForURL(/\/class\//);
  await desk.command({ type: 'class:begin' });
  await desk.command({ type: 'class:lock', locked: true });

  const console = await device();
  await signIn(console, teacher.email, teacher.password);
  await console.getByRole('link', { name: teachEn.account.own }).waitFor();
  await console.goto(`${origin}/teach/live/${code}`);
  await console.getByTestId('student-card').getByRole('button').first().click();
  await console.getByRole('button', { name: consoleEn.returning.give }).click();
  const shown = await console.getByTestId('return-code').textContent();
  expect(shown).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  await fitsAndReads(console);

  const phone = await device({ viewport: { width: 390, height: 844 }, locale: 'ja-JP' });
  await phone.goto(`${origin}/join/${code}`);
  await phone.getByRole('button', { name: joinJa.returning.open }).click();
  const field = phone.getByRole('textbox', { name: joinJa.returning.label });
  await field.fill('AAAA-AAAA');
  await phone.getByRole('button', { name: joinJa.returning.submit }).click();
  await phone.getByRole('alert').filter({ hasText: '10分' }).waitFor();
  expect(await field.inputValue()).toBe('AAAA-AAAA');
  await fitsAndReads(phone);
  await field.fill(shown!.toLowerCase());
  await phone.getByRole('button', { name: joinJa.returning.submit }).click();
  await phone.waitForURL(/\/class\//);
  await phone.getByText('花子').first().waitFor();
  await first.getByText(errorsEn.refusal['place-moved']).waitFor();
  // Nobody else has come in, and a reload of the second device finds its place again.
  expect(await console.getByTestId('student-card').count()).toBe(1);
  await phone.reload();
  await phone.getByText('花子').first().waitFor();
  await first.reload();
  await first.waitForURL(/\/join\//);
  await first.getByRole('button', { name: joinEn.returning.open }).waitFor();
  desk.close();
  for (const page of [first, console, phone]) await page.close();
});

test('a second teacher is made an owner, finds the class marked as shared, and is taken away again', async () => {
  const { origin } = stage.server;
  const [ann, ben] = [await createTeacher(origin), await createTeacher(origin)];
  const { id, code } = await ann.createClass('perceptron');
  const page = await device();
  await signIn(page, ann.email, ann.password);
  await page.getByRole('link', { name: teachEn.account.own }).waitFor();
  await page.goto(`${origin}/review/${id}`);
  const card = page.locator('#owners');
  const email = card.getByRole('textbox', { name: reviewEn.owners.email });
  await email.fill('nobody-here@example.org');
  await card.getByRole('button', { name: reviewEn.owners.add }).click();
  await card.getByText(errorsEn.refusal['unknown-teacher']).waitFor();
  expect(await email.inputValue()).toBe('nobody-here@example.org');
  await email.fill(ben.email);
  await card.getByRole('button', { name: reviewEn.owners.add }).click();
  await card.getByRole('listitem').filter({ hasText: ben.email }).waitFor();
  await fitsAndReads(page);
  await page.goto(`${origin}/teach`);
  await page.getByText(teachEn.classes.shared, { exact: true }).waitFor();

  // In Japanese on a phone the other one has it in the list, and holds it.
  const phone = await device({ viewport: { width: 390, height: 844 }, locale: 'ja-JP' });
  await phone.goto(`${origin}/teach/sign-in`);
  await phone.locator('input[type="email"]').fill(ben.email);
  await phone.locator('input[type="password"]').fill(ben.password);
  await phone.locator('form button[type="submit"]').click();
  await phone.getByText(teachJa.classes.sharedWithYou, { exact: true }).waitFor();
  await fitsAndReads(phone);
  await phone.goto(`${origin}/teach/live/${code}`);
  await phone.getByText(code).first().waitFor();

  await page.goto(`${origin}/review/${id}`);
  await card.getByRole('button', { name: ben.email }).click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: reviewEn.owners.remove })
    .click();
  // By its tag: under the open dialog nothing of the page has a role, so that a role is gone too early.
  await card.locator('li').filter({ hasText: ben.email }).waitFor({ state: 'detached' });
  await phone.goto(`${origin}/teach`);
  await phone.getByRole('heading', { level: 1 }).waitFor();
  expect(await phone.getByText(code).count()).toBe(0);
  for (const each of [page, phone]) await each.close();
});

afterAll(() => expect(errors).toEqual([]));
