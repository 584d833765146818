import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findLesson } from '@/lessons/registry';
import { newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { bookmarksPath } from '@/protocol/marked-moment';
import type { StudentView, TeacherView } from '@/protocol/views';
import { makeDataDir, OTHER_TEACHER, type RunningServer, startServer } from './class-server';
import { knownTeacher, makeClass, teacherHeaders, teacherTab } from './known-teacher';

describe('keeping order, over real sockets', () => {
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

  it.each(['remove', 'ban'] as const)(
    'lets a student come back by the same browser when a %s is taken back',
    async (what) => {
      const { code } = await makeClass(server.url);
      const teacher = await teacherTab(server.url, code);
      const { tab, credentials, id } = await studentTab(server.url, code, 'Ada');
      const refused = what === 'ban' ? 'student-banned' : 'student-removed';
      mustBeOk(await teacher.command({ type: `student:${what}`, studentId: id }));
      await until('let go', () => tab.detached.includes(refused));
      const asSame = () => openTab(server.url).attach({ code, as: { kind: 'student', credentials } });
      expect(await asSame()).toEqual({ ok: false, code: refused });
      mustBeOk(await teacher.command({ type: 'class:lock', locked: true }));
      mustBeOk(await teacher.command({ type: 'student:forgive', studentId: id }));
      // The lock is for others.
      const newcomer = { kind: 'newcomer', nickname: 'Ben', credentials: newCredentials() } as const;
      expect(await openTab(server.url).attach({ code, as: newcomer })).toEqual({
        ok: false,
        code: 'class-locked',
      });
      const { view } = mustBeOk(await asSame());
      expect((view as StudentView).me).toMatchObject({ id, nickname: 'Ada', membership: 'in' });
    },
  );

  it('holds a dry run as a class of its own, which nothing of is a group’s', async () => {
    const teacher = knownTeacher(server.url);
    const { id: group } = await teacher.makeGroup('7b');
    expect(await teacher.askForClass({ lessonId: 'loss', group, dryRun: true })).toEqual({
      ok: false,
      code: 'bad-request',
    });
    const made = mustBeOk(await teacher.askForClass({ lessonId: 'loss', dryRun: true }));
    const console = await teacherTab(server.url, made.code);
    await studentTab(server.url, made.code, 'Ada');
    await expect
      .poll(() => console.views.at(-1)?.class)
      .toMatchObject({ dryRun: true, groupId: null, studentCount: 1 });
    expect((await server.store.loadClass(made.id))?.dryRun).toBe(true);
    expect(await server.store.listSittings(group)).toEqual([]);
  });

  it('marks moments that the review notes and removes, for owners alone', async () => {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    const { tab } = await studentTab(server.url, code, 'Ada');
    const bookmarkId = 'ab'.repeat(16);
    const add = { type: 'bookmark:add', bookmarkId, note: '' } as const;
    expect(await teacher.command(add)).toEqual({ ok: false, code: 'wrong-phase' });
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    expect(await tab.command(add)).toEqual({ ok: false, code: 'not-allowed' });
    mustBeOk(await teacher.command(add));
    mustBeOk(await teacher.command(add));
    const path = `/api/classes/${id}/bookmarks/${bookmarkId}`;
    const ask = (method: string, headers: Record<string, string>, body?: object) =>
      request(server.url, method, path, {
        headers: { 'content-type': 'application/json', ...headers },
        ...(body && { body: JSON.stringify(body) }),
      });
    const note = { note: 'here XOR clicked' };
    expect(await ask('PATCH', teacherHeaders(OTHER_TEACHER), note)).toMatchObject({
      answer: { code: 'not-your-class' },
    });
    expect(await ask('PATCH', {}, note)).toMatchObject({ answer: { ok: false } });
    expect(await ask('PATCH', teacherHeaders(), { note: 'x'.repeat(201) })).toMatchObject({
      answer: { code: 'bad-request' },
    });
    expect(await ask('PATCH', teacherHeaders(), note)).toMatchObject({ status: 200 });
    const marked = await until('the note', () => {
      const view = teacher.views.at(-1) as TeacherView | undefined;
      return view?.bookmarks[0]?.note === note.note && view.bookmarks;
    });
    expect(marked).toHaveLength(1);
    expect((await server.store.loadClass(id))?.bookmarks).toEqual(marked);
    expect(tab.received).not.toContain(note.note);
    expect(await ask('DELETE', teacherHeaders())).toMatchObject({ status: 200 });
    expect((await server.store.loadClass(id))?.bookmarks).toEqual([]);
    // Afterwards at any moment of it, with the step at which it was then.
    mustBeOk(await teacher.command({ type: 'step:next' }));
    mustBeOk(await teacher.command({ type: 'class:end' }));
    const { startedAt, endedAt } = (await server.store.loadClass(id))!;
    const mark = (at: number, headers = teacherHeaders()) =>
      request(server.url, 'POST', bookmarksPath(id), {
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ id: bookmarkId, at, note: 'later' }),
      });
    expect(await mark(startedAt!, teacherHeaders(OTHER_TEACHER))).toMatchObject({
      answer: { code: 'not-your-class' },
    });
    expect(await mark(endedAt! + 1)).toMatchObject({ answer: { code: 'bad-request' } });
    expect(await mark(endedAt!)).toMatchObject({ status: 201 });
    const steps = findLesson('handwritten-digits')!.steps;
    expect((await server.store.loadClass(id))?.bookmarks).toEqual([
      { id: bookmarkId, at: endedAt, stepId: steps[1]!.id, note: 'later' },
    ]);
  });
});
