import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { batch } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { migrationsFolder } from '@/prisma/model-files';
import type { AttachInput, Credentials } from '@/protocol/attach';
import { groupOwnersPath, groupPath, groupStudentPath } from '@/protocol/groups';
import { ownPageLinkPath } from '@/protocol/own-page';
import type { Answer } from '@/protocol/refusals';
import type { StudentView, TeacherView, View } from '@/protocol/views';
import { authSecret } from '@/server/env';
import { readOwnPageToken } from '@/server/own-page-token';
import { migrateDatabase } from '@/server/store/migrate';
import { LESSON, makeDataDir, OTHER_TEACHER, type RunningServer, startServer, TEACHER } from './class-server';
import { knownTeacher, screenTab, teacherTab } from './known-teacher';

const WEEK = 7 * 24 * 3_600_000;
const CLASS_OWN = 'loss';

describe('groups over real sockets', () => {
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

  const teacher = (id = TEACHER) => knownTeacher(server.url, id);
  const sit = async (group: string, lessonId = LESSON, more: object = {}) =>
    mustBeOk(await teacher().askForClass({ lessonId, group, ...more }));
  const entrance = async (code: string) =>
    (await request<Answer<{ lessonId: string }>>(server.url, 'GET', `/api/classes/${code}`)).answer;
  const end = async (tab: RecordingTab) => mustBeOk(await tab.command({ type: 'class:end' }));
  const attach = async (payload: AttachInput): Promise<View> =>
    mustBeOk(await openTab(server.url).attach(payload)).view;
  /** As the product's pages do: who is sent to the next sitting asks by the same code. */
  const follow = async (tab: RecordingTab, payload: AttachInput): Promise<View> => {
    await until('sent on', () => tab.detached.at(-1) === 'next-sitting');
    return mustBeOk(await tab.attach(payload)).view;
  };
  const membersOf = (view: View) =>
    Object.fromEntries(
      (view as TeacherView).roster.map(({ nickname, membership }) => [nickname, membership]),
    );

  it('lead everybody who is there to the next sitting by the same code, and let in who was away', async () => {
    const group = await teacher().makeGroup(' 7b,  computing ');
    expect(await entrance(group.code)).toEqual({ ok: false, code: 'room-closed' });
    const stranger = { kind: 'newcomer', nickname: 'Eve', credentials: newCredentials() } as const;
    expect(await openTab(server.url).attach({ code: group.code, as: stranger })).toEqual({
      ok: false,
      code: 'room-closed',
    });
    const first = await sit(group.id);
    expect(first.code).toBe(group.code);
    const desk = await teacherTab(server.url, group.code);
    const wall = await screenTab(server.url, group.code);
    const ada = await studentTab(server.url, group.code, 'Ada');
    const ben = await studentTab(server.url, group.code, 'Ben');
    ben.tab.close();
    expect(await teacher().askForClass({ lessonId: CLASS_OWN, group: group.id })).toEqual({
      ok: false,
      code: 'sitting-open',
    });
    await end(desk);
    expect(await entrance(group.code)).toEqual({ ok: false, code: 'room-closed' });

    const second = await sit(group.id, CLASS_OWN);
    expect(second.code).toBe(group.code);
    expect(second.id).not.toBe(first.id);
    const asAda = { kind: 'student', credentials: ada.credentials } as const;
    const view = (await follow(ada.tab, { code: group.code, as: asAda })) as StudentView;
    expect(view).toMatchObject({
      class: { id: second.id, groupId: group.id, lessonId: CLASS_OWN, phase: 'lobby', studentCount: 1 },
      me: {
        nickname: 'Ada',
        membership: 'in',
        mark: (ada.tab.views[0] as StudentView | undefined)?.me.mark ?? {},
      },
    });
    const console = await follow(desk, { code: group.code, as: { kind: 'teacher' } });
    expect(membersOf(console)).toEqual({ Ada: 'in', Ben: 'absent' });
    expect((await follow(wall, { code: group.code, as: { kind: 'screen' } })).class.id).toBe(second.id);
    // Who was away comes by the same link, with what the browser kept.
    const asBen = { kind: 'student', credentials: ben.credentials } as const;
    expect((await attach({ code: group.code, as: asBen })).class.id).toBe(second.id);
    await until('Ben is in', () => {
      const seen = desk.views.at(-1);
      return seen && membersOf(seen).Ben === 'in';
    });
    expect(await entrance(group.code)).toMatchObject({ ok: true, lessonId: CLASS_OWN });
  });

  it('end a sitting that was left open only when asked to', async () => {
    const group = await teacher().makeGroup('8a');
    const first = await sit(group.id);
    const second = await sit(group.id, CLASS_OWN, { endOpen: true });
    expect((await server.store.loadClass(first.id))?.phase).toBe('ended');
    expect((await server.store.findClassByCode(group.code))?.id).toBe(second.id);
    const many = await Promise.all(
      Array.from({ length: 4 }, () => teacher().askForClass({ lessonId: LESSON, group: group.id })),
    );
    expect(many.map((answer) => (answer.ok ? 'ok' : answer.code))).toEqual(Array(4).fill('sitting-open'));
  });

  it('are their owners’ alone, who may share them', async () => {
    const group = await teacher().makeGroup('8b');
    const stranger = teacher(OTHER_TEACHER);
    const refused = { ok: false, code: 'not-your-group' };
    const { id } = group;
    expect(await stranger.askForClass({ lessonId: LESSON, group: id })).toEqual(refused);
    expect(await stranger.changeGroup(id, { name: 'mine' })).toEqual(refused);
    expect(await stranger.ask('DELETE', groupPath(id))).toEqual(refused);
    expect(await stranger.ask('GET', groupOwnersPath(id))).toEqual(refused);
    expect(await stranger.ask('DELETE', groupStudentPath(id, 'a'.repeat(32)))).toEqual(refused);
    expect(await knownTeacher(server.url, 'nobody-here').ask('POST', '/api/groups', {})).toMatchObject({
      code: 'bad-request',
    });
    expect(mustBeOk(await teacher().changeGroup(id, { name: '8c' }))).toEqual({ ok: true });
    expect((await server.store.loadGroup(id))?.name).toBe('8c');
    for (const name of ['', '  ', 'x'.repeat(41)])
      expect(await teacher().changeGroup(id, { name })).toEqual({ ok: false, code: 'bad-request' });
    mustBeOk(await teacher().changeGroup(id, { archived: true }));
    expect(await teacher().askForClass({ lessonId: LESSON, group: id })).toEqual({
      ok: false,
      code: 'group-archived',
    });
    mustBeOk(await teacher().changeGroup(id, { archived: false }));
    await sit(id);
  });

  it('take what a device that was offline still has of the sitting before, and nothing for another', async () => {
    const group = await teacher().makeGroup('9a');
    const first = await sit(group.id);
    const desk = await teacherTab(server.url, group.code);
    const ada = await studentTab(server.url, group.code, 'Ada');
    mustBeOk(await desk.command({ type: 'class:begin' }));
    const runId = newCredentials().studentId;
    const { epoch } = mustBeOk(await ada.tab.attachRun(runId, { classId: first.id }));
    mustBeOk(await ada.tab.append(runId, epoch, batch(1)));
    await end(desk);
    await sit(group.id);
    await follow(ada.tab, { code: group.code, as: { kind: 'student', credentials: ada.credentials } });
    const again = mustBeOk(await ada.tab.attachRun(runId, { classId: first.id }));
    expect(again.highWater).toBe(1);
    mustBeOk(
      await ada.tab.say<Answer>('run:append', {
        ...{ runId, epoch: again.epoch, classId: first.id },
        batch: batch(2, 'finished'),
      }),
    );
    // Begun offline, and never heard of before.
    const offline = newCredentials().studentId;
    mustBeOk(await ada.tab.attachRun(offline, { classId: first.id }));
    const stored = await server.store.readRun(runId);
    expect([stored?.classId, stored?.run.state]).toEqual([first.id, 'finished']);
    expect((await server.store.readRun(offline))?.classId).toBe(first.id);
    const elsewhere = await teacher().createClass(LESSON);
    for (const classId of [elsewhere.id, 'f'.repeat(32)])
      expect(await ada.tab.attachRun(newCredentials().studentId, { classId })).toEqual({
        ok: false,
        code: 'unknown-run',
      });
    server.clock.ahead += 11 * 60_000;
    expect(await ada.tab.attachRun(newCredentials().studentId, { classId: first.id })).toEqual({
      ok: false,
      code: 'class-ended',
    });
  });

  it('give each student a link to an own page, and nobody else', async () => {
    const group = await teacher().makeGroup('9c');
    await sit(group.id);
    const ada = await studentTab(server.url, group.code, 'Ada');
    const linkOf = async ({ studentId, secret }: Credentials) =>
      (
        await request<Answer<{ token: string }>>(server.url, 'GET', ownPageLinkPath(group.code), {
          headers: { authorization: `Student ${studentId}.${secret}` },
        })
      ).answer;
    const { token } = mustBeOk(await linkOf(ada.credentials));
    expect(readOwnPageToken(authSecret(server.env), token)).toEqual({ roomId: group.id, studentId: ada.id });
    expect(await linkOf({ ...ada.credentials, secret: '0'.repeat(64) })).toMatchObject({
      code: 'unknown-student',
    });
    // The same in the next sitting, and for as long as the student is of the group.
    await sit(group.id, CLASS_OWN, { endOpen: true });
    expect(mustBeOk(await linkOf(ada.credentials)).token).toBe(token);
    const desk = await teacherTab(server.url, group.code);
    mustBeOk(await desk.command({ type: 'student:remove', studentId: ada.id }));
    expect(await linkOf(ada.credentials)).toEqual({ ok: false, code: 'student-removed' });
  });

  it('are removed with all of their sittings, and a student in all of them', async () => {
    const group = await teacher().makeGroup('9b');
    const first = await sit(group.id);
    const ada = await studentTab(server.url, group.code, 'Ada');
    const second = await sit(group.id, CLASS_OWN, { endOpen: true });
    mustBeOk(await teacher().ask<Answer>('DELETE', groupStudentPath(group.id, ada.id)));
    for (const { id } of [first, second]) expect((await server.store.loadClass(id))?.students).toEqual({});
    expect(
      await openTab(server.url).attach({
        code: group.code,
        as: { kind: 'student', credentials: ada.credentials },
      }),
    ).toEqual({ ok: false, code: 'unknown-student' });
    mustBeOk(await teacher().ask<Answer>('DELETE', groupPath(group.id)));
    expect(await server.store.loadGroup(group.id)).toBeNull();
    for (const { id } of [first, second]) expect(await server.store.loadClass(id)).toBeNull();
    expect(await entrance(group.code)).toEqual({ ok: false, code: 'unknown-code' });
  });

  it('go on a week later, over a restart and an upgrade of the database file, with the same students', async () => {
    const group = await teacher().makeGroup('10a');
    const first = await sit(group.id);
    const desk = await teacherTab(server.url, group.code);
    const ada = await studentTab(server.url, group.code, 'Ada');
    const ben = await studentTab(server.url, group.code, 'Ben');
    mustBeOk(await desk.command({ type: 'class:lock', locked: true }));
    mustBeOk(await desk.command({ type: 'student:rename', studentId: ben.id, nickname: 'Benno' }));
    const marks = Object.fromEntries(
      (
        (await until('both', () =>
          desk.views.findLast((view) => (view as TeacherView).roster.length === 2),
        )) as TeacherView
      ).roster.map(({ id, mark }) => [id, mark]),
    );
    await end(desk);
    closeTabs();
    await server.stop();

    // The next version of the server brings the file up to its own.
    const folder = path.join(data.dataDir, 'next-version');
    cpSync(migrationsFolder('sqlite'), path.join(folder, 'sqlite'), { recursive: true });
    mkdirSync(path.join(folder, 'sqlite', '9000_next'));
    writeFileSync(
      path.join(folder, 'sqlite', '9000_next', 'migration.sql'),
      'ALTER TABLE "Group" ADD COLUMN "motto" TEXT;\n',
    );
    expect(await migrateDatabase(server.env, folder)).toEqual(['9000_next']);
    server = await startServer(data.dataDir);
    server.clock.ahead = WEEK;

    const second = await sit(group.id, CLASS_OWN);
    const state = (await server.store.loadClass(second.id))!;
    const { endedAt } = (await server.store.loadClass(first.id))!;
    expect(state.createdAt - endedAt!).toBeGreaterThan(WEEK - 60 * 60_000);
    for (const [student, nickname] of [
      [ada, 'Ada'],
      [ben, 'Benno'],
    ] as const) {
      const view = (await attach({
        code: group.code,
        as: { kind: 'student', credentials: student.credentials },
      })) as StudentView;
      expect(view.me).toMatchObject({ id: student.id, nickname, membership: 'in', mark: marks[student.id] });
      expect(view.class.id).toBe(second.id);
    }
    // The room is as it was left: locked for who does not belong to it.
    const eve = { kind: 'newcomer', nickname: 'Eve', credentials: newCredentials() } as const;
    expect(await openTab(server.url).attach({ code: group.code, as: eve })).toEqual({
      ok: false,
      code: 'class-locked',
    });
  });
});
