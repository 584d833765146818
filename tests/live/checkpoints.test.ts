import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { handCheckpoint } from '@/people/hand-checkpoint';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { POINTS_EXPERIMENT, POINTS_WEIGHTS, point, WEIGHTS } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { checkpointWeightsPath } from '@/protocol/checkpoint-paths';
import { LIMITS } from '@/protocol/limits';
import { makeDataDir, OTHER_TEACHER, type RunningServer, startServer } from './class-server';
import { makeClass, teacherHeaders, teacherTab } from './known-teacher';

const weights = (first: number, length = WEIGHTS) => {
  const values = new Float32Array(length);
  values[0] = first;
  return values;
};

describe('keeping moments of runs', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  beforeAll(async () => {
    data = await makeDataDir();
    server = await startServer(data.dataDir);
  });
  afterEach(() => {
    closeTabs();
    server.clock.ahead = 0;
    server.clock.frozen = null;
  });
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  async function classWith(...names: string[]) {
    const { id: classId, code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const students = [];
    for (const name of names) {
      const student = await studentTab(server.url, code, name);
      const runId = freshId();
      mustBeOk(await student.tab.attachRun(runId));
      const hand = async (step: number, body: Float32Array, run = runId) =>
        (await handCheckpoint(server.url, code, { runId: run, step }, student.credentials, body)).answer;
      students.push({ ...student, runId, hand });
    }
    return { classId, teacher, students };
  }

  it('gives an owner of the class the very weights, and nobody else', async () => {
    const { classId, students } = await classWith('Ada');
    const { runId, hand } = students[0]!;
    expect(await hand(3, weights(0.625))).toEqual({ ok: true, kept: true });
    const read = (teacherId?: string, step = 3) =>
      fetch(`${server.url}${checkpointWeightsPath(classId, runId, step)}`, {
        headers: teacherId === undefined ? {} : teacherHeaders(teacherId),
      });
    const told = await read('teacher-1');
    expect(new Float32Array(await told.arrayBuffer())).toEqual(weights(0.625));
    expect(await (await read(OTHER_TEACHER)).json()).toEqual({ ok: false, code: 'not-your-class' });
    expect(await (await read()).json()).toEqual({ ok: false, code: 'not-signed-in' });
    expect(await (await read('teacher-1', 4)).json()).toEqual({ ok: false, code: 'unknown-checkpoint' });
  });

  it('refuses what cannot be a moment of this run, and keeps nothing of it', async () => {
    const { students } = await classWith('Ada', 'Ben');
    const [ada, ben] = students as [(typeof students)[0], (typeof students)[0]];
    const codes = [
      await ada.hand(1, weights(1, WEIGHTS - 1)),
      await ada.hand(1, weights(Number.NaN)),
      await ada.hand(1, weights(1e7)),
      await ada.hand(0, weights(1)),
      // 50 steps are all that this experiment has.
      await ada.hand(51, weights(1)),
      await ada.hand(1, weights(1), ben.runId),
      await ada.hand(1, weights(1), freshId()),
    ].map((answer) => !answer.ok && answer.code);
    expect(codes).toEqual([
      'weights-wrong-length',
      'weights-not-finite',
      'weights-too-large',
      'bad-request',
      'bad-request',
      'unknown-run',
      'unknown-run',
    ]);
    for (const { runId } of students) expect(await server.store.listCheckpoints(runId)).toEqual([]);
  });

  it('takes no more bytes of a student than there is time for, whatever becomes of them, and of others as before', async () => {
    const { students } = await classWith('Ada', 'Ben');
    const [ada, ben] = students as [(typeof students)[0], (typeof students)[0]];
    server.clock.frozen = Date.now();
    const outcomes = [];
    // 31 kB each where 4 MB may come at once.
    for (let i = 0; i < 150; i += 1) outcomes.push(await ada.hand(1 + (i % 50), weights(i)));
    const refused = outcomes.findIndex((answer) => !answer.ok);
    expect(outcomes[refused]).toEqual({ ok: false, code: 'rate-limited' });
    expect(refused).toBe(Math.ceil((4 * 2 ** 20) / (4 * WEIGHTS)));
    const kept = await server.store.listCheckpoints(ada.runId);
    expect(kept).toHaveLength(LIMITS.checkpointsPerRun);
    expect(await ben.hand(1, weights(1))).toEqual({ ok: true, kept: true });
    server.clock.ahead += 60_000;
    expect(await ada.hand(50, weights(2))).toEqual({ ok: true, kept: true });
  });

  it('takes them for a while after the end, as it does points, and none after that', async () => {
    const { students, teacher } = await classWith('Ada');
    const { hand } = students[0]!;
    mustBeOk(await teacher.command({ type: 'class:end' }));
    expect(await hand(2, weights(1))).toEqual({ ok: true, kept: true });
    server.clock.ahead += LIMITS.catchUpMs + 1_000;
    expect(await hand(3, weights(1))).toEqual({ ok: false, code: 'class-ended' });
  });

  it('keeps runs on points with their moments, in a lesson that has them, and nothing of them is scored', async () => {
    const { code } = await makeClass(server.url, 'teacher-1', 'neural-networks');
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const student = await studentTab(server.url, code, 'Ada');
    const { tab, credentials } = student;
    const runId = freshId();
    const given = { experiment: POINTS_EXPERIMENT, backend: 'javascript' };
    const { epoch } = mustBeOk(await tab.attachRun(runId, given));
    // Far more epochs than a training of pictures may have: 20 steps are one.
    const last = point(100_000, { epoch: 1, validationAccuracy: 0.9 });
    const piece = { sequence: 1, points: [last], state: 'finished', report: null } as const;
    mustBeOk(await tab.append(runId, epoch, { ...piece, points: [last] }));
    const { runs } = mustBeOk(await teacher.listRuns(student.id));
    expect(runs).toMatchObject([{ experiment: POINTS_EXPERIMENT, last: { step: 100_000, epoch: 5_000 } }]);
    const hand = async (body: Float32Array) =>
      (await handCheckpoint(server.url, code, { runId, step: 100_000 }, credentials, body)).answer;
    expect(await hand(weights(1, POINTS_WEIGHTS))).toEqual({ ok: true, kept: true });
    expect(await hand(weights(1))).toEqual({ ok: false, code: 'weights-wrong-length' });
    const scored = await student.submit(runId, weights(1, POINTS_WEIGHTS));
    expect(scored.answer).toEqual({ ok: false, code: 'unknown-run' });
    // A set-up that somebody has made up, and a class that has no such bench.
    const setup = `${POINTS_EXPERIMENT.setup}&more=1`;
    const impossible = { ...given, experiment: { ...POINTS_EXPERIMENT, setup } };
    expect(await tab.attachRun(freshId(), impossible)).toEqual({ ok: false, code: 'bad-request' });
    const { students } = await classWith('Ben');
    expect(await students[0]!.tab.attachRun(freshId(), given)).toEqual({ ok: false, code: 'bad-request' });
  });

  it('remembers of a run with which moment of another it began', async () => {
    const { students } = await classWith('Ada');
    const { tab, runId } = students[0]!;
    const continues = { runId, step: 3 };
    const next = freshId();
    mustBeOk(await tab.attachRun(next, { continues }));
    const { runs } = mustBeOk(await tab.listRuns(null));
    expect(runs.find(({ id }) => id === next)?.continues).toEqual(continues);
  });
});
