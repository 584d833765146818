import { afterAll, beforeAll, expect, it } from 'vitest';
import { newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab } from '@/people/recording-tab';
import { until } from '@/people/until';
import { DEVICE_COOKIE, DEVICE_PATH } from '@/protocol/device';
import type { TeacherView } from '@/protocol/views';
import { makeDataDir, type RunningServer, startServer } from '@/tests/live/class-server';
import { makeClass, teacherTab } from '@/tests/live/known-teacher';

/** Somebody who was banned and comes again as somebody new, by socket and by hand: with each of the marks, with none, with made-up ones. */
let data: Awaited<ReturnType<typeof makeDataDir>>;
let server: RunningServer;
beforeAll(async () => {
  data = await makeDataDir();
  server = await startServer(data.dataDir);
});
afterAll(async () => {
  closeTabs();
  await server?.stop();
  await data?.remove();
});

/** What a browser with this cookie and this storage is given. */
async function markFor({ cookie, mark }: { cookie?: string; mark?: string } = {}) {
  const response = await fetch(server.url + DEVICE_PATH, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: server.url,
      ...(cookie && { cookie: `${DEVICE_COOKIE}=${cookie}` }),
    },
    body: JSON.stringify(mark === undefined ? {} : { mark }),
  });
  return { answer: await response.json(), set: response.headers.get('set-cookie') };
}

interface Shown {
  cookie?: string;
  device?: string;
}

/** Joins as a browser that shows this, and says how it went. */
async function comes(code: string, nickname: string, { cookie, device }: Shown): Promise<string> {
  const tab = openTab(server.url, cookie === undefined ? {} : { cookie: `${DEVICE_COOKIE}=${cookie}` });
  const as = {
    kind: 'newcomer',
    nickname,
    credentials: newCredentials(),
    ...(device && { device }),
  } as const;
  const answer = await tab.attach({ code, as });
  return answer.ok ? 'in' : answer.code;
}

const rosterOf = (view: unknown) => (view as TeacherView | undefined)?.roster ?? [];
const MARK = 'a1'.repeat(16);
const OTHER = 'b2'.repeat(16);

it('a browser has the mark of its cookie, else of its storage, else a new one, in a cookie that no script reads', async () => {
  expect((await markFor({ cookie: MARK, mark: OTHER })).answer).toEqual({ ok: true, mark: MARK });
  const restored = await markFor({ mark: MARK });
  expect(restored.answer).toEqual({ ok: true, mark: MARK });
  expect(restored.set).toContain(`${DEVICE_COOKIE}=${MARK}; Path=/;`);
  expect(restored.set).toMatch(/HttpOnly; SameSite=Lax$/);
  const [one, two] = [await markFor(), await markFor({ cookie: 'no mark' })];
  expect(one.answer.mark).toMatch(/^[0-9a-f]{32}$/);
  expect(two.answer.mark).not.toBe(one.answer.mark);
  for (const mark of ['', 'A1'.repeat(16), 'a1'.repeat(17), `${MARK}; Domain=x`])
    expect((await markFor({ mark })).answer).toEqual({ ok: false, code: 'bad-request' });
});

it('who was banned comes as nobody new by either mark; without one, or by another, the door is as for everybody', async () => {
  const { id, code } = await makeClass(server.url);
  const desk = await teacherTab(server.url, code);
  expect(await comes(code, 'Mallory', { cookie: MARK, device: MARK })).toBe('in');
  const mallory = (await server.store.loadClass(id))!.students;
  const [studentId] = Object.keys(mallory);
  mustBeOk(await desk.command({ type: 'student:ban', studentId: studentId! }));
  for (const shown of [
    { cookie: MARK, device: MARK },
    { cookie: MARK },
    { device: MARK },
    { cookie: OTHER, device: MARK },
    { cookie: MARK, device: OTHER },
  ])
    expect([shown, await comes(code, 'Trent', shown)]).toEqual([shown, 'device-banned']);
  expect(await comes(code, 'Trent', { device: 'not a mark' })).toBe('bad-request');
  // What a browser allows: a private window shows none, another device its own. Against that there is the lock, one tap away.
  expect(await comes(code, 'Private', {})).toBe('in');
  expect(await comes(code, 'Elsewhere', { cookie: OTHER, device: OTHER })).toBe('in');
  mustBeOk(await desk.command({ type: 'class:lock', locked: true }));
  expect(await comes(code, 'Private 2', {})).toBe('class-locked');
  mustBeOk(await desk.command({ type: 'class:lock', locked: false }));
  // Nothing across classes.
  const other = await makeClass(server.url);
  expect(await comes(other.code, 'Mallory', { cookie: MARK, device: MARK })).toBe('in');
  const [kept] = Object.values((await server.store.loadClass(id))!.students);
  const [keptThere] = Object.values((await server.store.loadClass(other.id))!.students);
  expect(kept!.device).toMatch(/^[0-9a-f]{64}$/);
  expect(keptThere!.device).not.toBe(kept!.device);
  expect(desk.received).not.toContain(kept!.device);
  expect(desk.received).not.toContain(MARK);
});

it('a shared device is freed by the teacher, who stays with the ban', async () => {
  const { code } = await makeClass(server.url);
  const desk = await teacherTab(server.url, code);
  const shared = { cookie: 'c3'.repeat(16) };
  expect(await comes(code, 'Mallory', shared)).toBe('in');
  const { studentId } = await until('the roster', () => {
    const [first] = rosterOf(desk.views.at(-1));
    return first && { studentId: first.id };
  });
  mustBeOk(await desk.command({ type: 'student:remove', studentId }));
  expect(await comes(code, 'After a removal', shared)).toBe('in');
  mustBeOk(await desk.command({ type: 'student:ban', studentId }));
  expect(await comes(code, 'Next lesson', shared)).toBe('device-banned');
  mustBeOk(await desk.command({ type: 'student:free-device', studentId }));
  expect(await comes(code, 'Next lesson', shared)).toBe('in');
  expect(await comes(code, 'Mallory', shared)).toBe('nickname-taken');
});

it('the mark goes with the student, and with the class', async () => {
  const { id, code } = await makeClass(server.url);
  await teacherTab(server.url, code);
  expect(await comes(code, 'Ada', { cookie: MARK })).toBe('in');
  const stored = await server.store.loadClass(id);
  expect(Object.values(stored!.students).map(({ device }) => device)).toEqual([expect.any(String)]);
  await server.store.deleteClass(id);
  expect(await server.store.loadClass(id)).toBeNull();
});
