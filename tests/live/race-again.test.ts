import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { WEIGHTS } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import { until } from '@/people/until';
import type { Board, ScreenView } from '@/protocol/views';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, screenTab, teacherTab } from './known-teacher';

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

const boardOf = (tab: RecordingTab) => tab.views.at(-1)?.board;

it('runs the race of a class again when it has ended, and shows what came of it when its teacher asks', async () => {
  const { code, id } = await makeClass(server.url);
  const teacher = await teacherTab(server.url, code);
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const people = [];
  for (const [name, share] of [
    ['Ada', 0.9],
    ['Ben', 0.899],
    ['Cem', 0.6],
  ] as const) {
    const student = await studentTab(server.url, code, name);
    const runId = freshId();
    mustBeOk(await student.tab.attachRun(runId));
    const weights = new Float32Array(WEIGHTS);
    weights[0] = share;
    mustBeOk((await submit(server.url, code, runId, student.credentials, weights)).answer);
    people.push(student);
  }
  expect(await teacher.command({ type: 'race:again' })).toEqual({ ok: false, code: 'wrong-phase' });
  expect(await people[0]!.tab.command({ type: 'race:again' })).toEqual({ ok: false, code: 'not-allowed' });
  mustBeOk(await teacher.command({ type: 'class:end' }));

  await until('the race has been run again', () => boardOf(teacher)?.again !== undefined);
  expect(boardOf(teacher)!.rows.map(({ could }) => could)).toEqual([
    { first: 1, last: 2 },
    { first: 1, last: 2 },
    { first: 3, last: 3 },
  ]);
  expect(boardOf(teacher)!.rows.map(({ wins }) => wins)).toEqual([undefined, undefined, undefined]);

  const wall = await screenTab(server.url, code);
  mustBeOk(await teacher.command({ type: 'race:again' }));
  for (const tab of [teacher, wall, ...people.map((one) => one.tab)]) {
    await until('it is shown', () => typeof boardOf(tab)?.again?.shownAt === 'number');
    const { rows } = boardOf(tab) as Board;
    expect(rows.reduce((sum, { wins }) => sum + wins!, 0)).toBe(1_000);
    expect(rows[0]!.wins).toBeGreaterThan(rows[1]!.wins!);
    expect(rows[2]!.wins).toBe(0);
    expect(tab.received).not.toMatch(/"right"|"scoreId"/);
  }
  await expect.poll(() => (wall.views.at(-1) as ScreenView).shows.view).toBe('again');

  // It is kept: the same after the server has forgotten the class.
  const stored = (await server.store.loadClass(id))!;
  expect(stored.rerun!.rows.map(({ wins }) => wins)).toEqual(boardOf(wall)!.rows.map(({ wins }) => wins));
  expect(stored.rerunShownAt).toBe(boardOf(wall)!.again!.shownAt);
});
