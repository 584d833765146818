import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { until } from '@/people/until';
import { AUTH_PATHS } from '@/protocol/auth';
import { readEnv } from '@/server/env';
import { openDatabase } from '@/server/store/database';
import { AccountServer, PASSWORD } from './account-server';

/** What teachers change of their own account. */
let server: AccountServer;
beforeAll(async () => {
  server = await AccountServer.start();
});
afterEach(closeTabs);
afterAll(() => server?.remove());

const CHOSEN = 'staple lighthouse anew';
const openConsole = (cookie: string) => server.openConsole(cookie);

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

describe('a teacher changes the own account', () => {
  test('password: the current one is asked for, others are signed out, this browser stays', async () => {
    const here = await server.teacher('changing@example.org');
    const elsewhere = (await server.signIn('changing@example.org', PASSWORD)).cookie;
    const { tab } = await openConsole(elsewhere);
    const own = await openConsole(here);
    const ask = (body: object) => server.auth(AUTH_PATHS.changePassword, body, { cookie: here });
    expect((await ask({ current: 'not it at all', password: CHOSEN })).code).toBe('wrong-password');
    expect((await ask({ current: PASSWORD, password: 'short' })).code).toBe('password-too-short');
    expect((await ask({ current: PASSWORD, password: 'Password1' })).code).toBe('password-common');
    expect((await ask({ current: PASSWORD, password: 'changing@example.org' })).code).toBe(
      'password-own-words',
    );
    expect(await server.knows(elsewhere)).toBe(true);
    expect((await ask({ current: PASSWORD, password: CHOSEN })).code).toBe('ok');
    expect(await server.knows(elsewhere)).toBe(false);
    await until('the other console is closed', () => tab.detached.includes('not-signed-in'));
    expect(await server.knows(here)).toBe(true);
    mustBeOk(await own.tab.command({ type: 'class:begin' }));
    expect((await server.signIn('changing@example.org', CHOSEN)).code).toBe('ok');
  });

  test('guesses at the current password are bounded, and count as guesses at signing in', async () => {
    const cookie = await server.teacher('guessed@example.org');
    const codes: string[] = [];
    for (let guess = 0; guess < 12; guess += 1)
      codes.push(
        (
          await server.auth(
            AUTH_PATHS.changeEmail,
            { current: `guess ${guess}`, email: 'x@example.org' },
            { cookie },
          )
        ).code,
      );
    expect(codes[0]).toBe('wrong-password');
    expect(codes.at(-1)).toBe('rate-limited');
  });

  test('email: the password is asked for, another account’s is refused, the new one signs in', async () => {
    const cookie = await server.teacher('old@example.org');
    await server.teacher('taken@example.org');
    const ask = (body: object) => server.auth(AUTH_PATHS.changeEmail, body, { cookie });
    expect((await ask({ current: PASSWORD, email: 'Taken@example.org' })).code).toBe('email-taken');
    expect((await ask({ current: PASSWORD, email: 'nothing' })).code).toBe('email-invalid');
    expect((await ask({ current: 'wrong one here', email: 'new@example.org' })).code).toBe('wrong-password');
    expect((await ask({ current: PASSWORD, email: ' New@Example.org ' })).code).toBe('ok');
    expect((await server.signIn('old@example.org', PASSWORD)).code).toBe('wrong-credentials');
    expect((await server.signIn('new@example.org', PASSWORD)).code).toBe('ok');
    // The address that was given up is free.
    await server.teacher('old@example.org');
  });

  test('email: of two accounts that want the same one at once, one gets it', async () => {
    const cookies = [await server.teacher('race-1@example.org'), await server.teacher('race-2@example.org')];
    const codes = await Promise.all(
      cookies.map((cookie) =>
        server.auth(AUTH_PATHS.changeEmail, { current: PASSWORD, email: 'race@example.org' }, { cookie }),
      ),
    );
    expect(codes.map(({ code }) => code).sort()).toEqual(['email-taken', 'ok']);
  });

  test('sessions: one or all others end, on open consoles at once, and nobody else’s', async () => {
    const here = await server.teacher('many@example.org');
    const stranger = await server.teacher('stranger@example.org');
    const [phone, desk] = [
      (await server.signIn('many@example.org', PASSWORD)).cookie,
      (await server.signIn('many@example.org', PASSWORD, { 'user-agent': FIREFOX })).cookie,
    ];
    const database = await openDatabase(readEnv({ DATA_DIR: server.dataDir }));
    const user = await database.client.user.findUnique({
      where: { email: 'many@example.org' },
      include: { sessions: true },
    });
    // Of a browser its kind alone is kept.
    expect(user!.sessions.map(({ userAgent }) => userAgent)).toContain('Firefox, Windows');
    expect(JSON.stringify(user)).not.toMatch(/Gecko|127\.0\.0\.1/);
    const firefox = user!.sessions.find(({ userAgent }) => userAgent === 'Firefox, Windows')!;
    await database.client.$disconnect();

    const end = (body: object, cookie: string) => server.auth(AUTH_PATHS.endSessions, body, { cookie });
    expect((await end({ sessionId: firefox.id }, stranger)).code).toBe('ok');
    expect(await server.knows(desk)).toBe(true);
    const { tab } = await openConsole(desk);
    expect((await end({ sessionId: firefox.id }, here)).code).toBe('ok');
    await until('the console is closed', () => tab.detached.includes('not-signed-in'));
    expect([await server.knows(desk), await server.knows(phone)]).toEqual([false, true]);
    expect((await end({ others: true }, here)).code).toBe('ok');
    expect([await server.knows(phone), await server.knows(here), await server.knows(stranger)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('closing: password and email are asked for, then everything is gone, for those who are in as well', async () => {
    const cookie = await server.teacher('leaving@example.org');
    const { id, tab } = await openConsole(cookie);
    const ask = (body: object) => server.auth(AUTH_PATHS.closeAccount, body, { cookie });
    expect((await ask({ current: PASSWORD, confirm: 'other@example.org' })).code).toBe('not-confirmed');
    expect((await ask({ current: 'wrong one here', confirm: 'leaving@example.org' })).code).toBe(
      'wrong-password',
    );
    expect(await server.knows(cookie)).toBe(true);
    expect((await ask({ current: PASSWORD, confirm: 'Leaving@example.org' })).code).toBe('ok');
    await until('the console is closed', () => tab.detached.length > 0);
    expect(await server.knows(cookie)).toBe(false);
    expect((await server.signIn('leaving@example.org', PASSWORD)).code).toBe('wrong-credentials');
    const database = await openDatabase(readEnv({ DATA_DIR: server.dataDir }));
    expect(await database.client.class.count({ where: { id } })).toBe(0);
    expect(await database.client.user.count({ where: { email: 'leaving@example.org' } })).toBe(0);
    await database.client.$disconnect();
    await server.teacher('leaving@example.org');
  });

  test('nothing of it goes without a session, from another page, or by a body that is something else', async () => {
    const cookie = await server.teacher('guarded@example.org');
    const bodies: [string, object][] = [
      [AUTH_PATHS.changeName, { name: 'Eve' }],
      [AUTH_PATHS.changeEmail, { email: 'eve@example.org', current: PASSWORD }],
      [AUTH_PATHS.changePassword, { password: CHOSEN, current: PASSWORD }],
      [AUTH_PATHS.endSessions, { others: true }],
      [AUTH_PATHS.closeAccount, { confirm: 'guarded@example.org', current: PASSWORD }],
    ];
    for (const [address, body] of bodies) {
      expect((await server.auth(address, body)).code, address).toBe('not-signed-in');
      expect((await server.auth(address, body, { cookie, origin: 'http://evil.example' })).code).toBe(
        'cross-origin',
      );
      expect((await server.auth(address, { ...body, teacherId: 'x' }, { cookie })).code).toBe('bad-request');
    }
    expect((await server.signIn('guarded@example.org', PASSWORD)).code).toBe('ok');
    expect((await server.auth(AUTH_PATHS.changeName, { name: ' 金先生 ' }, { cookie })).code).toBe('ok');
  });
});
