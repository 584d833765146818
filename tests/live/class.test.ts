import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import type { ScreenView, StudentView, TeacherView } from '@/protocol/views';
import { hashSecret } from '@/server/live/credentials';
import { makeDataDir, OTHER_TEACHER, type RunningServer, startServer } from './class-server';
import { makeClass, screenTab, teacherHeaders, teacherTab } from './known-teacher';

describe('a class over real sockets', () => {
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

  it('joins, reloads and resumes as the same student', async () => {
    const { code } = await makeClass(server.url);
    const { tab, credentials, id } = await studentTab(server.url, code.toLowerCase(), ' Ａda ');
    tab.close();
    const again = openTab(server.url);
    const answer = mustBeOk(await again.attach({ code, as: { kind: 'student', credentials } }));
    const view = answer.view as StudentView;
    expect(view).toMatchObject({ viewer: 'student', me: { id, nickname: 'Ada', membership: 'in' } });
    expect(answer.telemetry).toBeNull();
    expect(Math.abs(answer.serverTime - Date.now())).toBeLessThan(60_000);
    // A join that is repeated, since its answer was lost, is the same join.
    const repeated = mustBeOk(
      await again.attach({ code, as: { kind: 'newcomer', nickname: 'Ada', credentials } }),
    );
    expect((repeated.view as StudentView).class.studentCount).toBe(1);
  });

  it('I3: tells everybody of each change, and versions only grow', async () => {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    const { tab } = await studentTab(server.url, code, 'Ada');
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    mustBeOk(await teacher.command({ type: 'step:next' }));
    mustBeOk(await teacher.command({ type: 'class:pause' }));
    const seen = await until('paused', () => tab.views.find((view) => view.class.paused));
    expect(seen.class).toMatchObject({ phase: 'live', stepIndex: 1 });
    for (const { views } of [tab, teacher]) {
      const versions = views.map(({ version }) => version);
      expect(versions).toEqual([...versions].sort((a, b) => a - b));
    }
    await until('roster', () => (teacher.views.at(-1) as TeacherView | undefined)?.roster.length === 1);
  });

  it('lets two tabs of a student watch, and lets go of both when the student leaves', async () => {
    const { code } = await makeClass(server.url);
    const { tab, credentials } = await studentTab(server.url, code, 'Ada');
    const second = openTab(server.url);
    mustBeOk(await second.attach({ code, as: { kind: 'student', credentials } }));
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    await until('both see it', () =>
      [tab, second].every(({ views }) => views.some((view) => view.class.phase === 'live')),
    );
    mustBeOk(await tab.command({ type: 'student:leave' }));
    await until('detached', () => tab.detached.length + second.detached.length === 2);
    expect(second.detached).toEqual(['not-attached']);
    expect(await tab.command({ type: 'student:leave' })).toEqual({ ok: false, code: 'not-attached' });
    // Back with the same secret: the same student.
    const back = mustBeOk(await second.attach({ code, as: { kind: 'student', credentials } }));
    expect((back.view as StudentView).me).toMatchObject({ id: credentials.studentId, membership: 'in' });
  });

  it('sends removed and banned students out with the reason, and keeps them out', async () => {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    const ada = await studentTab(server.url, code, 'Ada');
    const ben = await studentTab(server.url, code, 'Ben');
    mustBeOk(await teacher.command({ type: 'student:remove', studentId: ada.id }));
    mustBeOk(await teacher.command({ type: 'student:ban', studentId: ben.id }));
    await until('detached', () => ada.tab.detached.length + ben.tab.detached.length === 2);
    expect([ada.tab.detached, ben.tab.detached]).toEqual([['student-removed'], ['student-banned']]);
    const resume = (credentials: typeof ada.credentials) =>
      openTab(server.url).attach({ code, as: { kind: 'student', credentials } });
    expect(await resume(ada.credentials)).toEqual({ ok: false, code: 'student-removed' });
    expect(await resume(ben.credentials)).toEqual({ ok: false, code: 'student-banned' });
    // The removed one may join anew; the banned one's name stays barred.
    await studentTab(server.url, code, 'Ada');
    const asBen = { kind: 'newcomer', nickname: 'BEN', credentials: newCredentials() } as const;
    expect(await openTab(server.url).attach({ code, as: asBen })).toEqual({
      ok: false,
      code: 'nickname-taken',
    });
  });

  it('lets a student wait where the teacher approves, and tells it when it is in', async () => {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:require-approval', required: true }));
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const { tab, id } = await studentTab(server.url, code, 'Ada');
    expect(await tab.attachRun(newCredentials().studentId)).toEqual({ ok: false, code: 'student-waiting' });
    mustBeOk(await teacher.command({ type: 'student:admit', studentId: id }));
    await until('in', () => tab.views.some((view) => (view as StudentView).me.membership === 'in'));
  });

  it('refuses newcomers while locked and when full, and names that are taken, unfit or empty', async () => {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    const { credentials } = await studentTab(server.url, code, 'Ada');
    const join = (nickname: string) =>
      openTab(server.url).attach({ code, as: { kind: 'newcomer', nickname, credentials: newCredentials() } });
    expect(await join('АDA')).toEqual({ ok: false, code: 'nickname-taken' });
    expect(await join('fuck')).toEqual({ ok: false, code: 'nickname-refused' });
    expect(await join('  ')).toEqual({ ok: false, code: 'nickname-invalid' });
    mustBeOk(await teacher.command({ type: 'class:lock', locked: true }));
    expect(await join('Ben')).toEqual({ ok: false, code: 'class-locked' });
    // Who is in stays in.
    mustBeOk(await openTab(server.url).attach({ code, as: { kind: 'student', credentials } }));
    const entrance = await request(server.url, 'GET', `/api/classes/${code.toLowerCase()}`);
    expect(entrance).toMatchObject({
      status: 200,
      answer: { ok: true, locked: true, full: false, phase: 'lobby' },
    });
    mustBeOk(await teacher.command({ type: 'class:lock', locked: false }));
    const stored = (await server.store.loadClass(id))!;
    expect(
      await server.store.saveClass(stored, { ...stored, version: stored.version + 1, maxStudents: 1 }),
    ).toBe('saved');
    // Somebody else has saved: the next decision is made again, from what is stored.
    expect(await teacher.command({ type: 'class:anonymise', anonymised: true })).toMatchObject({ ok: true });
    expect(await join('Ben')).toEqual({ ok: false, code: 'class-full' });
  });

  it('I4: shows the projector no names unless the teacher says so, and never while anonymised', async () => {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    const screen = await screenTab(server.url, code);
    await studentTab(server.url, code, 'Rumpelstilz');
    await until('a mark', () => (screen.views.at(-1) as ScreenView | undefined)?.marks.length === 1);
    expect(screen.received).not.toContain('Rumpelstilz');
    expect(await screen.command({ type: 'class:begin' })).toEqual({ ok: false, code: 'not-allowed' });
    mustBeOk(await teacher.command({ type: 'class:show-names-on-screen', shown: true }));
    await until('the name', () => screen.received.includes('Rumpelstilz'));
    mustBeOk(await teacher.command({ type: 'class:anonymise', anonymised: true }));
    const last = await until('no name again', () => {
      const view = screen.views.at(-1) as ScreenView;
      return view.marks[0]?.nickname === null && view;
    });
    expect(JSON.stringify(last)).not.toContain('Rumpelstilz');
  });

  it('I2: refuses teachers of other accounts, signed-out ones, and students who would conduct', async () => {
    const { code, id } = await makeClass(server.url);
    const other = openTab(server.url, { extraHeaders: teacherHeaders(OTHER_TEACHER) });
    expect(await other.attach({ code, as: { kind: 'teacher' } })).toEqual({
      ok: false,
      code: 'not-your-class',
    });
    expect(await other.attach({ code, as: { kind: 'screen' } })).toEqual({
      ok: false,
      code: 'not-your-class',
    });
    expect(await other.command({ type: 'class:begin' })).toEqual({ ok: false, code: 'not-attached' });
    const nobody = openTab(server.url);
    expect(await nobody.attach({ code, as: { kind: 'teacher' } })).toEqual({
      ok: false,
      code: 'not-signed-in',
    });
    const { tab } = await studentTab(server.url, code, 'Ada');
    expect(await tab.command({ type: 'class:end' })).toEqual({ ok: false, code: 'not-allowed' });
    const remove = (headers: Record<string, string>) =>
      request(server.url, 'DELETE', `/api/classes/${id}`, { headers });
    expect(await remove(teacherHeaders(OTHER_TEACHER))).toMatchObject({ status: 403 });
    expect(await remove({})).toMatchObject({ status: 401 });
    expect(await remove({ ...teacherHeaders(), origin: 'http://elsewhere.example' })).toMatchObject({
      status: 403,
    });
    expect(await server.store.loadClass(id)).not.toBeNull();
  });

  it('lets go of consoles and screens when the teacher signs out', async () => {
    const { code } = await makeClass(server.url, OTHER_TEACHER);
    const console_ = await teacherTab(server.url, code, OTHER_TEACHER);
    server.auth.revoke(OTHER_TEACHER);
    await until('detached', () => console_.detached.length === 1);
    expect(console_.detached).toEqual(['not-signed-in']);
    expect(await console_.command({ type: 'class:begin' })).toEqual({ ok: false, code: 'not-attached' });
  });

  it('I4: tells nobody whether an id exists, and keeps no secret in any payload', async () => {
    const { code } = await makeClass(server.url);
    const { credentials, tab } = await studentTab(server.url, code, 'Ada');
    const teacher = await teacherTab(server.url, code);
    const wrong = { ...credentials, secret: 'f'.repeat(64) };
    const stranger = openTab(server.url);
    const unknown = { ok: false, code: 'unknown-student' };
    expect(await stranger.attach({ code, as: { kind: 'student', credentials: wrong } })).toEqual(unknown);
    expect(await stranger.attach({ code, as: { kind: 'student', credentials: newCredentials() } })).toEqual(
      unknown,
    );
    expect(
      await stranger.attach({ code, as: { kind: 'newcomer', nickname: 'Ada', credentials: wrong } }),
    ).toEqual({ ok: false, code: 'not-allowed' });
    const everything = tab.received + teacher.received + stranger.received;
    expect(everything).not.toContain(hashSecret(credentials.secret));
    expect(everything).not.toContain(credentials.secret);
  });

  it('deletes a student and a class for good', async () => {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    const ada = await studentTab(server.url, code, 'Ada');
    const ben = await studentTab(server.url, code, 'Ben');
    const headers = teacherHeaders();
    const path = `/api/classes/${id}/students/${ada.id}`;
    expect(await request(server.url, 'DELETE', path, { headers })).toMatchObject({ status: 200 });
    expect(await request(server.url, 'DELETE', path, { headers })).toMatchObject({ status: 404 });
    await until('gone from the roster', () => {
      const view = teacher.views.at(-1) as TeacherView | undefined;
      return view?.roster.length === 1 && view.roster[0]!.nickname === 'Ben';
    });
    await until('detached', () => ada.tab.detached.length === 1);
    expect(ada.tab.detached).toEqual(['unknown-student']);
    expect(await request(server.url, 'DELETE', `/api/classes/${id}`, { headers })).toMatchObject({
      status: 200,
    });
    await until('all detached', () => teacher.detached.length + ben.tab.detached.length === 2);
    expect(await server.store.loadClass(id)).toBeNull();
    expect(await ben.tab.attach({ code, as: { kind: 'student', credentials: ben.credentials } })).toEqual({
      ok: false,
      code: 'unknown-code',
    });
  });
});
