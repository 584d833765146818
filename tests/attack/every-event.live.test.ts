/**
 * Everything that a socket can say (server/live/events), said by everybody whom it is not for. A new event without a sample here is an error of types; one that
 * its schema would not let pass fails.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshId, newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { batch, EXPERIMENT } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { type AssistantMade, type AssistantRole, assistantsPath, reaches } from '@/protocol/assistants';
import type { ClientToServer } from '@/protocol/events';
import { POOL } from '@/protocol/pool-rules';
import type { Answer } from '@/protocol/refusals';
import { ALL_EVENTS } from '@/server/live/events/all-events';
import type { Role } from '@/server/live/viewer';
import { makeDataDir, type RunningServer, startServer } from '@/tests/live/class-server';
import { makeClass, screenTab, teacherHeaders, teacherTab } from '@/tests/live/known-teacher';

type EventName = Exclude<keyof ClientToServer, 'attach'>;

const id = freshId();
const pixels = Buffer.alloc(POOL.pixels).toString('base64');
const SAMPLES: Record<EventName, unknown> = {
  command: { type: 'class:pause' },
  'student:code': { studentId: id },
  'student:condition': { findings: [], hidden: false },
  'setup:read': { setUpId: id },
  'sight:watch': { studentId: id, on: true },
  'sight:show': { stepId: 'train', works: [] },
  'snapshot:take': { snapshotId: id, studentId: id },
  'snapshot:read': { snapshotId: id },
  'challenge:submit': { answer: null },
  'ensemble:count': { ensembleId: id },
  'audit:run': { auditId: id },
  'merge:average': { mergeId: id },
  'merge:units': { mergeId: id },
  'fool:try': { foolId: id, drawingId: id, label: 0, pixels },
  'fool:pictures': { foolId: id, ids: [id] },
  'pool:open': {},
  'pool:add': { id, label: 0, pixels },
  'pool:remove': { id },
  'pool:label': { labels: null },
  'pool:clear': {},
  'product:next': { round: null, done: null },
  'relay:send': {
    relayId: id,
    team: 0,
    seat: 0,
    step: 0,
    phase: 'hidden',
    outputs: [],
    back: [],
    weights: [],
  },
  'run:attach': { runId: id, experiment: EXPERIMENT, backend: 'wasm', startedAt: 0 },
  'run:append': { runId: id, epoch: 1, batch: batch(1) },
  'run:list': { studentId: null },
  'run:read': { runId: id },
};
const NAMES = Object.keys(SAMPLES) as EventName[];

interface Person {
  kind: Role['kind'];
  /** Of an assistant. */
  role?: AssistantRole;
  tab: RecordingTab;
}

let data: Awaited<ReturnType<typeof makeDataDir>>;
let server: RunningServer;
let people: Record<string, Person>;
let waiting: RecordingTab;
/** Removed, banned, of no class, or turned away: at a socket that is open all the same. */
let strangers: Record<string, RecordingTab>;

beforeAll(async () => {
  data = await makeDataDir();
  server = await startServer(data.dataDir);
  const { url } = server;
  const { code, id: classId } = await makeClass(url);
  const desk = await teacherTab(url, code);
  const command = async (sent: Parameters<typeof desk.command>[0]) => mustBeOk(await desk.command(sent));
  const assistant = async (role: AssistantRole): Promise<Person> => {
    const { answer } = await request<Answer<AssistantMade>>(url, 'POST', assistantsPath(classId), {
      headers: { 'content-type': 'application/json', ...teacherHeaders() },
      body: JSON.stringify({ name: `may ${role}`, role }),
    });
    const tab = openTab(url);
    mustBeOk(await tab.attach({ code, as: { kind: 'assistant', token: mustBeOk(answer).token } }));
    return { kind: 'assistant', role, tab };
  };
  const joined = async (nickname: string) => {
    const { tab, id: studentId } = await studentTab(url, code, nickname);
    return { tab, studentId };
  };
  const removed = await joined('Removed');
  const banned = await joined('Banned');
  await command({ type: 'student:remove', studentId: removed.studentId });
  await command({ type: 'student:ban', studentId: banned.studentId });
  people = {
    student: { kind: 'student', tab: (await joined('Student')).tab },
    projector: { kind: 'screen', tab: await screenTab(url, code) },
    'who may watch': await assistant('watch'),
    'who may help': await assistant('help'),
    'who may lead': await assistant('lead'),
    teacher: { kind: 'teacher', tab: desk },
  };
  await command({ type: 'class:require-approval', required: true });
  waiting = (await joined('Waiting')).tab;
  await command({ type: 'class:lock', locked: true });
  const turnedAway = openTab(url);
  const newcomer = { kind: 'newcomer', nickname: 'Late', credentials: newCredentials() } as const;
  expect(await turnedAway.attach({ code, as: newcomer })).toMatchObject({ ok: false });
  strangers = { nobody: openTab(url), removed: removed.tab, banned: banned.tab, 'turned away': turnedAway };
});
afterAll(async () => {
  closeTabs();
  await server?.stop();
  await data?.remove();
});

const say = (tab: RecordingTab, name: EventName) =>
  tab.say<{ ok: boolean; code?: string }>(name, SAMPLES[name]);
const isFor = ({ kind, role }: Person, name: EventName) => {
  const { roles, least = 'lead' } = ALL_EVENTS[name];
  return (roles ?? []).includes(kind) && (role === undefined || reaches(role, least));
};

it('is here whole, as it may be said', () => {
  expect(NAMES.toSorted()).toEqual(
    Object.keys(ALL_EVENTS)
      .filter((name) => name !== 'attach')
      .toSorted(),
  );
  for (const name of NAMES) {
    expect([name, ALL_EVENTS[name].schema.safeParse(SAMPLES[name]).success]).toEqual([name, true]);
    expect([name, ALL_EVENTS[name].roles?.length ?? 0]).not.toEqual([name, 0]);
  }
});

describe.each(NAMES)('%s', (name) => {
  it('is not for those who are at no class', async () => {
    for (const [who, tab] of Object.entries(strangers))
      expect([who, await say(tab, name)]).toEqual([who, { ok: false, code: 'not-attached' }]);
  });

  it('is for nobody else than the table says', async () => {
    for (const [who, person] of Object.entries(people)) {
      if (isFor(person, name)) continue;
      expect([who, await say(person.tab, name)]).toEqual([who, { ok: false, code: 'not-allowed' }]);
    }
  });

  it('does nothing for a student who is not let in yet', async () => {
    const expected = isFor(people.student!, name) && name !== 'command' ? 'student-waiting' : 'not-allowed';
    expect(await say(waiting, name)).toEqual({ ok: false, code: expected });
  });
});
