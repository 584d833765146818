import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServerProcess } from '@/people/server-process';
import { TabStudent } from '@/people/student';
import { Tab } from '@/people/tab';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { launchChromium, watchErrors } from '@/tests/browser/chromium';

/** A flood of newcomers as the teacher meets it: said on the console, and ended there with one tap, in both languages. */
let server: ServerProcess;
let browser: Browser;
let teacher: RegisteredTeacher;
const tabs: Tab[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchChromium()]);
  teacher = await createTeacher(server.origin);
});
afterAll(async () => {
  for (const tab of tabs) tab.close();
  await browser?.close();
  await server?.remove();
});

async function openConsole(code: string, locale: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale,
  });
  await context.addCookies(teacher.cookies());
  const page = await context.newPage();
  await page.goto(`${server.origin}/teach/live/${code}`);
  return page;
}

async function join(code: string, nickname: string): Promise<Tab> {
  const tab = new Tab(server.origin, { reconnection: false });
  tabs.push(tab);
  await new TabStudent(tab, code, nickname).join();
  return tab;
}

/** How many there are is counted by the minute: whether Ada belongs to them depends on how long the others take. */
const LOOKS = [
  {
    locale: 'en-GB',
    alarm: /Many newcomers: \d+ in the last minute/,
    remove: /^Remove all 7[01] since \d\d:\d\d$/,
    lock: 'Lock room',
    approve: 'Let in one by one',
  },
  {
    locale: 'ja-JP',
    alarm: /新しい参加者が急に増えています：この1分間に\d+人/,
    remove: /^\d\d:\d\d 以降の7[01]人を退室させる$/,
    lock: 'ルームをロック',
    approve: '一人ずつ許可',
  },
];

test.each(LOOKS)(
  '$locale: said, and ended with one tap',
  async ({ locale, alarm, remove, lock, approve }) => {
    const { code } = await teacher.createClass('handwritten-digits');
    const page = await openConsole(code, locale);
    const errors = watchErrors(page);
    await join(code, 'Ada');
    await page.getByText('Ada', { exact: true }).waitFor();
    expect(await page.getByRole('alert').filter({ hasText: /\d/ }).count()).toBe(0);
    const flood = await Promise.all(Array.from({ length: 70 }, (_, index) => join(code, `Nobody ${index}`)));

    const said = page.getByRole('alert').filter({ hasText: alarm });
    await said.waitFor();
    if (process.env.SHOTS)
      for (const scheme of ['light', 'dark'] as const)
        for (const size of [
          { width: 1366, height: 768 },
          { width: 390, height: 844 },
        ]) {
          await page.emulateMedia({ colorScheme: scheme });
          await page.setViewportSize(size);
          await page.screenshot({ path: `${process.env.SHOTS}/alarm-${locale}-${scheme}-${size.width}.png` });
        }
    await page.setViewportSize({ width: 1366, height: 768 });
    await said.getByRole('button', { name: lock }).click();
    await said.getByRole('button', { name: lock }).waitFor({ state: 'detached' });
    await said.getByRole('button', { name: approve }).click();
    await said.getByRole('button', { name: approve }).waitFor({ state: 'detached' });
    const detached = flood.map(
      ({ socket }) => new Promise((resolve) => socket.once('detached', (code) => resolve(code))),
    );
    await said.getByRole('button', { name: remove }).click();
    // Under the pointer the way back stays.
    const back = page.locator('[data-sonner-toast] [data-button]');
    await back.hover();
    expect(new Set(await Promise.all(detached))).toEqual(new Set(['student-removed']));
    await said.waitFor({ state: 'detached' });
    // In the lobby each student is a button; whom to let back in stands in a list of its own.
    const inLobby = page.locator('button[data-state]').filter({ hasText: 'Nobody' });
    await expect.poll(() => inLobby.count()).toBe(0);
    // With one more tap all are back.
    await back.click();
    await expect.poll(() => inLobby.count()).toBe(flood.length);
    expect(errors).toEqual([]);
  },
);
