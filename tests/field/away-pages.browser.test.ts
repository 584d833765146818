import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServerProcess } from '@/people/server-process';
import { createTeacher } from '@/people/teacher';
import { launchChromium } from '@/tests/browser/chromium';
import { type PostgresServer, startPostgres } from '@/tests/store/postgres-server';

/** Pages that are opened while the database is away: they say why nothing comes, and come by themselves. */
let postgres: PostgresServer;
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  postgres = await startPostgres();
  [server, browser] = await Promise.all([
    postgres.createDatabase().then((url) => ServerProcess.start({ env: { DATABASE_URL: url } })),
    launchChromium(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
  await postgres?.stop();
});

test('I13: a class and the way into it, opened while PostgreSQL is away, say so in both languages and come when it is back', async () => {
  const { code } = await (await createTeacher(server.origin)).createClass('handwritten-digits');
  await postgres.crash();
  const opened = await Promise.all(
    [
      { path: `/join/${code}`, locale: 'en-GB', says: /database does not answer/, comes: 'Nickname' },
      { path: `/join/${code}`, locale: 'ja-JP', says: /データベースが応答しません/, comes: 'ニックネーム' },
    ].map(async ({ path, locale, says, comes }) => {
      const page = await (await browser.newContext({ locale })).newPage();
      await page.goto(server.origin + path);
      await page.getByText(says).first().waitFor();
      return page.getByRole('textbox', { name: comes, exact: true });
    }),
  );
  await postgres.startAgain();
  await Promise.all(opened.map((field) => field.waitFor()));
  expect(await Promise.all(opened.map((field) => field.isEditable()))).toEqual([true, true]);
});
