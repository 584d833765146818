import { randomInt } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { AUTH_PATHS } from '@/protocol/auth';
import type { AttachAnswer } from '@/protocol/events';
import { type ClassOwners, ownersPath } from '@/protocol/owners';
import type { Answer } from '@/protocol/refusals';
import { RETURN_CODE_LIFE_MS, type StudentCodeAnswer } from '@/protocol/return-code';
import { ROOM_CODE_ALPHABET } from '@/protocol/room-code';
import type { StudentView } from '@/protocol/views';
import { RESET_LIFE_MS } from '@/server/auth/password-reset';
import { readEnv } from '@/server/env';
import { openDatabase } from '@/server/store/database';
import {
  batch,
  closeTabs,
  mustBeOk,
  newCredentials,
  newId,
  openTab,
  request,
  studentTab,
  submit,
  type Tab,
  until,
  WEIGHTS,
} from '../live/people';
import { AccountServer, operator, PASSWORD } from './account-server';

let server: AccountServer;
beforeAll(async () => {
  server = await AccountServer.start();
});
afterEach(closeTabs);
afterAll(() => server?.remove());

const CHOSEN = 'staple lighthouse anew';
const resetBy = (token: string, password = CHOSEN) =>
  server.auth(AUTH_PATHS.resetPassword, { token, password });

/** A class of this teacher, and a console that is open on it. */
async function openConsole(cookie: string) {
  const response = await fetch(`${server.url}/api/classes`, {
    method: 'POST',
    headers: { origin: server.url, cookie },
    body: JSON.stringify({ lessonId: 'handwritten-digits' }),
  });
  const { id, code } = (await response.json()) as { id: string; code: string };
  const tab = openTab(server.url, { extraHeaders: { cookie } });
  mustBeOk(await tab.attach({ code, as: { kind: 'teacher' } }));
  return { id, code, tab };
}

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
  }, 180_000);
});

describe('a teacher changes the own account', () => {
  test('password: the current one is asked for, others are signed out, this browser stays', async () => {
    const here = await server.teacher('changing@example.org');
    const elsewhere = (await server.signIn('changing@example.org', PASSWORD)).cookie;
    const { tab } = await openConsole(elsewhere);
    const own = await openConsole(here);
    const ask = (body: object) => server.auth(AUTH_PATHS.changePassword, body, { cookie: here });
    expect((await ask({ current: 'not it at all', password: CHOSEN })).code).toBe('wrong-password');
    expect((await ask({ current: PASSWORD, password: 'short' })).code).toBe('password-too-short');
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

describe('a second owner', () => {
  const ask = async <Reply = Answer<ClassOwners>>(
    method: string,
    path: string,
    cookie: string,
    body?: object,
  ) =>
    (
      await request<Reply>(server.url, method, path, {
        headers: { cookie },
        ...(body && { body: JSON.stringify(body) }),
      })
    ).answer;
  const made = async (name: string) => {
    const [ann, ben] = [
      await server.teacher(`ann-${name}@example.org`),
      await server.teacher(`ben-${name}@example.org`),
    ];
    return { ann, ben, benEmail: `ben-${name}@example.org`, ...(await openConsole(ann)) };
  };
  const console = (code: string, cookie: string, kind: 'teacher' | 'screen' = 'teacher') => {
    const tab = openTab(server.url, { extraHeaders: { cookie } });
    return tab.attach({ code, as: { kind } }).then((answer) => ({ tab, answer }));
  };

  test('holds the class like the first: console, projector, export, deletion; nobody could before', async () => {
    const { id, code, ann, ben, benEmail, tab: desk } = await made('holds');
    expect((await console(code, ben)).answer).toEqual({ ok: false, code: 'not-your-class' });
    expect(await ask('GET', ownersPath(id), ben)).toEqual({ ok: false, code: 'not-your-class' });
    expect(await ask('POST', ownersPath(id), ben, { email: benEmail })).toEqual({
      ok: false,
      code: 'not-your-class',
    });
    const added = mustBeOk(await ask('POST', ownersPath(id), ann, { email: ` ${benEmail.toUpperCase()} ` }));
    expect(added.owners.map(({ email, you }) => [email, you])).toEqual([
      ['ann-holds@example.org', true],
      [benEmail, false],
    ]);
    // Of an account nothing but what was typed is told.
    expect(JSON.stringify(added)).not.toContain('Kim');
    const second = await console(code, ben);
    mustBeOk(second.answer);
    mustBeOk((await console(code, ben, 'screen')).answer);
    mustBeOk(await second.tab.command({ type: 'class:begin' }));
    mustBeOk(await desk.command({ type: 'step:next' }));
    await server.stop();
    await server.run();
    // After a restart, from the database.
    mustBeOk((await console(code, ben)).answer);
    mustBeOk(await ask<Answer>('DELETE', `/api/classes/${id}`, ben));
    expect((await console(code, ann)).answer).toEqual({ ok: false, code: 'unknown-code' });
  });

  test('takes over when the first leaves; who was taken away is let go at once', async () => {
    const { id, code, ann, ben, benEmail, tab: desk } = await made('leaves');
    const { owners } = mustBeOk(await ask('POST', ownersPath(id), ann, { email: benEmail }));
    const [first, other] = owners;
    mustBeOk(await ask<Answer>('DELETE', `${ownersPath(id)}/${first!.id}`, ann));
    await until('the console is closed', () => desk.detached.includes('not-your-class'));
    expect(await ask('GET', ownersPath(id), ann)).toEqual({ ok: false, code: 'not-your-class' });
    mustBeOk((await console(code, ben)).answer);
    expect(await ask<Answer>('DELETE', `${ownersPath(id)}/${other!.id}`, ben)).toEqual({
      ok: false,
      code: 'last-owner',
    });
  });

  test('keeps the class when the first closes the account; what nobody shares goes', async () => {
    const { id, code, ann, ben, benEmail } = await made('closes');
    const alone = await openConsole(ann);
    mustBeOk(await ask('POST', ownersPath(id), ann, { email: benEmail }));
    const closing = { current: PASSWORD, confirm: 'ann-closes@example.org' };
    expect((await server.auth(AUTH_PATHS.closeAccount, closing, { cookie: ann })).code).toBe('ok');
    mustBeOk((await console(code, ben)).answer);
    expect(mustBeOk(await ask('GET', ownersPath(id), ben)).owners.map(({ email }) => email)).toEqual([
      benEmail,
    ]);
    expect((await console(alone.code, ben)).answer).toEqual({ ok: false, code: 'unknown-code' });
  });

  test('is found by an email that has an account, and by no list of guesses; not from another page', async () => {
    const { id, ann, benEmail } = await made('guess');
    const add = (email: string) => ask('POST', ownersPath(id), ann, { email });
    expect(await add('nobody-at-all@example.org')).toEqual({ ok: false, code: 'unknown-teacher' });
    expect(await add('no email')).toEqual({ ok: false, code: 'unknown-teacher' });
    const evil = await request<Answer>(server.url, 'POST', ownersPath(id), {
      headers: { cookie: ann, origin: 'http://evil.example' },
      body: JSON.stringify({ email: benEmail }),
    });
    expect(evil.answer).toEqual({ ok: false, code: 'not-allowed' });
    const codes = [];
    for (let guess = 0; guess < 25; guess += 1) codes.push(await add(`guess-${guess}@example.org`));
    expect(codes.at(-1)).toEqual({ ok: false, code: 'rate-limited' });
  });
});

describe('a student who lost the place', () => {
  let cookie = '';
  beforeAll(async () => {
    cookie = await server.teacher('returning@example.org');
  });
  const secretOf = () => newCredentials().secret;
  const comeBack = (code: string, returnCode: string, secret = secretOf(), tab = openTab(server.url)) =>
    tab.attach({ code, as: { kind: 'returning', returnCode, secret } });
  const codeFor = async (desk: Tab, studentId: string) =>
    mustBeOk(await desk.say<StudentCodeAnswer>('student:code', { studentId })).returnCode;
  const viewOf = (answer: AttachAnswer) => mustBeOk(answer).view as StudentView;

  async function classWithAda() {
    const { id, code, tab: desk } = await openConsole(cookie);
    mustBeOk(await desk.command({ type: 'class:begin' }));
    const ada = await studentTab(server.url, code, 'Ada');
    return { id, code, desk, ada };
  }

  test('is the same student again by the teacher’s code: name, mark, runs and guesses', async () => {
    const { code, desk, ada } = await classWithAda();
    const before = viewOf(
      await ada.tab.attach({ code, as: { kind: 'student', credentials: ada.credentials } }),
    );
    const runId = newId();
    const { epoch } = mustBeOk(await ada.tab.attachRun(runId));
    mustBeOk(await ada.tab.append(runId, epoch, batch(1)));

    const returnCode = await codeFor(desk, ada.id);
    expect(returnCode).toMatch(/^[A-HJKMNP-Z2-9]{8}$/);
    const secret = secretOf();
    const phone = openTab(server.url);
    // As a person types it.
    const typed = ` ${returnCode.slice(0, 4).toLowerCase()}-${returnCode.slice(4)}`;
    const view = viewOf(await comeBack(code, typed, secret, phone));
    expect(view.me).toEqual(before.me);
    expect(mustBeOk(await phone.listRuns(null)).runs.map(({ id }) => id)).toEqual([runId]);
    mustBeOk(await phone.attachRun(runId));

    // The old device is let go, and its secret is worth nothing, here and over HTTP.
    await until('the old device is let go', () => ada.tab.detached.includes('place-moved'));
    const old = await openTab(server.url).attach({
      code,
      as: { kind: 'student', credentials: ada.credentials },
    });
    expect(old).toEqual({ ok: false, code: 'unknown-student' });
    const { answer } = await submit(server.url, code, runId, ada.credentials, new Float32Array(WEIGHTS));
    expect(answer.ok).toBe(false);
    const again = { studentId: ada.id, secret };
    expect(
      viewOf(await openTab(server.url).attach({ code, as: { kind: 'student', credentials: again } })).me.id,
    ).toBe(ada.id);
  });

  test('uses a code once; the same device may repeat what it has not heard answered', async () => {
    const { code, desk, ada } = await classWithAda();
    const returnCode = await codeFor(desk, ada.id);
    const secret = secretOf();
    mustBeOk(await comeBack(code, returnCode, secret));
    mustBeOk(await comeBack(code, returnCode, secret));
    expect(await comeBack(code, returnCode)).toEqual({ ok: false, code: 'return-code-wrong' });
    const raced = await codeFor(desk, ada.id);
    const answers = await Promise.all(Array.from({ length: 5 }, () => comeBack(code, raced)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('cannot use a void, an old, a wrong or another class’s code', async () => {
    const { code, desk, ada } = await classWithAda();
    const other = await classWithAda();
    const [voided, valid] = [await codeFor(desk, ada.id), await codeFor(desk, ada.id)];
    const elsewhere = await codeFor(other.desk, other.ada.id);
    for (const wrong of [
      voided,
      elsewhere,
      '',
      'AAAAAAAA',
      valid.slice(1),
      `${valid}A`,
      ada.id,
      '％％％％％％％％',
    ])
      expect(await comeBack(code, wrong), wrong).toEqual({ ok: false, code: 'return-code-wrong' });
    expect(await comeBack('AAAAAA', valid)).toEqual({ ok: false, code: 'unknown-code' });
    expect(ada.tab.detached).toEqual([]);
    server.ahead += RETURN_CODE_LIFE_MS + 1;
    expect(await comeBack(code, valid)).toEqual({ ok: false, code: 'return-code-wrong' });
    mustBeOk(await comeBack(code, await codeFor(desk, ada.id)));
  });

  test('is let in where the room is locked, approval is asked for, or the class is over', async () => {
    const { code, desk, ada } = await classWithAda();
    mustBeOk(await ada.tab.command({ type: 'student:leave' }));
    mustBeOk(await desk.command({ type: 'class:lock', locked: true }));
    mustBeOk(await desk.command({ type: 'class:require-approval', required: true }));
    expect(viewOf(await comeBack(code, await codeFor(desk, ada.id))).me.membership).toBe('in');
    mustBeOk(await desk.command({ type: 'class:end' }));
    expect(viewOf(await comeBack(code, await codeFor(desk, ada.id))).class.phase).toBe('ended');
  });

  test('is not let in once removed or banned, and a code given before is void then', async () => {
    const { code, desk, ada } = await classWithAda();
    const returnCode = await codeFor(desk, ada.id);
    mustBeOk(await desk.command({ type: 'student:remove', studentId: ada.id }));
    expect(await comeBack(code, returnCode)).toEqual({ ok: false, code: 'student-removed' });
    const ask = () => desk.say<StudentCodeAnswer>('student:code', { studentId: ada.id });
    expect(await ask()).toEqual({ ok: false, code: 'student-removed' });
    mustBeOk(await desk.command({ type: 'student:ban', studentId: ada.id }));
    expect(await ask()).toEqual({ ok: false, code: 'student-banned' });
    expect(await comeBack(code, returnCode)).toEqual({ ok: false, code: 'student-banned' });
  });

  test('is found by nobody who guesses, and is not behind those who do', async () => {
    const { code, desk, ada } = await classWithAda();
    const returnCode = await codeFor(desk, ada.id);
    const codes = new Set<string>();
    // From one address, over many sockets, since one may attach only so often.
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        const tab = openTab(server.url);
        for (let guess = 0; guess < 15; guess += 1) {
          const tried = Array.from({ length: 8 }, () => ROOM_CODE_ALPHABET[randomInt(31)]).join('');
          const answer = await comeBack(code, tried, secretOf(), tab);
          if (!answer.ok) codes.add(answer.code);
        }
      }),
    );
    expect([...codes].sort()).toEqual(['rate-limited', 'return-code-wrong']);
    expect(ada.tab.detached).toEqual([]);
    expect(viewOf(await comeBack(code, returnCode)).me.nickname).toBe('Ada');
  });

  test('has a code that only the teacher of the class is given, and that no view and no log tells', async () => {
    const { code, desk, ada } = await classWithAda();
    const ben = await studentTab(server.url, code, 'Ben');
    const screen = openTab(server.url, { extraHeaders: { cookie } });
    mustBeOk(await screen.attach({ code, as: { kind: 'screen' } }));
    for (const { tab } of [ada, ben, { tab: screen }])
      expect(await tab.say('student:code', { studentId: ada.id })).toEqual({
        ok: false,
        code: 'not-allowed',
      });
    expect(await desk.say('student:code', { studentId: newId() })).toEqual({
      ok: false,
      code: 'unknown-student',
    });
    const returnCode = await codeFor(desk, ada.id);
    mustBeOk(await desk.command({ type: 'step:next' }));
    await until('views', () => ben.tab.views.some(({ class: { stepIndex } }) => stepIndex === 1));
    for (const { tab } of [ada, ben, { tab: screen }]) expect(tab.received).not.toContain(returnCode);
    expect(server.logged.join('')).not.toContain(returnCode);
  });
});

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';
