import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { WEIGHTS } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import { until } from '@/people/until';
import type { RevealPhase } from '@/protocol/reveal';
import type { ScreenView, StudentView, TeacherView } from '@/protocol/views';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, screenTab, teacherHeaders, teacherTab } from './known-teacher';

/** The reveal of a race on the wire: what is not shown yet reaches no student and no projector, whatever they ask; and it goes on where it was. */
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

/** The verifier of these tests gives a tenth less on the hidden half. */
const SHARES = { Ada: 0.9, Ben: 0.8, Cem: 0.65 } as const;
const hiddenOf = (name: keyof typeof SHARES) => SHARES[name] - 0.1;
/** As JSON says it, and no longer number that begins so. */
const says = (text: string, accuracy: number) =>
  new RegExp(`[:\\[,]${String(accuracy).replace('.', '\\.')}[,}\\]]`).test(text);
const revealOf = (tab: RecordingTab) => (tab.views.at(-1) as ScreenView | StudentView | undefined)?.reveal;
const deskOf = (tab: RecordingTab) => (tab.views.at(-1) as TeacherView | undefined)?.reveal.now;

async function aRace() {
  const { code, id } = await makeClass(server.url);
  const teacher = await teacherTab(server.url, code);
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const people = [];
  for (const name of Object.keys(SHARES) as (keyof typeof SHARES)[]) {
    const student = await studentTab(server.url, code, name);
    const runId = freshId();
    mustBeOk(await student.tab.attachRun(runId));
    const weights = new Float32Array(WEIGHTS);
    weights[0] = Math.fround(SHARES[name]);
    mustBeOk((await submit(server.url, code, runId, student.credentials, weights)).answer);
    people.push(student);
  }
  const wall = await screenTab(server.url, code);
  return { code, id, teacher, people, wall };
}

it('I4: tells students and projector of no hidden result before its row is shown', async () => {
  const { code, id, teacher, people, wall } = await aRace();
  const watchers = [wall, ...people.map(({ tab }) => tab)];
  const stored = async () => (await server.store.loadClass(id))!;
  const hidden = (await stored()).scores.map(({ privateAccuracy }) => privateAccuracy);
  expect(hidden.map((share) => share.toFixed(3))).toEqual(
    (['Ada', 'Ben', 'Cem'] as const).map((name) => hiddenOf(name).toFixed(3)),
  );
  const known = () => hidden.map((share) => watchers.map(({ received }) => says(received, share)));
  const none = [false, false, false, false];
  const all = [true, true, true, true];

  expect(await people[0]!.tab.command({ type: 'reveal:begin' })).toEqual({ ok: false, code: 'not-allowed' });
  expect(await teacher.command({ type: 'reveal:go', phase: 'moved', shown: 0 })).toMatchObject({
    code: 'wrong-phase',
  });
  mustBeOk(await teacher.command({ type: 'reveal:begin' }));
  for (const tab of watchers) await until('the reveal is on', () => revealOf(tab)?.phase === 'board');
  expect((wall.views.at(-1) as ScreenView).shows.view).toBe('reveal');
  mustBeOk(await people[2]!.tab.command({ type: 'reveal:guess', guess: 552 }));
  // The race is run again as the class ends: its ranges would say who has won.
  await until('the race has been run again', async () => (await stored()).rerun !== null);
  mustBeOk(await people[0]!.tab.listRuns(null));
  expect(known()).toEqual([none, none, none]);
  for (const tab of watchers) expect(tab.received).not.toMatch(/"could"|"wins"|"final"|"evidence"|"right"/);

  const go = async (phase: RevealPhase, shown: number) => {
    mustBeOk(await teacher.command({ type: 'reveal:go', phase, shown }));
    for (const tab of watchers)
      await until('it is shown', () => revealOf(tab)?.phase === phase && revealOf(tab)?.shown === shown);
  };
  await go('half', 1);
  expect(known()).toEqual([none, none, all]);
  expect((people[2]!.tab.views.at(-1) as StudentView).ownRow?.finalAccuracy).toBe(hidden[2]);
  expect((people[0]!.tab.views.at(-1) as StudentView).ownRow?.finalAccuracy).toBeNull();
  await go('half', 2);
  expect(known()).toEqual([none, all, all]);
  for (const tab of watchers) expect(tab.received).not.toMatch(/"could"|"wins"|"final"|"evidence"|"right"/);

  // A page that is loaded anew, and one on another device, are told as much.
  const again = await screenTab(server.url, code);
  expect(again.received).toContain('"reveal":{"phase":"half","shown":2');
  expect(says(again.received, hidden[0]!)).toBe(false);
  const phone = await teacherTab(server.url, code);
  expect(phone.received).toContain('"stage":{"phase":"half","shown":2');
  mustBeOk(await phone.command({ type: 'reveal:go', phase: 'half', shown: 3 }));
  await until('the console follows', () => deskOf(teacher)?.stage.shown === 3);
  // Whoever was a moment later with the same wish goes no further.
  mustBeOk(await teacher.command({ type: 'reveal:go', phase: 'half', shown: 3 }));
  expect(deskOf(teacher)?.stage.shown).toBe(3);

  await go('moved', 0);
  const shown = revealOf(wall)!;
  expect(shown.moves).toMatchObject({ networks: 3, changed: 0, alike: 0 });
  expect(shown.rows.map(({ final }) => final?.could)).toEqual(
    [1, 2, 3].map((at) => ({ first: at, last: at })),
  );
  expect(shown.rows.every(({ nickname }) => nickname === null)).toBe(true);
  for (const tab of watchers) expect(tab.received).not.toContain('"evidence"');
  await go('awards', 1);
  expect(revealOf(wall)!.awards[0]).toMatchObject({ evidence: { kind: 'predicted', guess: 0.552 } });
  await go('picture', 0);
  expect(revealOf(wall)!.picture).toHaveLength(3);
});

it('goes on where it was after the server has begun anew, and without who was deleted', async () => {
  const { code, id, teacher, people } = await aRace();
  mustBeOk(await teacher.command({ type: 'reveal:begin' }));
  mustBeOk(await teacher.command({ type: 'reveal:go', phase: 'half', shown: 2 }));
  closeTabs();
  await server.stop();
  server = await startServer(data.dataDir);

  const wall = await screenTab(server.url, code);
  await until('the wall is there', () => wall.views.length > 0);
  expect(revealOf(wall)).toMatchObject({ phase: 'half', shown: 2 });
  const marks = revealOf(wall)!.rows.map(({ mark }) => mark);
  expect(revealOf(wall)!.rows.map(({ finalAccuracy }) => finalAccuracy === null)).toEqual([
    true,
    false,
    false,
  ]);

  const path = `/api/classes/${id}/students/${people[1]!.id}`;
  expect(await request(server.url, 'DELETE', path, { headers: teacherHeaders() })).toMatchObject({
    status: 200,
  });
  await until('Ben is off the wall', () => revealOf(wall)!.rows.length === 2);
  expect(revealOf(wall)!.rows.map(({ mark, rank }) => [mark, rank])).toEqual([
    [marks[0], 1],
    [marks[2], 3],
  ]);
  expect(JSON.stringify((await server.store.loadClass(id))!.reveal)).not.toContain(people[1]!.id);
});
