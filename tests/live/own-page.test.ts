import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { handCheckpoint } from '@/people/hand-checkpoint';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { POINTS_EXPERIMENT, POINTS_WEIGHTS, point, WEIGHTS } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { exportPath } from '@/protocol/exports';
import {
  OWN_PAGE_BY_CODE_PATH,
  type OwnPageCode,
  type OwnPageLink,
  ownCheckpointPath,
  ownDataPath,
  ownPageCodePath,
  ownPageLinkPath,
} from '@/protocol/own-page';
import type { Answer } from '@/protocol/refusals';
import { RETURN_CODE_LIFE_MS, shownReturnCode } from '@/protocol/return-code';
import { studentAuthorization } from '@/protocol/submission';
import type { TeacherView } from '@/protocol/views';
import { BOUNDS } from '@/server/live/bounds';
import { LESSON, makeDataDir, type RunningServer, startServer } from './class-server';
import { knownTeacher, makeClass, teacherHeaders, teacherTab } from './known-teacher';

/** Wrong codes of one address that are answered at once. */
const GUESSES = 20;

describe('a student’s own page', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  beforeAll(async () => {
    data = await makeDataDir();
    // After so many wrong codes an address waits for each answer.
    const guesses = { ...BOUNDS.guesses, ofAddress: { perSecond: 0.01, burst: GUESSES }, delayMs: 1 };
    server = await startServer(data.dataDir, { bounds: { guesses } });
  });
  afterEach(() => {
    closeTabs();
    server.clock.ahead = 0;
  });
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  type Student = Awaited<ReturnType<typeof studentTab>>;

  async function linkOf(code: string, { credentials }: Student): Promise<string> {
    const headers = { authorization: studentAuthorization(credentials) };
    const { answer } = await request<Answer<OwnPageLink>>(server.url, 'GET', ownPageLinkPath(code), {
      headers,
    });
    return mustBeOk(answer).token;
  }

  async function quickClass(lessonId = LESSON) {
    const made = await makeClass(server.url, undefined, lessonId);
    const teacher = await teacherTab(server.url, made.code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const [ada, ben] = [
      await studentTab(server.url, made.code, 'Ada'),
      await studentTab(server.url, made.code, 'Ben'),
    ];
    return { ...made, teacher, ada, ben, token: await linkOf(made.code, ada) };
  }

  const say = async <Facts extends object>(method: string, path: string, body?: object) =>
    (
      await request<Answer<Facts>>(server.url, method, path, {
        headers: { 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
    ).answer;
  const codeFor = async (token: string) =>
    mustBeOk(await say<OwnPageCode>('POST', ownPageCodePath(token))).code;
  const openBy = (code: string) => say<OwnPageLink>('POST', OWN_PAGE_BY_CODE_PATH, { code });
  const names = (teacher: RecordingTab) =>
    (teacher.views.at(-1) as TeacherView | undefined)?.roster.map(({ nickname }) => nickname);

  it('opens on another device by a code, once, however it is typed', async () => {
    const { token } = await quickClass();
    const code = await codeFor(token);
    expect(await openBy(shownReturnCode(code).toLowerCase())).toEqual({ ok: true, token });
    expect(await openBy(code)).toEqual({ ok: false, code: 'page-code-wrong' });
  });

  it('has one code at a time, good for ten minutes', async () => {
    const { token } = await quickClass();
    const first = await codeFor(token);
    const second = await codeFor(token);
    expect(await openBy(first)).toEqual({ ok: false, code: 'page-code-wrong' });
    server.clock.ahead += RETURN_CODE_LIFE_MS + 1;
    expect(await openBy(second)).toEqual({ ok: false, code: 'page-code-wrong' });
  });

  it('gives codes and deletes for nobody without the link', async () => {
    const { id, ada } = await quickClass();
    for (const token of ['x', 'A'.repeat(64)]) {
      expect(await say('POST', ownPageCodePath(token))).toEqual({ ok: false, code: 'unknown-link' });
      expect(await say('DELETE', ownDataPath(token))).toEqual({ ok: false, code: 'unknown-link' });
    }
    expect(await openBy('')).toEqual({ ok: false, code: 'page-code-wrong' });
    expect((await server.store.loadClass(id))!.students[ada.id]).toBeDefined();
  });

  it('has the weights of the student’s own moments, and of no other’s', async () => {
    const { code, ada, ben, token } = await quickClass();
    const runs = { ada: freshId(), ben: freshId() };
    for (const [student, runId] of [
      [ada, runs.ada],
      [ben, runs.ben],
    ] as const) {
      mustBeOk(await student.tab.attachRun(runId));
      const weights = new Float32Array(WEIGHTS).fill(0.5);
      mustBeOk(
        (await handCheckpoint(server.url, code, { runId, step: 2 }, student.credentials, weights)).answer,
      );
    }
    const own = await fetch(server.url + ownCheckpointPath(token, runs.ada, 2));
    expect(new Float32Array(await own.arrayBuffer())).toHaveLength(WEIGHTS);
    expect(await say('GET', ownCheckpointPath(token, runs.ben, 2))).toEqual({
      ok: false,
      code: 'unknown-run',
    });
    expect(await say('GET', ownCheckpointPath(token, freshId(), 2))).toEqual({
      ok: false,
      code: 'unknown-run',
    });
  });

  it('lists trainings on points and has their moments, and they go with the student, everywhere', async () => {
    const { id, code, ada, ben, token } = await quickClass('neural-networks');
    const runs = { ada: freshId(), ben: freshId() };
    const about = { experiment: POINTS_EXPERIMENT, backend: 'javascript' };
    for (const [student, runId] of [
      [ada, runs.ada],
      [ben, runs.ben],
    ] as const) {
      const { epoch } = mustBeOk(await student.tab.attachRun(runId, about));
      mustBeOk(
        await student.tab.append(runId, epoch, {
          ...{ sequence: 1, points: [point(12)], state: 'finished', report: null },
        }),
      );
      const weights = new Float32Array(POINTS_WEIGHTS).fill(0.25);
      mustBeOk(
        (await handCheckpoint(server.url, code, { runId, step: 12 }, student.credentials, weights)).answer,
      );
    }
    // What the page draws its runs from.
    expect((await server.store.listRuns(id, ada.id)).map((run) => run.id)).toEqual([runs.ada]);
    const moment = await fetch(server.url + ownCheckpointPath(token, runs.ada, 12));
    expect(new Float32Array(await moment.arrayBuffer())).toEqual(new Float32Array(POINTS_WEIGHTS).fill(0.25));
    const exported = async () => {
      const csv = await fetch(server.url + exportPath(id, 'runs', true), { headers: teacherHeaders() });
      return csv.text();
    };
    expect(await exported()).toContain(runs.ada);

    expect(await say('DELETE', ownDataPath(token))).toEqual({ ok: true });
    expect(await server.store.readRun(runs.ada)).toBeNull();
    expect(await server.store.listCheckpoints(runs.ada)).toEqual([]);
    expect(await server.store.readCheckpoint(runs.ada, 12)).toBeNull();
    expect((await server.store.listRuns(id, null)).map((run) => run.id)).toEqual([runs.ben]);
    expect(await exported()).not.toContain(runs.ada);
    expect(await exported()).toContain(runs.ben);
    expect((await fetch(server.url + ownCheckpointPath(token, runs.ada, 12))).status).toBe(404);
    expect(await server.store.readCheckpoint(runs.ben, 12)).not.toBeNull();
  });

  it('has everything of the student’s deleted while the class goes on for the others', async () => {
    const { id, ada, ben, teacher, token } = await quickClass();
    const runId = freshId();
    mustBeOk(await ada.tab.attachRun(runId));
    expect(await say('DELETE', ownDataPath(token))).toEqual({ ok: true });
    await until('Ada gone from the console', () => names(teacher)?.join() === 'Ben');
    expect(await server.store.readRun(runId)).toBeNull();
    expect((await server.store.loadClass(id))!.students[ada.id]).toBeUndefined();
    mustBeOk(await ben.tab.attachRun(freshId()));
    expect(await say('DELETE', ownDataPath(token))).toEqual({ ok: false, code: 'unknown-link' });
    expect(await say('POST', ownPageCodePath(token))).toEqual({ ok: false, code: 'unknown-link' });
  });

  it('deletes in every sitting of a group', async () => {
    const teacher = knownTeacher(server.url);
    const group = await teacher.makeGroup('7b');
    const first = mustBeOk(await teacher.askForClass({ lessonId: LESSON, group: group.id }));
    const console = await teacherTab(server.url, group.code);
    mustBeOk(await console.command({ type: 'class:begin' }));
    const ada = await studentTab(server.url, group.code, 'Ada');
    mustBeOk(await console.command({ type: 'class:end' }));
    const second = mustBeOk(await teacher.askForClass({ lessonId: LESSON, group: group.id }));
    const token = await linkOf(group.code, ada);
    expect(await say('DELETE', ownDataPath(token))).toEqual({ ok: true });
    for (const { id } of [first, second])
      expect((await server.store.loadClass(id))!.students[ada.id]).toBeUndefined();
  });

  it('lets nobody try codes without end, and who has the right one in', async () => {
    const { token } = await quickClass();
    const answers = [];
    for (let i = 0; i < 2 * GUESSES; i += 1) answers.push(await openBy('AAAAAAAA'));
    expect(answers.at(-1)).toEqual({ ok: false, code: 'rate-limited' });
    expect(await openBy(await codeFor(token))).toEqual({ ok: true, token });
  });
});
