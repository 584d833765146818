import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createGroup } from '@/classroom/groups';
import { nextSitting } from '@/classroom/sittings';
import type { ClassState } from '@/classroom/state';
import { request } from '@/people/request';
import type { Answer } from '@/protocol/refusals';
import { classKeepingPath, groupKeepingPath, type Keeping } from '@/protocol/retention';
import { readEnv } from '@/server/env';
import { Groups } from '@/server/live/groups';
import { LiveClasses } from '@/server/live/live-classes';
import { endLeftReveals } from '@/server/upkeep/left-reveals';
import { Retention } from '@/server/upkeep/retention';
import { aReveal } from '@/tests/classroom/a-reveal';
import { aClass, aStudent, change, newId, TEACHER, withStudents } from '@/tests/store/made-things';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { knownTeacher, makeClass, teacherHeaders, teacherTab } from './known-teacher';
import { roundMeans } from './round-means';

const DAY = 24 * 3_600_000;
const START = Date.now();

type NightParts = Omit<ConstructorParameters<typeof Retention>[0], 'policy' | 'rest'>;

let data: Awaited<ReturnType<typeof makeDataDir>>;
let server: RunningServer;
let now = START;
beforeAll(async () => {
  data = await makeDataDir();
  server = await startServer(data.dataDir);
});
afterAll(async () => {
  await server.stop();
  await data.remove();
});
beforeEach(() => {
  now = START;
});

/** A night, on the database of the server, with a clock of its own. Returns what it has logged. */
async function night(
  day: number,
  work = ({ store, classes, groups, clock, log }: NightParts) =>
    new Retention({
      ...{ store, classes, groups, clock, log },
      policy: readEnv({}).keeping,
      rest: async () => undefined,
    }).run(() => false),
): Promise<string> {
  now = START + day * DAY;
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line) => logged.push(line) });
  const { store } = server;
  const clock = () => now;
  const classes = new LiveClasses({
    store,
    now: clock,
    isNicknameFit: () => true,
    log,
    rounds: roundMeans(),
    secret: 's'.repeat(32),
  });
  const groups = new Groups({ store, classes, now: clock });
  await work({ store, classes, groups, clock, log });
  classes.close();
  return logged.join('');
}

async function ended(given: Partial<ClassState> = {}): Promise<ClassState> {
  const open = withStudents(
    aClass({ createdAt: START, ...given }),
    aStudent('Ada Lovelace', { joinedAt: START }),
  );
  await server.store.createClass(open);
  const over = change(open, { phase: 'ended', endedAt: START });
  await server.store.saveClass(open, over);
  return over;
}
const isThere = async ({ id }: { id: string }) => (await server.store.loadClass(id)) !== null;
const keep = (path: string, keepDays: number | null) =>
  request<Answer<Keeping>>(server.url, 'PATCH', path, {
    headers: { ...teacherHeaders(), 'content-type': 'application/json' },
    body: JSON.stringify({ keepDays }),
  });

it('announces a class two weeks before its time, deletes it then, and says how many, not who', async () => {
  const [usual, short] = [await ended(), await ended()];
  expect((await keep(classKeepingPath(short.id), 30)).answer).toMatchObject({ ok: true, keepDays: 30 });
  expect(await night(15)).toBe('');
  expect(await night(16)).toContain('"announced":1');
  expect(await night(29)).toBe('');
  const last = await night(30);
  expect(last).toContain('"classes":1');
  expect(last).not.toContain('Ada');
  expect([await isThere(short), await isThere(usual)]).toEqual([false, true]);
  // A year in which no server ran: announced now, and deleted two weeks later.
  await night(400);
  expect(await isThere(usual)).toBe(true);
  await night(413);
  expect(await isThere(usual)).toBe(true);
  await night(414);
  expect(await isThere(usual)).toBe(false);
});

it('a longer time that is chosen after the announcement counts, and a new announcement is due', async () => {
  const one = await ended();
  await night(360);
  await keep(classKeepingPath(one.id), 730);
  await night(400);
  expect(await isThere(one)).toBe(true);
  await night(716);
  await night(729);
  expect(await isThere(one)).toBe(true);
  await night(730);
  expect(await isThere(one)).toBe(false);
});

it('a group goes lesson by lesson, as the group says, and itself with the last', async () => {
  const { store } = server;
  const group = createGroup({ id: newId(), code: 'GROUPX', name: '7b', teacherId: TEACHER }, START);
  await store.createGroup(group);
  expect((await keep(groupKeepingPath(group.id), 60)).answer).toMatchObject({ ok: true, deletedAt: null });
  const made = { lessonId: 'loss', dataset: null, steps: null, maxStudents: 40 };
  const first = await ended({ ...nextSitting(group, { ...made, id: newId() }, null, START) });
  const begun = { ...nextSitting(group, { ...made, id: newId() }, first, START + 20 * DAY) };
  await store.createClass(begun);
  expect((await keep(classKeepingPath(first.id), 30)).answer).toEqual({ ok: false, code: 'bad-request' });
  const second = change(begun, { phase: 'ended', endedAt: START + 20 * DAY });
  await store.saveClass(begun, second);
  await night(46);
  await night(60);
  expect([await isThere(first), await isThere(second)]).toEqual([false, true]);
  expect(await store.loadGroup(group.id)).not.toBeNull();
  await night(66);
  await night(80);
  expect(await isThere(second)).toBe(false);
  expect(await store.loadGroup(group.id)).toBeNull();
});

it('a group that never had a lesson goes in its time, too', async () => {
  const group = createGroup({ id: newId(), code: 'EMPTYX', name: 'x', teacherId: TEACHER }, START);
  await server.store.createGroup(group);
  await night(351);
  expect(await server.store.loadGroup(group.id)).not.toBeNull();
  await night(365);
  expect(await server.store.loadGroup(group.id)).toBeNull();
});

it('never deletes what is open; what was left open is ended after a month, and has its time from then on', async () => {
  const left = aClass({ createdAt: START });
  await server.store.createClass(left);
  await night(29);
  expect(await server.store.loadClass(left.id)).toMatchObject({ phase: 'lobby' });
  expect(await night(31)).toContain('"ended":1');
  expect(await server.store.loadClass(left.id)).toMatchObject({ phase: 'ended', endedAt: START + 31 * DAY });
  await night(31 + 364);
  expect(await isThere(left)).toBe(true);
});

it('refuses a time that the operator does not allow, and whoever is not an owner', async () => {
  const { id, code } = await makeClass(server.url);
  expect((await keep(classKeepingPath(id), 731)).answer).toEqual({ ok: false, code: 'kept-too-long' });
  expect((await keep(classKeepingPath(id), 13)).answer).toEqual({ ok: false, code: 'bad-request' });
  const other = knownTeacher(server.url, 'teacher-2');
  expect(await other.ask('PATCH', classKeepingPath(id), { keepDays: 30 })).toEqual({
    ...{ ok: false, code: 'not-your-class' },
  });
  // It is no part of the class's state: a class that goes on does not write over it.
  await keep(classKeepingPath(id), 30);
  await (await teacherTab(server.url, code)).command({ type: 'class:end' });
  const [listed] = (await server.store.listClasses(TEACHER)).filter((one) => one.id === id);
  expect(listed!.kept).toMatchObject({ keepDays: 30, announcedAt: null });
});

it('a reveal that was begun and left is ended the next night, and one that has come to its end is left alone', async () => {
  const reveals = (day: number) => night(day, (parts) => endLeftReveals(parts, () => false));
  const stop = (phase: 'board' | 'picture') => ({ phase, shown: 0 }) as const;
  const reveal = (phase: 'board' | 'picture') => ({
    ...{ begunAt: START, at: stop(phase), furthest: stop(phase) },
    race: phase === 'board' ? null : aReveal([]).race,
  });
  const left = await ended();
  const over = await ended();
  const plain = await ended();
  for (const [one, phase] of [
    [left, 'board'],
    [over, 'picture'],
  ] as const)
    await server.store.saveClass(one, change(one, { reveal: reveal(phase) }));
  expect(await reveals(0.9)).toBe('');
  expect(await reveals(1.1)).toContain('"reveals":1');
  expect((await server.store.loadClass(left.id))!.reveal).toMatchObject({ furthest: stop('picture') });
  expect((await server.store.loadClass(over.id))!.reveal).toEqual(reveal('picture'));
  expect((await server.store.loadClass(plain.id))!.reveal).toBeNull();
  expect(await reveals(2)).toBe('');
});
