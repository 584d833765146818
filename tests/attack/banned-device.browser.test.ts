import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mustBeOk } from '@/people/must-be-ok';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { until } from '@/people/until';
import { DEVICE_COOKIE } from '@/protocol/device';
import type { TeacherView, View } from '@/protocol/views';
import { launchChromium } from '@/tests/browser/chromium';
import { sharedServer } from '@/tests/browser/shared-server';

/** Somebody who is banned, and clears what a browser lets one clear. */
const server = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;
beforeAll(async () => {
  [browser, teacher] = await Promise.all([launchChromium(), createTeacher(server.origin)]);
});
afterAll(async () => {
  await browser?.close();
});

/** Types a name at the door, and says where that leads: into the class, or to what stands there. */
async function joins(context: BrowserContext, code: string, nickname: string): Promise<'in' | 'barred'> {
  const page = await context.newPage();
  await page.goto(`${server.origin}/join/${code}`);
  await page.getByLabel('Nickname').fill(nickname);
  await page.getByRole('button', { name: 'Join class', exact: true }).click();
  const inside = page.waitForURL(`**/class/${code}`).then(() => 'in' as const);
  const barred = page
    .getByText('Somebody who used this browser may no longer join this class')
    .first()
    .waitFor()
    .then(() => 'barred' as const);
  const outcome = await Promise.any([inside, barred]);
  await Promise.allSettled([outcome === 'in' ? inside : barred]);
  await page.close();
  return outcome;
}

/** Everything that scripts and the browser's settings call the page's data, apart from cookies. */
async function clearStorage(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  // Of the same origin, and without a script that keeps something meanwhile.
  await page.goto(`${server.origin}/icon.svg`);
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: server.origin,
    storageTypes: 'local_storage,indexeddb,cache_storage,service_workers',
  });
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.close();
}

test('a banned student who clears the storage, or the cookies, is not let in as somebody new; a private window is', async () => {
  const { code } = await teacher.createClass('handwritten-digits');
  const views: View[] = [];
  const desk = await teacher.conduct(code);
  desk.socket.on('view', (view) => views.push(view));
  const context = await browser.newContext({ locale: 'en-GB' });
  expect(await joins(context, code, 'Mallory')).toBe('in');
  const studentId = await until('the roster', () => (views.at(-1) as TeacherView | undefined)?.roster[0]?.id);
  mustBeOk(await desk.command({ type: 'student:ban', studentId }));

  await clearStorage(context);
  expect(await joins(context, code, 'Trent')).toBe('barred');
  // The storage has the mark again, from the cookie: now the other way round.
  await context.clearCookies();
  await context.newPage().then(async (page) => {
    await page.goto(`${server.origin}/join/${code}`);
    await page.evaluate(() => sessionStorage.clear());
    await page.close();
  });
  expect(await joins(context, code, 'Trent')).toBe('barred');
  expect((await context.cookies()).some(({ name, httpOnly }) => name === DEVICE_COOKIE && httpOnly)).toBe(
    true,
  );

  // The control: nobody can tell a private window from another device.
  const other = await browser.newContext({ locale: 'en-GB' });
  expect(await joins(other, code, 'Trent')).toBe('in');
  await other.close();
  // Both gone is a browser like new.
  await clearStorage(context);
  await context.clearCookies();
  expect(await joins(context, code, 'Walter')).toBe('in');
  await context.close();
  desk.close();
});
