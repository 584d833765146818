import { randomInt } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freshId, newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { batch, WEIGHTS } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import { until } from '@/people/until';
import type { AttachAnswer } from '@/protocol/events';
import { RETURN_CODE_LIFE_MS, type StudentCodeAnswer } from '@/protocol/return-code';
import { ROOM_CODE_ALPHABET } from '@/protocol/room-code';
import type { StudentView } from '@/protocol/views';
import { AccountServer } from './account-server';

/** Students who lost their place, and get it back by the teacher’s hand. */
let server: AccountServer;
beforeAll(async () => {
  server = await AccountServer.start();
});
afterEach(closeTabs);
afterAll(() => server?.remove());

const openConsole = (cookie: string) => server.openConsole(cookie);

describe('a student who lost the place', () => {
  let cookie = '';
  beforeAll(async () => {
    cookie = await server.teacher('returning@example.org');
  });
  const secretOf = () => newCredentials().secret;
  const comeBack = (code: string, returnCode: string, secret = secretOf(), tab = openTab(server.url)) =>
    tab.attach({ code, as: { kind: 'returning', returnCode, secret } });
  const codeFor = async (desk: RecordingTab, studentId: string) =>
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
    const runId = freshId();
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
    expect(await desk.say('student:code', { studentId: freshId() })).toEqual({
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
