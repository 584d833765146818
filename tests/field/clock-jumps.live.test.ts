import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { batch, WEIGHTS } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import { until } from '@/people/until';
import type { TeacherView } from '@/protocol/views';
import { createPerceptroom } from '@/server/application';
import { steadyClock } from '@/server/clock';
import { readEnv } from '@/server/env';
import { openStore } from '@/server/store/open-store';
import { firstWeightVerifier, makeDataDir, plainAccounts } from '@/tests/live/class-server';
import { makeClass, teacherTab } from '@/tests/live/known-teacher';

const HOUR = 3_600_000;
/** Longer than a test takes, and far shorter than any jump. */
const SOON = 5 * 60_000;

let tidy: (() => unknown)[] = [];
afterEach(async () => {
  closeTabs();
  for (const one of tidy.reverse()) await one();
  tidy = [];
});

/** A server on a machine whose clock somebody sets: `machine.set` hours off. */
async function start(dataDir: string, machine: { set: number }, clock?: () => number) {
  const env = readEnv({ DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1' });
  const store = await openStore(env, { inWorker: true });
  const room = createPerceptroom({
    env,
    store,
    auth: plainAccounts(),
    verifier: firstWeightVerifier(),
    clock: clock ?? steadyClock({ wall: () => Date.now() + machine.set * HOUR }).now,
    log: pino({ level: 'silent' }),
    pages: null,
  });
  const url = `http://127.0.0.1:${await room.listen()}`;
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    closeTabs();
    await room.stop();
    await store.close();
  };
  tidy.push(stop);
  return { url, stop };
}

async function folder(): Promise<string> {
  const { dataDir, remove } = await makeDataDir();
  tidy.push(remove);
  return dataDir;
}

const weights = (accuracy: number) => new Float32Array(WEIGHTS).fill(0.01).fill(accuracy, 0, 1);
const newest = (tab: RecordingTab) => tab.views.at(-1) as TeacherView;

/** Joins, sends a batch of a run, and is ready to submit it. */
async function trained(url: string, code: string, nickname: string) {
  const student = await studentTab(url, code, nickname);
  const runId = freshId();
  const { epoch } = mustBeOk(await student.tab.attachRun(runId));
  mustBeOk(await student.tab.append(runId, epoch, batch(1, 'finished')));
  return { ...student, runId };
}

it('an hour forth and two back while a class is going on changes no order, no limit, no duration', async () => {
  const machine = { set: 0 };
  const { url } = await start(await folder(), machine);
  const { code } = await makeClass(url);
  const teacher = await teacherTab(url, code);
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const first = await trained(url, code, 'Ada');
  machine.set = 1;
  expect((await submit(url, code, first.runId, first.credentials, weights(0.5))).answer.ok).toBe(true);
  // The distance between two submissions is not over because somebody has set the clock.
  machine.set = 3;
  expect((await submit(url, code, first.runId, first.credentials, weights(0.6))).answer).toEqual({
    ok: false,
    code: 'rate-limited',
  });
  machine.set = -1;
  const second = await trained(url, code, 'Grace');
  expect((await submit(url, code, second.runId, second.credentials, weights(0.5))).answer.ok).toBe(true);
  await until('both on the board', () => newest(teacher)?.board.rows.length === 2);
  const { board, roster } = newest(teacher);
  const at = (name: string) => board.rows.find(({ nickname }) => nickname === name)!.submittedAt;
  expect(at('Grace')).toBeGreaterThanOrEqual(at('Ada'));
  expect(at('Grace') - at('Ada')).toBeLessThan(SOON);
  const joined = Object.fromEntries(roster.map(({ nickname, joinedAt }) => [nickname, joinedAt]));
  expect(joined.Grace).toBeGreaterThanOrEqual(joined.Ada!);
  machine.set = -30;
  mustBeOk(await teacher.command({ type: 'class:end' }));
  await until('the end', () => newest(teacher).class.phase === 'ended');
  const { startedAt, endedAt } = newest(teacher).class;
  expect(endedAt! - startedAt!).toBeGreaterThanOrEqual(0);
  expect(endedAt! - startedAt!).toBeLessThan(SOON);
  // Points still arrive for a while after the end, by the time that has passed and not by what the clock says.
  machine.set = 30;
  mustBeOk(await second.tab.attachRun(second.runId));
});

it('a start with the clock an hour back goes on from what is written down', async () => {
  const dataDir = await folder();
  const before = await start(dataDir, { set: 0 });
  const { code } = await makeClass(before.url);
  const console = await teacherTab(before.url, code);
  mustBeOk(await console.command({ type: 'class:begin' }));
  const ada = await trained(before.url, code, 'Ada');
  expect((await submit(before.url, code, ada.runId, ada.credentials, weights(0.5))).answer.ok).toBe(true);
  await before.stop();

  const { url } = await start(dataDir, { set: -1 });
  const teacher = await teacherTab(url, code);
  const grace = await trained(url, code, 'Grace');
  expect((await submit(url, code, grace.runId, grace.credentials, weights(0.5))).answer.ok).toBe(true);
  await until('both on the board', () => newest(teacher)?.board.rows.length === 2);
  const at = Object.fromEntries(newest(teacher).board.rows.map((row) => [row.nickname, row.submittedAt]));
  expect(at.Grace).toBeGreaterThanOrEqual(at.Ada!);
  // Nobody waits for an hour until the next submission.
  let taken = false;
  for (let attempt = 0; attempt < 40 && !taken; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    taken = (await submit(url, code, ada.runId, ada.credentials, weights(0.7))).answer.ok;
  }
  expect(taken).toBe(true);
  mustBeOk(await teacher.command({ type: 'class:end' }));
  await until('the end', () => newest(teacher).class.phase === 'ended');
  const { startedAt, endedAt } = newest(teacher).class;
  expect(endedAt!).toBeGreaterThanOrEqual(startedAt!);
});

it('control: by the machine’s own clock the distance between submissions is over when somebody sets it', async () => {
  const machine = { set: 0 };
  const { url } = await start(await folder(), machine, () => Date.now() + machine.set * HOUR);
  const { code } = await makeClass(url);
  const teacher = await teacherTab(url, code);
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const ada = await trained(url, code, 'Ada');
  expect((await submit(url, code, ada.runId, ada.credentials, weights(0.5))).answer.ok).toBe(true);
  machine.set = 1;
  expect((await submit(url, code, ada.runId, ada.credentials, weights(0.6))).answer.ok).toBe(true);
});
