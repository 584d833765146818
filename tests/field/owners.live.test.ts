import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { Teacher } from '@/people/teacher';
import { until } from '@/people/until';
import { AUTH_PATHS } from '@/protocol/auth';
import { groupOwnersPath } from '@/protocol/groups';
import { type ClassOwners, ownersPath } from '@/protocol/owners';
import type { Answer } from '@/protocol/refusals';
import { AccountServer, PASSWORD } from './account-server';

/** Classes and groups of several teachers. */
let server: AccountServer;
beforeAll(async () => {
  server = await AccountServer.start();
});
afterEach(closeTabs);
afterAll(() => server?.remove());

const openConsole = (cookie: string) => server.openConsole(cookie);

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

describe('a second owner of a group', () => {
  const emails = (told: Answer<ClassOwners>) => mustBeOk(told).owners.map(({ email }) => email);
  const held = async (name: string) => {
    const [annEmail, benEmail] = [`ann-${name}@example.org`, `ben-${name}@example.org`];
    const ann = new Teacher(server.url, await server.teacher(annEmail));
    const ben = new Teacher(server.url, await server.teacher(benEmail));
    const group = await ann.makeGroup(name);
    const sit = async (teacher = ann) =>
      mustBeOk(await teacher.askForClass({ lessonId: 'loss', group: group.id, endOpen: true }));
    return { ann, ben, annEmail, benEmail, group, sit, owners: groupOwnersPath(group.id) };
  };

  test('leads its lessons, those that were and those that come, until that is taken away', async () => {
    const { ann, ben, annEmail, benEmail, group, sit, owners } = await held('leads');
    const first = await sit();
    expect(await ben.ask('GET', owners)).toEqual({ ok: false, code: 'not-your-group' });
    expect(emails(await ann.ask('POST', owners, { email: benEmail }))).toEqual([annEmail, benEmail]);
    expect(emails(await ben.ask('GET', ownersPath(first.id)))).toEqual([annEmail, benEmail]);
    const second = await sit(ben);
    expect(emails(await ann.ask('GET', ownersPath(second.id)))).toEqual([annEmail, benEmail]);
    const tab = openTab(server.url, { extraHeaders: { cookie: ben.cookie } });
    mustBeOk(await tab.attach({ code: group.code, as: { kind: 'teacher' } }));
    const benId = mustBeOk(await ann.ask<Answer<ClassOwners>>('GET', owners)).owners[1]!.id;
    mustBeOk(await ann.ask<Answer>('DELETE', `${owners}/${benId}`));
    await until('the console is closed', () => tab.detached.includes('not-your-class'));
    for (const { id } of [first, second])
      expect(await ben.ask('GET', ownersPath(id))).toEqual({ ok: false, code: 'not-your-class' });
    expect(await ann.ask('DELETE', `${owners}/nobody`)).toEqual({ ok: true });
    const annId = mustBeOk(await ann.ask<Answer<ClassOwners>>('GET', owners)).owners[0]!.id;
    expect(await ann.ask('DELETE', `${owners}/${annId}`)).toEqual({ ok: false, code: 'last-owner' });
  });

  test('keeps the group when the first closes the account; what nobody shares goes', async () => {
    const { ann, ben, annEmail, benEmail, group, sit, owners } = await held('keeps');
    const shared = await sit();
    emails(await ann.ask('POST', owners, { email: benEmail }));
    const alone = await ann.makeGroup('alone');
    const alones = mustBeOk(await ann.askForClass({ lessonId: 'loss', group: alone.id }));
    // Somebody stands in for one lesson of a group that nobody shares.
    emails(await ann.ask('POST', ownersPath(alones.id), { email: benEmail }));
    const body = { confirm: annEmail, current: PASSWORD };
    expect((await server.auth(AUTH_PATHS.closeAccount, body, { cookie: ann.cookie })).status).toBe(200);
    expect(emails(await ben.ask('GET', owners))).toEqual([benEmail]);
    expect(emails(await ben.ask('GET', ownersPath(shared.id)))).toEqual([benEmail]);
    mustBeOk(await ben.askForClass({ lessonId: 'loss', group: group.id, endOpen: true }));
    expect(await ben.askForClass({ lessonId: 'loss', group: alone.id })).toEqual({
      ok: false,
      code: 'not-your-group',
    });
    // That lesson goes on as a class of its own.
    const desk = await ben.conduct(alones.code);
    mustBeOk(await desk.command({ type: 'class:begin' }));
    desk.close();
  });
});
