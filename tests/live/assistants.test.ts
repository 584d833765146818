import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { batch } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { type AssistantMade, type AssistantRole, assistantsPath } from '@/protocol/assistants';
import type { Answer } from '@/protocol/refusals';
import type { TeacherView } from '@/protocol/views';
import { hashSecret } from '@/server/live/credentials';
import { makeDataDir, OTHER_TEACHER, type RunningServer, startServer } from './class-server';
import { knownTeacher, makeClass, teacherHeaders, teacherTab } from './known-teacher';

describe('whoever helps to lead, over real sockets', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  beforeAll(async () => {
    data = await makeDataDir();
    server = await startServer(data.dataDir);
  });
  afterEach(closeTabs);
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  const make = (classId: string, role: AssistantRole, headers = teacherHeaders()) =>
    request<Answer<AssistantMade>>(server.url, 'POST', assistantsPath(classId), {
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ name: `the one who may ${role}`, role }),
    });
  const link = async (classId: string, role: AssistantRole) => mustBeOk((await make(classId, role)).answer);
  const revoke = (classId: string, id: string) =>
    request<Answer>(server.url, 'DELETE', `${assistantsPath(classId)}/${id}`, { headers: teacherHeaders() });
  /** Comes by a link, in any browser: no cookie. */
  const come = (code: string, token: string, tab = openTab(server.url)) =>
    tab.attach({ code, as: { kind: 'assistant', token } });
  async function assist(code: string, classId: string, role: AssistantRole): Promise<RecordingTab> {
    const tab = openTab(server.url);
    mustBeOk(await come(code, (await link(classId, role)).token, tab));
    return tab;
  }
  const lastView = (tab: RecordingTab) => tab.views.at(-1) as TeacherView | undefined;

  it('I2: does what the role lets it, and is refused all else by a closed code', async () => {
    const { code, id } = await makeClass(server.url);
    const ada = await studentTab(server.url, code, 'Ada');
    const [watch, help, lead] = [
      await assist(code, id, 'watch'),
      await assist(code, id, 'help'),
      await assist(code, id, 'lead'),
    ];
    const no = { ok: false, code: 'not-allowed' };
    const begin = { type: 'class:begin' } as const;
    const rename = (nickname: string) => ({ type: 'student:rename', studentId: ada.id, nickname }) as const;
    for (const tab of [watch, help]) expect(await tab.command(begin)).toEqual(no);
    mustBeOk(await lead.command(begin));
    expect(await watch.command(rename('Eva'))).toEqual(no);
    mustBeOk(await help.command(rename('Eva')));
    expect(await help.command({ type: 'student:ban', studentId: ada.id })).toEqual(no);
    expect(await watch.say('student:code', { studentId: ada.id })).toEqual(no);
    expect(await help.say('student:code', { studentId: ada.id })).toMatchObject({ ok: true });
    expect(await help.say('pool:clear', {})).toEqual(no);
    const look = { studentId: ada.id, on: true };
    expect(await watch.say('sight:watch', look)).toEqual(no);
    mustBeOk(await help.say<Answer>('sight:watch', look));
    for (const tab of [watch, help, lead])
      await until('the new name', () => lastView(tab)?.roster[0]?.nickname === 'Eva');
    // A console that watches has what consoles have: frames and runs.
    const run = freshId();
    const { epoch } = mustBeOk(await ada.tab.attachRun(run));
    mustBeOk(await ada.tab.append(run, epoch, batch(1)));
    for (const tab of [watch, lead]) {
      await until('a frame', () =>
        tab.frames.some(({ students }) => students.some(({ runId }) => runId === run)),
      );
      expect(mustBeOk(await tab.listRuns(ada.id)).runs).toHaveLength(1);
    }
    // Nobody of them is an owner, over HTTP either.
    for (const tab of [watch, help, lead]) expect(lastView(tab)?.assistants).toBeNull();
    expect((await make(id, 'lead', { cookie: '' })).answer).toMatchObject({ ok: false });
    expect((await make(id, 'lead', teacherHeaders(OTHER_TEACHER))).answer).toEqual({
      ok: false,
      code: 'not-your-class',
    });
  });

  it('is let go at once when the link is taken back, and told so; the owner sees who has come', async () => {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    const { id: linkId, token } = await link(id, 'lead');
    const tab = openTab(server.url);
    mustBeOk(await come(code, token, tab));
    const entry = await until('when it was used', () => {
      const one = lastView(teacher)?.assistants?.[0];
      return one?.lastSeenAt ? one : false;
    });
    expect(entry).toMatchObject({ id: linkId, role: 'lead', name: 'the one who may lead' });
    expect((await server.store.loadClass(id))?.assistants[0]?.tokenHash).toBe(hashSecret(token));
    expect(teacher.received + tab.received).not.toContain(hashSecret(token));
    expect(await revoke(id, linkId)).toMatchObject({ status: 200 });
    await until('let go', () => tab.detached.includes('link-revoked'));
    expect(await tab.command({ type: 'class:begin' })).toEqual({ ok: false, code: 'not-attached' });
    expect(await come(code, token)).toEqual({ ok: false, code: 'unknown-link' });
    expect(await come('ZZZZZZ', token)).toEqual({ ok: false, code: 'unknown-code' });
    expect(await come(code, 'short')).toEqual({ ok: false, code: 'bad-request' });
  });

  it('costs time to guess, and a right link always opens', async () => {
    const own = await makeDataDir();
    const narrow = await startServer(own.dataDir, {
      bounds: {
        guesses: {
          ofAddress: { perSecond: 0, burst: 2 },
          altogether: { perSecond: 1_000, burst: 4_000 },
          delayMs: 0,
          delayOfEachMs: 0,
          waitingOfAddress: 10,
          waiting: 10,
        },
      },
    });
    try {
      const { code, id } = await knownTeacher(narrow.url).createClass('perceptron');
      const { answer } = await request<Answer<AssistantMade>>(narrow.url, 'POST', assistantsPath(id), {
        headers: { 'content-type': 'application/json', ...teacherHeaders() },
        body: JSON.stringify({ name: '', role: 'watch' }),
      });
      const tab = openTab(narrow.url);
      const codes: unknown[] = [];
      for (let guess = 0; guess < 3; guess += 1) codes.push(await come(code, 'x'.repeat(32), tab));
      expect(codes.map((one) => (one as { code: string }).code)).toEqual([
        'unknown-link',
        'unknown-link',
        'rate-limited',
      ]);
      mustBeOk(await come(code, mustBeOk(answer).token, tab));
    } finally {
      await narrow.stop();
      await own.remove();
    }
  });

  it('comes along to the next sitting of a group by the same link, which is then taken back from all', async () => {
    const teacher = knownTeacher(server.url);
    const { id: groupId } = await teacher.makeGroup('7b');
    const first = mustBeOk(await teacher.askForClass({ lessonId: 'perceptron', group: groupId }));
    const { id: linkId, token } = await link(first.id, 'help');
    const tab = openTab(server.url);
    mustBeOk(await come(first.code, token, tab));
    const second = mustBeOk(await teacher.askForClass({ lessonId: 'loss', group: groupId, endOpen: true }));
    await until('led on', () => tab.detached.includes('next-sitting'));
    const { view } = mustBeOk(await come(first.code, token, tab));
    expect(view).toMatchObject({ role: 'help', class: { id: second.id } });
    expect(await revoke(second.id, linkId)).toMatchObject({ status: 200 });
    for (const classId of [first.id, second.id])
      expect((await server.store.loadClass(classId))?.assistants).toEqual([]);
  });

  it('stands beside a teacher who goes on from another computer when the first one has died', async () => {
    const { code, id } = await makeClass(server.url);
    const first = await teacherTab(server.url, code);
    const phone = await assist(code, id, 'lead');
    const { tab: ada } = await studentTab(server.url, code, 'Ada');
    mustBeOk(await first.command({ type: 'class:begin' }));
    // Dead: it says nothing any more, not even that it goes, and the server still takes it for attached.
    const second = openTab(server.url, { extraHeaders: teacherHeaders() });
    const { view } = mustBeOk(await second.attach({ code, as: { kind: 'teacher' } }));
    expect(view).toMatchObject({ role: 'owner', class: { phase: 'live' }, roster: [{ nickname: 'Ada' }] });
    mustBeOk(await second.command({ type: 'step:next' }));
    mustBeOk(await phone.command({ type: 'class:pause' }));
    await until(
      'led by both',
      () => ada.views.at(-1)?.class.paused && ada.views.at(-1)?.class.stepIndex === 1,
    );
    // It comes back to life, and both are consoles of one class.
    const again = await teacherTab(server.url, code);
    mustBeOk(await again.command({ type: 'class:resume' }));
    await until('both see it', () => [again, second].every((tab) => lastView(tab)?.class.paused === false));
  });
});
