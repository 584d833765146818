import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { batch } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { ACTIVITIES } from '@/protocol/activity';
import { FramePump } from '@/server/live/frames';
import type { Viewer } from '@/server/live/viewer';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, screenTab, teacherTab } from './known-teacher';

describe('frames over real sockets', () => {
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

  const activityIn = (teacher: RecordingTab, id: string) =>
    teacher.frames
      .flatMap(({ students }) => students)
      .filter(({ studentId }) => studentId === id)
      .at(-1)?.activity;

  it('shows what is on the bench, not what was trained aside; that is kept all the same', async () => {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const { tab } = await studentTab(server.url, code, 'Ada');
    const [own, aside] = [freshId(), freshId()];
    const bench = mustBeOk(await tab.attachRun(own));
    mustBeOk(await tab.append(own, bench.epoch, batch(1)));
    const other = mustBeOk(await tab.attachRun(aside, { startedAt: 2, aside: true }));
    mustBeOk(await tab.append(aside, other.epoch, batch(1, 'finished')));
    mustBeOk(await tab.append(own, bench.epoch, batch(2)));
    const seen = () => teacher.frames.flatMap(({ students }) => students.map(({ runId }) => runId));
    await until('the newest point of the bench', () =>
      teacher.frames.some(({ students }) => students.some(({ last }) => last?.step === 4)),
    );
    expect(seen()).not.toContain(aside);
    expect(mustBeOk(await tab.listRuns(null)).runs.map(({ id, state }) => [id, state])).toEqual([
      [own, 'training'],
      [aside, 'finished'],
    ]);
  });

  it('I8: makes few frames of many points, and the newest values arrive', async () => {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const { tab, id } = await studentTab(server.url, code, 'Ada');
    const runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    await Promise.all(Array.from({ length: 100 }, (_, index) => tab.append(runId, epoch, batch(index + 1))));
    const last = await until('the newest point', () =>
      teacher.frames
        .flatMap(({ students }) => students)
        .find((student) => student.studentId === id && student.last?.step === 200),
    );
    expect(last).toMatchObject({ activity: 'training', runId, backend: 'webgl', totalSteps: 50 });
    const { frames } = teacher;
    // However long a machine takes for them: far fewer than points, and none soon after another.
    expect(frames.length).toBeLessThan(100);
    for (const [index, frame] of frames.entries())
      if (index > 0) expect(frame.at - frames[index - 1]!.at).toBeGreaterThanOrEqual(95);
  });

  it('says who is here, idle, finished or away, and a reload does not flicker', async () => {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const { tab, id, credentials } = await studentTab(server.url, code, 'Ada');
    await until('connected', () => activityIn(teacher, id) === 'connected');
    const runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    mustBeOk(await tab.append(runId, epoch, batch(1)));
    await until('training', () => activityIn(teacher, id) === 'training');
    mustBeOk(await tab.append(runId, epoch, batch(2, 'paused')));
    await until('idle', () => activityIn(teacher, id) === 'idle');
    tab.close();
    const again = openTab(server.url);
    mustBeOk(await again.attach({ code, as: { kind: 'student', credentials } }));
    const back = mustBeOk(await again.attachRun(runId));
    mustBeOk(await again.append(runId, back.epoch, batch(3, 'finished')));
    await until('finished', () => activityIn(teacher, id) === 'finished');
    const seen = teacher.frames.flatMap(({ students }) => students.map(({ activity }) => activity));
    expect(seen).not.toContain('disconnected');
    again.close();
    await until('disconnected', () => activityIn(teacher, id) === 'disconnected');
  });

  it('I4: gives the projector sums alone', async () => {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const screen = await screenTab(server.url, code);
    const { tab, id } = await studentTab(server.url, code, 'Ada');
    const runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    mustBeOk(await tab.append(runId, epoch, batch(1)));
    const frame = await until('a sum', () => {
      const latest = screen.screenFrames.at(-1);
      return latest?.activities.training === 1 && latest.meanAccuracy !== null && latest;
    });
    expect(frame).toMatchObject({ connected: 1, examplesPerSecond: 1000, meanAccuracy: 0.5 });
    expect(Object.keys(frame.activities).sort()).toEqual([...ACTIVITIES].sort());
    expect(frame.accuracyHistogram).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
    for (const text of ['Ada', id, runId]) expect(screen.received).not.toContain(text);
    expect(screen.frames).toEqual([]);
    expect(tab.frames).toEqual([]);
  });
});

describe('a watcher that lags', () => {
  it('I8: gets the newest values once, never a backlog', async () => {
    const sent: string[][] = [];
    let writable = false;
    let asked = 0;
    const slow: Viewer = {
      role: { kind: 'teacher', teacherId: 't' },
      sendView: () => undefined,
      sendFrame: ({ students }) => sent.push(students.map(({ studentId }) => studentId)),
      sendScreenFrame: () => undefined,
      sendPool: () => undefined,
      sendSight: () => undefined,
      sendWatched: () => undefined,
      sendUnit: () => undefined,
      detach: () => undefined,
      hangUp: () => undefined,
      isWritable: () => {
        asked += 1;
        return writable;
      },
    };
    const pump = new FramePump({
      now: Date.now,
      studentCount: () => 3,
      isWatched: (id) => id !== 'gone',
      telemetryOf: (studentId) => ({
        studentId,
        activity: 'training',
        runId: null,
        backend: null,
        totalSteps: null,
        last: null,
      }),
      product: () => null,
      conditionOf: (studentId) => ({ studentId, since: 0, findings: [], hidden: false, rate: null }),
      wall: { isShown: false, whole: () => [], of: () => null },
      aggregate: () => {
        throw new Error('nobody asked');
      },
    });
    pump.add(slow);
    for (let round = 0; round < 1_000; round += 1) for (const id of ['a', 'b', 'c', 'gone']) pump.touch(id);
    await until('three ticks', () => asked >= 3);
    expect(sent).toEqual([]);
    writable = true;
    await until('the frame', () => sent.length > 0);
    expect(sent).toEqual([['a', 'b', 'c']]);
    pump.close();
  });
});
