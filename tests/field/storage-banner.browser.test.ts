import { renameSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserCookies } from '@/people/cookies';
import { ServerProcess } from '@/people/server-process';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { launchChromium, watchErrors } from '@/tests/browser/chromium';
import { CAN_MOUNT, makeSmallDisk, type SmallDisk } from './small-disk';

/** Storage that takes nothing more, as teacher, student and newcomer hear of it, from the first moment to the last. */
let server: ServerProcess;
let browser: Browser;
let teacher: RegisteredTeacher;
let disk: SmallDisk | null = null;

if (!CAN_MOUNT)
  console.warn('A full disk is not tried here: no disk can be mounted (it needs root on Linux).');

beforeAll(async () => {
  disk = CAN_MOUNT ? makeSmallDisk(24) : null;
  const usual = process.env.TMPDIR;
  if (disk) process.env.TMPDIR = disk.folder;
  try {
    [server, browser] = await Promise.all([ServerProcess.start(), launchChromium()]);
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
  teacher = await createTeacher(server.origin);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
  disk?.remove();
});

async function visit(path: string, locale: string, cookie = ''): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale });
  await context.addCookies(browserCookies(cookie, server.origin));
  const page = await context.newPage();
  await page.goto(server.origin + path);
  return page;
}

/** What is wrong, how it begins and ends, and the words that a teacher, a student and a newcomer read then. */
const TROUBLES = [
  {
    name: 'a full disk',
    possible: CAN_MOUNT,
    begin: () => disk!.fill(),
    end: () => disk!.empty(),
    locale: 'en-GB',
    words: {
      console: /Free some space/,
      student: /cannot save just now/,
      newcomer: /disk is full/,
      title: 'Nobody can join just now',
    },
    nickname: 'Nickname',
    join: 'Join class',
  },
  {
    name: 'a data folder that is moved away, in Japanese',
    possible: true,
    begin: () => renameSync(server.dataDir, `${server.dataDir}-moved`),
    end: () => renameSync(`${server.dataDir}-moved`, server.dataDir),
    locale: 'ja-JP',
    words: {
      console: /データフォルダーが移動/,
      student: /今は保存できません/,
      newcomer: /データフォルダー/,
      title: '今は参加できません',
    },
    nickname: 'ニックネーム',
    join: '授業に参加',
  },
];

test.each(TROUBLES)(
  '$name: told to each in their words until it is over, and nothing is lost',
  async (trouble) => {
    if (!trouble.possible) return;
    const { code } = await teacher.createClass('handwritten-digits');
    const conductor = await teacher.conduct(code);
    expect(await conductor.command({ type: 'class:begin' })).toMatchObject({ ok: true });
    const [console, student, newcomer] = await Promise.all([
      visit(`/teach/live/${code}`, trouble.locale, teacher.cookie),
      visit(`/join/${code}`, trouble.locale),
      visit(`/join/${code}`, trouble.locale),
    ]);
    const errors = [console, student, newcomer].map(watchErrors);
    await student.getByRole('textbox', { name: trouble.nickname }).fill('Ada');
    await student.getByRole('button', { name: trouble.join }).click();
    await student.waitForURL(`**/class/${code}`);
    await console.getByTestId('student-card').first().waitFor();
    await newcomer.getByRole('textbox', { name: trouble.nickname }).fill('Grace');

    trouble.begin();
    // Something has to be written for a full disk to be noticed, and the teacher's tap is refused with the same words.
    const refused = await conductor.command({ type: 'step:next' });
    expect(refused).toMatchObject({ ok: false, code: expect.stringMatching(/^storage-/) });
    await console.getByText(trouble.words.console).waitFor();
    await student.getByText(trouble.words.student).first().waitFor();
    await newcomer.getByRole('button', { name: trouble.join }).click();
    await newcomer.getByText(trouble.words.title).waitFor();
    await newcomer.getByText(trouble.words.newcomer).first().waitFor();
    expect(await newcomer.getByRole('textbox', { name: trouble.nickname }).inputValue()).toBe('Grace');
    // It stays, and a page that is loaded now says it as well; nobody's card goes.
    await console.reload();
    await console.getByText(trouble.words.console).waitFor();
    await console.getByTestId('student-card').first().waitFor();
    await student.reload();
    await student.getByText(trouble.words.student).first().waitFor();

    trouble.end();
    await console.getByText(trouble.words.console).first().waitFor({ state: 'detached' });
    await student.getByText(trouble.words.student).first().waitFor({ state: 'detached' });
    await newcomer.getByText(trouble.words.title).waitFor({ state: 'detached' });
    expect(await newcomer.getByRole('textbox', { name: trouble.nickname }).inputValue()).toBe('Grace');
    await newcomer.getByRole('button', { name: trouble.join }).click();
    await newcomer.waitForURL(`**/class/${code}`);
    expect(await conductor.command({ type: 'step:next' })).toMatchObject({ ok: true });
    expect(errors.flat()).toEqual([]);
    conductor.close();
    await Promise.all([console, student, newcomer].map((page) => page.context().close()));
  },
);
