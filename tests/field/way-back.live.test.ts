import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { closeTabs } from '@/people/recording-tab';
import { until } from '@/people/until';
import { AUTH_PATHS } from '@/protocol/auth';
import { RESET_LIFE_MS } from '@/server/auth/password-reset';
import { readEnv } from '@/server/env';
import { openDatabase } from '@/server/store/database';
import { startPostgres } from '@/tests/store/postgres-server';
import { AccountServer, operator, PASSWORD } from './account-server';

/** A teacher who forgot the password, and the operator who leads back. */
let server: AccountServer;
beforeAll(async () => {
  server = await AccountServer.start();
});
afterEach(closeTabs);
afterAll(() => server?.remove());

const CHOSEN = 'staple lighthouse anew';
const resetBy = (token: string, password = CHOSEN) =>
  server.auth(AUTH_PATHS.resetPassword, { token, password });

const openConsole = (cookie: string) => server.openConsole(cookie);

describe('a teacher who forgot the password', () => {
  test('gets back by a link of the operator, once, and every session ends at once', async () => {
    const cookie = await server.teacher('forgetful@example.org');
    const { tab } = await openConsole(cookie);
    const { code, out, problem } = await server.operator('reset', ' Forgetful@Example.org');
    expect({ code, problem }).toEqual({ code: 0, problem: '' });
    expect(out).toContain('forgetful@example.org');
    expect(out).toContain('60 minutes');
    const token = /http:\/\/localhost:3000\/teach\/reset\/([\w-]{43})\n/.exec(out)![1]!;

    // Nothing has changed before the link is used.
    expect(await server.knows(cookie)).toBe(true);
    expect((await resetBy(token, 'short')).code).toBe('password-too-short');
    expect(await resetBy(token)).toMatchObject({ status: 200, code: 'ok', cookie: '' });
    expect(await server.knows(cookie)).toBe(false);
    await until('the console is closed', () => tab.detached.includes('not-signed-in'));
    expect((await server.signIn('forgetful@example.org', PASSWORD)).code).toBe('wrong-credentials');
    expect((await server.signIn('forgetful@example.org', CHOSEN)).code).toBe('ok');

    expect(await resetBy(token, 'yet another one')).toMatchObject({ status: 410, code: 'link-invalid' });
    expect((await server.signIn('forgetful@example.org', CHOSEN)).code).toBe('ok');
  });

  test('gets back when the server was stopped meanwhile, and no second server is in the way', async () => {
    await server.teacher('stopped@example.org');
    await server.stop();
    const token = await server.linkFor('stopped@example.org');
    await server.run();
    expect((await resetBy(token)).code).toBe('ok');
    expect((await server.signIn('stopped@example.org', CHOSEN)).code).toBe('ok');
  });

  test('is one of two who use the link in the same moment', async () => {
    await server.teacher('twins@example.org');
    const token = await server.makeLink('twins@example.org');
    const codes = await Promise.all(
      Array.from({ length: 6 }, (_, index) => resetBy(token, `one of six passwords ${index}`)),
    );
    expect(codes.filter(({ code }) => code === 'ok')).toHaveLength(1);
    expect(codes.filter(({ code }) => code === 'link-invalid')).toHaveLength(5);
  });

  test('has no use for an older link, one that is too old, a forged one, or one of a password that was changed since', async () => {
    const cookie = await server.teacher('links@example.org');
    const [first, second] = [
      await server.makeLink('links@example.org'),
      await server.makeLink('links@example.org'),
    ];
    expect((await resetBy(first)).code).toBe('link-invalid');
    for (const token of ['', 'x', 'A'.repeat(43), `x${second}`, second.slice(1), 'é'.repeat(30), '../../x'])
      expect((await resetBy(token)).code, token).toBe('link-invalid');
    const database = await openDatabase(readEnv({ DATA_DIR: server.dataDir }));
    // The server's clock is the machine's: the link is made older instead.
    const age = (milliseconds: number) =>
      database.client.verification.updateMany({
        data: { expiresAt: new Date(Date.now() + RESET_LIFE_MS - milliseconds) },
      });
    const third = await server.makeLink('links@example.org');
    await age(RESET_LIFE_MS + 1);
    expect((await resetBy(third)).code).toBe('link-invalid');
    await age(RESET_LIFE_MS - 60_000);
    expect((await resetBy(third, 'iloveyou')).code).toBe('password-common');
    const changed = { current: PASSWORD, password: 'changed by myself' };
    expect((await server.auth(AUTH_PATHS.changePassword, changed, { cookie })).code).toBe('ok');
    expect((await resetBy(third)).code).toBe('link-invalid');
    // What is kept is a hash: the token stands nowhere in the database.
    const fourth = await server.makeLink('links@example.org');
    const kept = JSON.stringify(await database.client.verification.findMany());
    expect(kept).not.toContain(fourth);
    expect(kept).not.toBe('[]');
    await database.client.$disconnect();
    expect((await resetBy(fourth)).code).toBe('ok');
  });

  test('leaves neither address nor link in the log', () => {
    expect(server.logged.join('')).not.toMatch(/example\.org|teach\/reset|password/i);
  });
});

describe('the operator', () => {
  test('hears how to use the command, and what is wrong, in a line; nothing is made', async () => {
    for (const args of [[], ['reset'], ['list'], ['reset', 'a@b.example', 'more']]) {
      const { code, out, problem } = await server.operator(...args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(problem).toContain('npm run teacher -- reset EMAIL');
    }
    expect(await server.operator('reset', 'nobody')).toMatchObject({
      code: 1,
      out: '',
      problem: expect.stringContaining('no email address'),
    });
    const unknown = await server.operator('reset', 'nobody@example.org');
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.problem).toBe('No teacher has the email nobody@example.org here. Nothing was changed.\n');

    const empty = mkdtempSync(path.join(tmpdir(), 'perceptroom-no-data-'));
    const elsewhere = await operator({ DATA_DIR: empty }, 'reset', 'a@example.org');
    expect(elsewhere.problem).toContain(`There is no database in ${empty}`);
    expect(readdirSync(empty)).toEqual([]);
    rmSync(empty, { recursive: true });
    const wrong = await operator({ DATABASE_URL: 'mysql://x' }, 'reset', 'a@example.org');
    expect(wrong.problem).toMatch(/^DATABASE_URL must begin with postgres:[^\n]*\n$/);
    const gone = await operator({ DATABASE_URL: 'postgres://127.0.0.1:1/x' }, 'reset', 'a@example.org');
    expect(gone).toMatchObject({ code: 1, out: '' });
    expect(gone.problem).toMatch(/^The database did not take it: .+\n$/);
  });
});

test('on PostgreSQL: the command makes a link that the running server takes, and ends every session', async () => {
  const postgres = await startPostgres();
  const other = await AccountServer.start(await postgres.createDatabase());
  try {
    const cookie = await other.teacher('elephant@example.org');
    const unknown = await other.operator('reset', 'nobody@example.org');
    expect(unknown.code).not.toBe(0);
    const { code, out, problem } = await other.operator('reset', 'elephant@example.org');
    expect({ code, problem }).toEqual({ code: 0, problem: '' });
    const token = /\/teach\/reset\/([\w-]{43})\n/.exec(out)![1]!;
    const use = () => other.auth(AUTH_PATHS.resetPassword, { token, password: CHOSEN });
    expect((await use()).code).toBe('ok');
    expect(await other.knows(cookie)).toBe(false);
    expect((await use()).code).toBe('link-invalid');
    expect((await other.signIn('elephant@example.org', PASSWORD)).code).not.toBe('ok');
    expect((await other.signIn('elephant@example.org', CHOSEN)).code).toBe('ok');
  } finally {
    await other.remove();
    await postgres.stop();
  }
});
