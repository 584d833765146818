import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cookieOf } from '@/people/cookies';
import { ServerProcess } from '@/people/server-process';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { everybodyLeaves, launchChromium, openTab, watchErrors } from '@/tests/browser/chromium';
import { sharedServer } from '@/tests/browser/shared-server';

/** The way into a class as people really come: by what they type, paste, were sent or are called. */
const server = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;
let code: string;
const complaints: string[][] = [];

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
  ({ code } = await teacher.createClass('handwritten-digits'));
});
afterEach(async () => {
  await everybodyLeaves(browser);
  expect(complaints.splice(0).flat()).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
});

async function visit(path: string, locale = 'en-GB'): Promise<Page> {
  const page = await openTab(browser, { viewport: { width: 390, height: 844 }, locale });
  complaints.push(watchErrors(page));
  await page.goto(server.origin + path);
  return page;
}
const codeField = (page: Page) => page.getByRole('textbox', { name: 'Room code' });
/** A field that React has taken over: until then what is typed is not read. */
async function ready(page: Page): Promise<void> {
  await codeField(page).fill('K7');
  await page.getByRole('img', { name: /Sum 2/ }).waitFor();
  await codeField(page).fill('');
}

test('addresses that are not quite right lead on', async () => {
  const page = await visit(`/join/${code}.`);
  for (const address of [
    `/join/${code}.`,
    `/join/${code}%E3%80%82`,
    `/join/${code.toLowerCase()}`,
    `/join/${code}/`,
    `/JOIN/${code}`,
    `/${code}`,
    `/${code.toLowerCase()}!`,
    `/join/%EF%BC%88${code}%EF%BC%89`,
    `/class/${code.toLowerCase()}`,
  ]) {
    await page.goto(server.origin + address);
    await page.waitForURL(`${server.origin}/join/${code}`);
    await page.getByRole('textbox', { name: 'Nickname' }).waitFor();
  }
  await page.goto(`${server.origin}/join`);
  await codeField(page).waitFor();
  await page.goto(`${server.origin}/nothing/here`);
  await page.getByText('Nothing wired up here').waitFor();
});

test('the console’s and the projector’s address show a student the way, and a teacher the sign-in', async () => {
  for (const address of [`/teach/live/${code}`, `/teach/live/${code.toLowerCase()}.`, `/screen/${code}`]) {
    const page = await visit(address);
    await page.getByText('Are you a student?').waitFor();
    await page.getByLabel('Email').waitFor();
    await page.getByRole('link', { name: 'Join as a student' }).click();
    await page.waitForURL(`${server.origin}/join/${code}`);
    await page.goBack();
    await page.getByLabel('Email').fill(teacher.email);
    await page.getByLabel('Password', { exact: true }).fill(teacher.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(address.startsWith('/screen') ? `**/screen/${code}` : `**/teach/live/${code}`);
    await browser.close();
  }
});

test('a code is understood while the input method is on, and while it composes nothing is said or lost', async () => {
  const page = await visit('/');
  await ready(page);
  const field = codeField(page);
  await field.focus();
  const input: CDPSession = await page.context().newCDPSession(page);
  for (const text of ['ｋ', 'か', 'か７', 'か７ｍ', 'か７ま', 'か７ま４']) {
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    expect(await field.inputValue()).toBe(text);
  }
  expect(await page.getByText(/never part of a room code|Switch it off/).count()).toBe(0);
  await input.send('Input.insertText', { text: 'か７ま４' });
  expect(await field.inputValue()).toBe('か７ま４');
  await page.getByText('The input method is on: read as KA7MA4. Compare it with the projector.').waitFor();
  await field.fill('しゃ');
  await page.getByText(/Switch it off/).waitFor();
  await field.fill('かO');
  await page.getByText('“O” is never part of a room code').waitFor();

  for (const typed of [
    code.replace(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    `「${code.toLowerCase()}」`,
    `${server.origin}/join/${code}`,
    `Join: ${server.origin}/teach/live/${code}.`,
  ]) {
    await page.goto(server.origin);
    await ready(page);
    await field.fill(typed);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.waitForURL(`${server.origin}/join/${code}`);
  }
});

test('names: refused with the reason at the field, what was typed stays, and what differs joins', async () => {
  const page = await visit(`/join/${code}`);
  const name = page.getByRole('textbox', { name: 'Nickname' });
  const ask = async (typed: string) => {
    await name.fill(typed);
    await page.getByRole('button', { name: 'Join class' }).click();
  };
  for (const [typed, reason] of [
    ['\u2800', 'Nobody can see what you typed'],
    ['\u3164\u200b', 'Nobody can see what you typed'],
    ['Teаcher', 'That name is the teacher’s'],
    ['先生', 'That name is the teacher’s'],
    ['Hurensohn', 'not welcome in a class'],
    ['х у й', 'not welcome in a class'],
  ] as const) {
    await ask(typed);
    await page.getByText(reason).waitFor();
    expect(await name.inputValue()).toBe(typed);
  }
  for (const nickname of ['Ian', 'Lan', 'たいき', 'だいき', 'Zoe', 'Zoë', 'Anusha', 'Student 455']) {
    const student = await visit(`/join/${code}`);
    await student.getByRole('textbox', { name: 'Nickname' }).fill(nickname);
    await student.getByRole('button', { name: 'Join class' }).click();
    await student.waitForURL(`**/class/${code}`);
    await browser.close();
  }
  const late = await visit(`/join/${code}`, 'ja-JP');
  const field = late.getByRole('textbox', { name: 'ニックネーム' });
  for (const [typed, reason] of [
    ['Ian\u2800', 'もう使われています'],
    ['Ｌａｎ', 'もう使われています'],
    ['センセイ', 'それは先生の名前です'],
    ['ばか', '授業では使えません'],
    ['\u2800', '見えない文字だけ'],
  ] as const) {
    await field.fill(typed);
    await late.getByRole('button', { name: '授業に参加' }).click();
    await late.getByText(reason).waitFor();
  }
});

test('an international name as PUBLIC_ORIGIN: what its pages send is taken, what others send is not', async () => {
  const named = await ServerProcess.start({ env: { PUBLIC_ORIGIN: 'https://学校.example' } });
  try {
    const signUp = (origin: string, email: string) =>
      fetch(`${named.origin}/api/auth/sign-up`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, 'x-forwarded-proto': 'https' },
        body: JSON.stringify({ name: 'Ada', email, password: 'correct horse battery' }),
      });
    // A browser sends the ASCII form.
    const ascii = new URL('https://学校.example').origin;
    const answer = await signUp(ascii, 'ada@example.org');
    expect(answer.ok).toBe(true);
    const cookie = cookieOf(answer);
    const made = await fetch(`${named.origin}/api/classes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ascii, cookie },
      body: JSON.stringify({ lessonId: 'handwritten-digits' }),
    });
    expect(made.status).toBe(201);
    // The control: another site is refused.
    expect((await signUp('https://xn--evil.example', 'eve@example.org')).ok).toBe(false);
    expect(named.printed).toContain('https://学校.example');
  } finally {
    await named.remove();
  }
});
