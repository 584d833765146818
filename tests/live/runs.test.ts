import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { batch, point } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { LIMITS } from '@/protocol/limits';
import type { Store } from '@/server/store/store';
import { makeDataDir, OTHER_TEACHER, type RunningServer, startServer, TEACHER } from './class-server';
import { makeClass, teacherTab } from './known-teacher';

describe('runs over real sockets', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  /** Holds the store's appends back while it is closed. */
  let gate: Promise<void> = Promise.resolve();
  let committed = 0;
  const delayed = (store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        if (name === 'appendBatch')
          return async (...args: Parameters<Store['appendBatch']>) => {
            await gate;
            const outcome = await target.appendBatch(...args);
            committed += 1;
            return outcome;
          };
        const value = Reflect.get(target, name) as unknown;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });

  beforeAll(async () => {
    data = await makeDataDir();
    server = await startServer(data.dataDir, { wrap: delayed });
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

  async function liveClass(): Promise<{ code: string; id: string; teacher: RecordingTab }> {
    const made = await makeClass(server.url);
    const teacher = await teacherTab(server.url, made.code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    return { ...made, teacher };
  }

  it('I6: stores batches once, whatever is sent twice, and names the gap', async () => {
    const { code } = await liveClass();
    const { tab } = await studentTab(server.url, code, 'Ada');
    const runId = freshId();
    const { epoch, highWater } = mustBeOk(await tab.attachRun(runId));
    expect({ epoch, highWater }).toEqual({ epoch: 1, highWater: 0 });
    expect(await tab.append(runId, epoch, batch(1))).toEqual({ ok: true, highWater: 1 });
    expect(await tab.append(runId, epoch, batch(1))).toEqual({ ok: true, highWater: 1 });
    expect(await tab.append(runId, epoch, batch(3))).toEqual({ ok: false, code: 'run-gap', highWater: 1 });
    const two = await Promise.all([2, 3, 4].map((sequence) => tab.append(runId, epoch, batch(sequence))));
    expect(two.every(({ ok }) => ok)).toBe(true);
    const { run, points } = mustBeOk(await tab.readRun(runId));
    expect(points.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(run).toMatchObject({ highWater: 4, pointCount: 8, state: 'training' });
    expect(mustBeOk(await tab.listRuns(null)).runs.map(({ id }) => id)).toEqual([runId]);
  });

  it('I5: acknowledges an append only after the commit', async () => {
    const { code } = await liveClass();
    const { tab } = await studentTab(server.url, code, 'Ada');
    const runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    let open: () => void = () => undefined;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const before = committed;
    let answered = false;
    const answer = tab.append(runId, epoch, batch(1)).then((result) => {
      answered = true;
      return result;
    });
    // Another message, sent later, is answered meanwhile: the connection is not what waits.
    mustBeOk(await tab.listRuns(null));
    expect({ answered, committed }).toEqual({ answered: false, committed: before });
    open();
    expect(await answer).toEqual({ ok: true, highWater: 1 });
    expect(committed).toBe(before + 1);
  });

  it('I7: fences an older tab when another takes the run over', async () => {
    const { code } = await liveClass();
    const { tab, credentials } = await studentTab(server.url, code, 'Ada');
    const runId = freshId();
    const first = mustBeOk(await tab.attachRun(runId));
    mustBeOk(await tab.append(runId, first.epoch, batch(1)));
    const second = openTab(server.url);
    mustBeOk(await second.attach({ code, as: { kind: 'student', credentials } }));
    const taken = mustBeOk(await second.attachRun(runId));
    expect(taken).toEqual({ ok: true, epoch: first.epoch + 1, highWater: 1 });
    expect(await tab.append(runId, first.epoch, batch(2))).toEqual({
      ok: false,
      code: 'run-stale',
      highWater: 1,
    });
    expect(await second.append(runId, taken.epoch, batch(2))).toEqual({ ok: true, highWater: 2 });
  });

  it('takes nothing more for a run that has ended, but repeats its last word', async () => {
    const { code } = await liveClass();
    const { tab } = await studentTab(server.url, code, 'Ada');
    const runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    mustBeOk(await tab.append(runId, epoch, batch(1, 'finished')));
    expect(await tab.append(runId, epoch, batch(1, 'finished'))).toEqual({ ok: true, highWater: 1 });
    expect(await tab.append(runId, epoch, batch(2))).toEqual({ ok: false, code: 'run-closed', highWater: 1 });
  });

  it('opens runs once the class is live, and lets those catch up after its end that were made or begun offline', async () => {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    const { tab } = await studentTab(server.url, code, 'Ada');
    const runId = freshId();
    expect(await tab.attachRun(runId)).toEqual({ ok: false, code: 'wrong-phase' });
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    mustBeOk(await teacher.command({ type: 'class:pause' }));
    mustBeOk(await tab.append(runId, epoch, batch(1)));
    mustBeOk(await teacher.command({ type: 'class:end' }));
    mustBeOk(await tab.attachRun(freshId()));
    const again = mustBeOk(await tab.attachRun(runId));
    mustBeOk(await tab.append(runId, again.epoch, batch(2)));
    server.clock.ahead = LIMITS.catchUpMs + 60_000;
    expect(await tab.append(runId, again.epoch, batch(3))).toEqual({ ok: false, code: 'class-ended' });
    expect(await tab.attachRun(runId)).toEqual({ ok: false, code: 'class-ended' });
    expect(await tab.attachRun(freshId())).toEqual({ ok: false, code: 'class-ended' });
  });

  it('I4: gives nobody the runs of others', async () => {
    const { code, teacher } = await liveClass();
    const ada = await studentTab(server.url, code, 'Ada');
    const eve = await studentTab(server.url, code, 'Eve');
    const runId = freshId();
    const { epoch } = mustBeOk(await ada.tab.attachRun(runId));
    mustBeOk(await ada.tab.append(runId, epoch, batch(1)));
    const unknown = { ok: false, code: 'unknown-run' };
    expect(await eve.tab.attachRun(runId)).toEqual(unknown);
    expect(await eve.tab.append(runId, epoch, batch(2))).toEqual(unknown);
    expect(await eve.tab.readRun(runId)).toEqual(unknown);
    expect(await eve.tab.listRuns(ada.id)).toEqual({ ok: false, code: 'not-allowed' });
    expect(mustBeOk(await eve.tab.listRuns(null)).runs).toEqual([]);
    expect(await teacher.append(runId, epoch, batch(2))).toEqual({ ok: false, code: 'not-allowed' });
    expect(mustBeOk(await teacher.listRuns(ada.id)).runs).toHaveLength(1);
    expect(await teacher.listRuns(null)).toEqual({ ok: false, code: 'bad-request' });
    expect(await teacher.listRuns(freshId())).toEqual({ ok: false, code: 'unknown-student' });
    expect(mustBeOk(await teacher.readRun(runId)).points).toHaveLength(2);
    const otherClass = await makeClass(server.url, OTHER_TEACHER);
    const other = await teacherTab(server.url, otherClass.code, OTHER_TEACHER);
    expect(await other.readRun(runId)).toEqual(unknown);
    // Nothing of Ada has ever reached Eve: no frame, no id, no name.
    for (const text of [runId, ada.id, 'Ada', 'frame']) expect(eve.tab.received).not.toContain(text);
  });

  it('I2: bounds what one student may send', async () => {
    const { code } = await liveClass();
    const { tab } = await studentTab(server.url, code, 'Ada');
    const runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    server.clock.frozen = Date.now();
    const answers = await Promise.all(
      Array.from({ length: LIMITS.batchBurst + 60 }, () => tab.append(runId, epoch, batch(1))),
    );
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused).toHaveLength(60);
    expect(new Set(refused.map((answer) => !answer.ok && answer.code))).toEqual(new Set(['rate-limited']));
    // Waiting helps; the same batch again is fine.
    server.clock.ahead = 60_000;
    mustBeOk(await tab.append(runId, epoch, batch(1)));
    const many = { ...batch(2), points: Array.from({ length: LIMITS.pointsPerBatch + 1 }, () => point(1)) };
    expect(await tab.append(runId, epoch, many)).toEqual({ ok: false, code: 'bad-request' });
  });

  it('I5: keeps everything that was acknowledged over a restart, and resumes sessions and curves', async () => {
    const own = await makeDataDir();
    let running = await startServer(own.dataDir);
    const { code } = await makeClass(running.url);
    const teacher = await teacherTab(running.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const { tab, credentials, id } = await studentTab(running.url, code, 'Ada');
    const runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    const sent = Array.from({ length: 20 }, (_, index) => tab.append(runId, epoch, batch(index + 1)));
    const stopped = Promise.all(sent).then(() => running.stop());
    const acknowledged = (await Promise.all(sent)).filter(({ ok }) => ok).length;
    await stopped;
    await until('told of the stop', () => tab.stopping && teacher.stopping);
    expect(acknowledged).toBe(20);

    running = await startServer(own.dataDir);
    const back = openTab(running.url);
    const answer = mustBeOk(await back.attach({ code, as: { kind: 'student', credentials } }));
    expect(answer.view).toMatchObject({ class: { phase: 'live' }, me: { nickname: 'Ada' } });
    const again = mustBeOk(await back.attachRun(runId));
    expect(again).toEqual({ ok: true, epoch: epoch + 1, highWater: 20 });
    const console_ = await teacherTab(running.url, code);
    const watched = openTab(running.url, { extraHeaders: { cookie: `teacher=${TEACHER}` } });
    const curve = await untilAsync(async () => {
      const { telemetry } = mustBeOk(await watched.attach({ code, as: { kind: 'teacher' } }));
      const entry = telemetry!.students.find(({ studentId }) => studentId === id)!;
      return entry.curve.length === 40 && entry;
    });
    expect(curve).toMatchObject({ runId, activity: 'training', totalSteps: 50, last: { step: 40 } });
    mustBeOk(await back.append(runId, again.epoch, batch(21)));
    expect(mustBeOk(await console_.readRun(runId)).points).toHaveLength(42);
    closeTabs();
    await running.stop();
    await own.remove();
  });
});

/** Asks a few times at once, and then as seldom as an attach may come. */
async function untilAsync<Result>(ask: () => Promise<Result | false>): Promise<Result> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const result = await ask();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, attempt < 10 ? 20 : 2_500));
  }
  throw new Error('waited in vain');
}
