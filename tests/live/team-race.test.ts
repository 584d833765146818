import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { WEIGHTS } from '@/people/sample-run';
import { studentTab, type TabStudent } from '@/people/student';
import { until } from '@/people/until';
import { LIMITS } from '@/protocol/limits';
import { USUAL_RACE } from '@/protocol/race';
import type { ScreenView, StudentView, TeacherView } from '@/protocol/views';
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

const teamsOf = (tab: RecordingTab) =>
  (tab.views.at(-1) as TeacherView | StudentView | ScreenView | undefined)?.board?.teams;
const ownTeam = (tab: RecordingTab) => (tab.views.at(-1) as StudentView | undefined)?.ownTeam;

async function handIn(student: TabStudent<RecordingTab>, accuracy: number): Promise<void> {
  server.clock.ahead += LIMITS.submissionIntervalMs + 1;
  const runId = freshId();
  mustBeOk(await student.tab.attachRun(runId));
  const weights = new Float32Array(WEIGHTS);
  weights[0] = accuracy;
  mustBeOk((await student.submit(runId, weights)).answer);
}

it('deals a class to teams, ranks them while it goes on, and keeps what its end found', async () => {
  const { code, id } = await makeClass(server.url);
  const teacher = await teacherTab(server.url, code);
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const students = [];
  for (const name of ['Ada', 'Ben', 'Cem', 'Dana']) students.push(await studentTab(server.url, code, name));
  const deal = { type: 'team:deal' as const, teams: ['Red', 'Blue'], anew: true };
  expect(await students[0]!.tab.command(deal)).toEqual({ ok: false, code: 'not-allowed' });
  mustBeOk(await teacher.command(deal));
  const weights = { ...USUAL_RACE, metric: 'weights', teams: true } as const;
  expect(await teacher.command({ type: 'race:set', rules: weights })).toEqual({
    ok: false,
    code: 'race-teams',
  });
  mustBeOk(await teacher.command({ type: 'race:set', rules: { ...USUAL_RACE, teams: true } }));

  // Whoever comes late is in a team, too: of equals the first.
  const late = await studentTab(server.url, code, 'Emil');
  await until('the late one has a team', () => ownTeam(late.tab)?.members.length === 3);
  const roster = await until('the teacher sees it', () => {
    const all = (teacher.views.at(-1) as TeacherView).roster;
    return all.length === 5 && all;
  });
  const inTeam = (name: string) => roster.filter(({ team }) => team === name).map(({ id: one }) => one);
  const larger = ownTeam(late.tab)!.name;
  const smaller = larger === 'Red' ? 'Blue' : 'Red';
  expect([inTeam(larger).length, inTeam(smaller).length]).toEqual([3, 2]);

  const all = [...students, late];
  const ofSmaller = all.filter(({ credentials }) => inTeam(smaller).includes(credentials.studentId));
  const ofLarger = all.filter((one) => !ofSmaller.includes(one));
  await handIn(ofLarger[0]!, 0.9);
  await handIn(ofLarger[1]!, 0.9);
  await handIn(ofSmaller[0]!, 0.7);
  const wall = await screenTab(server.url, code);
  const rows = await until('both stand on the wall', () => {
    const told = teamsOf(wall);
    return told?.total === 2 && told.rows;
  });
  expect(rows.map(({ nickname, team }) => [nickname, team])).toEqual([
    [larger, { size: 3, missing: 1 }],
    [smaller, { size: 2, missing: 1 }],
  ]);
  expect(rows[0]!.accuracy).toBeCloseTo((0.9 + 0.9 + 0.1) / 3, 2);
  // Helped by the others, the weakest member carries the team past.
  await handIn(ofSmaller[1]!, 0.8);
  await until('the smaller team leads', () => teamsOf(wall)?.rows[0]?.nickname === smaller);
  await expect.poll(() => ownTeam(ofSmaller[0]!.tab)?.row?.rank).toBe(1);
  expect(ownTeam(ofLarger[2]!.tab)!.members.filter(({ accuracy }) => accuracy === null)).toHaveLength(1);
  expect(JSON.stringify(wall.views.at(-1))).not.toMatch(/Ada|Ben|Cem|Dana|Emil/);

  mustBeOk(await teacher.command({ type: 'class:end' }));
  await until('the race of teams has been run again', () => teamsOf(teacher)?.again !== undefined);
  mustBeOk(await teacher.command({ type: 'race:again' }));
  const shown = await until('everybody sees it', () => {
    const told = teamsOf(late.tab);
    return typeof told?.again?.shownAt === 'number' && told.rows;
  });
  expect(shown.reduce((sum, { wins }) => sum + wins!, 0)).toBe(1_000);
  expect(shown.map(({ could }) => could)).toEqual([
    { first: 1, last: 1 },
    { first: 2, last: 2 },
  ]);
  // Another team, or nobody's any more: the final board is what it was.
  const before = teamsOf(teacher)!.rows;
  mustBeOk(await teacher.command({ type: 'team:put', studentIds: inTeam(larger), team: smaller }));
  mustBeOk(await teacher.command({ type: 'student:ban', studentId: ofSmaller[1]!.credentials.studentId }));
  await expect.poll(() => (teacher.views.at(-1) as TeacherView).board.rows).toHaveLength(3);
  expect(teamsOf(teacher)!.rows).toEqual(before);
  const stored = (await server.store.loadClass(id))!;
  expect(stored.teamRace!.teams.map(({ team }) => team).sort()).toEqual(['Blue', 'Red']);
  expect(stored.teamRace!.races).toBe(1_000);
});
