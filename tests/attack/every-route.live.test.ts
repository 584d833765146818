/**
 * Every address of the table (server/http/routes), asked by everybody whom it is not for: a new one is in it by itself, and one that anybody may ask has to be
 * named here.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshId, newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { request } from '@/people/request';
import { studentTab } from '@/people/student';
import type { Credentials } from '@/protocol/attach';
import { CLASSES_PATH } from '@/protocol/class-paths';
import { studentAuthorization } from '@/protocol/submission';
import type { Route } from '@/server/http/route';
import { ROUTES } from '@/server/http/routes';
import { makeDataDir, OTHER_TEACHER, type RunningServer, startServer } from '@/tests/live/class-server';
import { knownTeacher, makeClass, teacherHeaders, teacherTab } from '@/tests/live/known-teacher';

/** Those that anybody may ask: each has a proof of its own in the address, or needs none. */
const FOR_ANYBODY = [
  'DELETE /api/me/:token',
  'GET /api/classes/:code',
  'GET /api/me/:token/runs/:runId/checkpoints/:step',
  'GET /api/runs/:id/export/:name',
  'POST /api/classes/:code/set-up-weights',
  'POST /api/classes/import/:import',
  'POST /api/device',
  'POST /api/me/:token/code',
  'POST /api/me/code',
];

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const routesOf = (...askers: Route['asker'][]) =>
  ROUTES.filter(({ asker }) => askers.includes(asker)).map((route) => [nameOf(route), route] as const);

let data: Awaited<ReturnType<typeof makeDataDir>>;
let server: RunningServer;
let made: { id: string; code: string };
let groupId: string;
/** Students of the class by what has become of them, and one of another class. */
const proofs: Record<'in' | 'waiting' | 'removed' | 'banned' | 'elsewhere', Credentials> = {} as never;

beforeAll(async () => {
  data = await makeDataDir();
  server = await startServer(data.dataDir);
  const { url } = server;
  made = await makeClass(url);
  groupId = (await knownTeacher(url).makeGroup('7b')).id;
  const desk = await teacherTab(url, made.code);
  const command = async (sent: Parameters<typeof desk.command>[0]) => mustBeOk(await desk.command(sent));
  for (const who of ['in', 'removed', 'banned'] as const)
    proofs[who] = (await studentTab(url, made.code, `Student ${who}`)).credentials;
  await command({ type: 'student:remove', studentId: proofs.removed.studentId });
  await command({ type: 'student:ban', studentId: proofs.banned.studentId });
  await command({ type: 'class:require-approval', required: true });
  proofs.waiting = (await studentTab(url, made.code, 'Student waiting')).credentials;
  const other = await makeClass(url, OTHER_TEACHER);
  proofs.elsewhere = (await studentTab(url, other.code, 'Student elsewhere')).credentials;
});
afterAll(async () => {
  closeTabs();
  await server?.stop();
  await data?.remove();
});

/** An address of this route that is right in every part: nothing but who asks is in the way. */
function addressOf(route: Route): string {
  const id = route.asker === 'owner' ? made.id : route.asker === 'group-owner' ? groupId : freshId();
  const parts: Record<string, string> = {
    ...{ id, code: made.code, student: proofs.in.studentId, teacher: OTHER_TEACHER },
    ...{ attempt: '1', round: '1', step: '1', digest: 'a'.repeat(64), name: 'runs' },
  };
  const about = { runId: freshId(), step: 1, validationLoss: null, validationAccuracy: null, findings: [] };
  const query = new URLSearchParams({
    ...{ id, run: freshId(), about: JSON.stringify(about) },
    ...{ runs: freshId(), from: '0', to: '1' },
  });
  // All others are ids.
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => parts[name] ?? freshId());
  return `${path}?${query}`;
}

/** What it is refused with; `answered`: it was not. */
async function ask(route: Route, headers: Record<string, string>): Promise<string> {
  const response = await fetch(server.url + addressOf(route), {
    method: route.method,
    headers: { origin: server.url, ...headers },
  });
  const text = await response.text();
  if (response.ok) return 'answered';
  const { ok, code } = JSON.parse(text) as { ok: boolean; code: string };
  expect(ok).toBe(false);
  return code;
}
const as = (credentials: Credentials) => ({ authorization: studentAuthorization(credentials) });

it('is for whom the table says', () => {
  expect(
    routesOf('anybody')
      .map(([name]) => name)
      .toSorted(),
  ).toEqual(FOR_ANYBODY);
  expect(ROUTES.length - FOR_ANYBODY.length).toBeGreaterThan(40);
});

describe('what is a teacher’s', () => {
  it.each(routesOf('teacher', 'owner', 'group-owner'))('%s is nobody else’s', async (_name, route) => {
    expect({
      nobody: await ask(route, {}),
      signedOut: await ask(route, { cookie: 'teacher=' }),
      student: await ask(route, as(proofs.in)),
    }).toEqual({ nobody: 'not-signed-in', signedOut: 'not-signed-in', student: 'not-signed-in' });
    if (route.asker === 'teacher') return;
    expect(await ask(route, teacherHeaders(OTHER_TEACHER))).toBe(
      route.asker === 'owner' ? 'not-your-class' : 'not-your-group',
    );
  });

  it.each(routesOf('teacher', 'owner', 'group-owner').filter(([, { method }]) => method !== 'GET'))(
    '%s is not for a page of another site, whoever is signed in',
    async (_name, route) => {
      const from = { ...teacherHeaders(), origin: 'https://evil.example' };
      expect(await ask(route, from)).toBe('not-allowed');
    },
  );
});

describe('what is a student’s', () => {
  it.each(routesOf('student'))('%s is for who is in the class', async (_name, route) => {
    expect({
      nobody: await ask(route, {}),
      teacher: await ask(route, teacherHeaders()),
      forged: await ask(route, as({ ...proofs.in, secret: newCredentials().secret })),
      elsewhere: await ask(route, as(proofs.elsewhere)),
      waiting: await ask(route, as(proofs.waiting)),
      removed: await ask(route, as(proofs.removed)),
      banned: await ask(route, as(proofs.banned)),
    }).toEqual({
      nobody: 'not-attached',
      teacher: 'not-attached',
      forged: 'unknown-student',
      elsewhere: 'unknown-student',
      waiting: 'student-waiting',
      removed: 'student-removed',
      banned: 'student-banned',
    });
    // The control: whoever is in is asked what it is about.
    expect(await ask(route, as(proofs.in))).not.toMatch(/^(?:not-attached|unknown-student|student-)/);
  });
});

it('has nothing beside it', async () => {
  for (const path of [`${CLASSES_PATH}/${made.id}/secrets`, '/api/groups', '/api/runs', '/api/me'])
    expect((await request<{ ok: boolean }>(server.url, 'GET', path)).answer.ok).toBe(false);
});
