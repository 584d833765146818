import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { freshId, newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { WEIGHTS } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import { until } from '@/people/until';
import type { Credentials } from '@/protocol/attach';
import { LIMITS } from '@/protocol/limits';
import { studentAuthorization, submissionPath, submissionStatusPath } from '@/protocol/submission';
import type { StudentView, TeacherView } from '@/protocol/views';
import { PATIENCE_MS } from '@/tests/patience';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, teacherHeaders, teacherTab } from './known-teacher';

const weights = (first: number, length = WEIGHTS) => {
  const values = new Float32Array(length);
  values[0] = first;
  return values;
};

describe('handing weights in', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let code: string;
  let teacher: RecordingTab;
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
    ({ code } = await makeClass(server.url));
    teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const students = [];
    for (const name of names) {
      const student = await studentTab(server.url, code, name);
      const runId = freshId();
      mustBeOk(await student.tab.attachRun(runId));
      students.push({ ...student, runId });
    }
    return students;
  }

  /** Far enough from the last one. */
  function later() {
    server.clock.ahead += LIMITS.submissionIntervalMs + 1;
  }

  it('tells a new number only for what betters the best by more than luck, and lets the room say how often', async () => {
    const [ada] = await classWith('Ada');
    const hand = (share: number) => submit(server.url, code, ada!.runId, ada!.credentials, weights(share));
    const limit = { type: 'class:limit-hand-ins', handIns: 3, coolDownSeconds: 60 } as const;
    expect(await ada!.tab.command(limit)).toEqual({ ok: false, code: 'not-allowed' });
    expect(await teacher.command({ ...limit, handIns: 51 })).toEqual({ ok: false, code: 'bad-request' });
    expect(await teacher.command({ ...limit, coolDownSeconds: 2 })).toEqual({
      ok: false,
      code: 'bad-request',
    });
    mustBeOk(await teacher.command(limit));

    expect((await hand(0.75)).answer).toMatchObject({ ok: true, accuracy: 0.75, best: true });
    later();
    expect(await hand(0.9)).toMatchObject({ status: 429, answer: { ok: false, code: 'cooling-down' } });
    server.clock.ahead += 60_000;
    // Five pictures of 2,000 more, and none less.
    expect((await hand(0.7525)).answer).toMatchObject({ ok: true, accuracy: 0.75, best: false });
    const view = await until('the second one is on the board', () => {
      const last = ada!.tab.views.at(-1) as StudentView | undefined;
      return last?.me.submissions === 2 && last;
    });
    expect(view.ownRow!.accuracy).toBe(0.75);
    expect(view.class).toMatchObject({ handInsAllowed: 3, coolDownSeconds: 60 });
    expect(view.me.nextHandInAt).toBeGreaterThan(server.clock.ahead);
    const { runs } = mustBeOk(await ada!.tab.listRuns(ada!.id));
    expect(runs[0]).toMatchObject({ verifiedAccuracy: 0.75 });
    expect(ada!.tab.received).not.toContain('0.7525');
    server.clock.ahead += 60_000;
    expect((await hand(0.875)).answer).toMatchObject({ ok: true, accuracy: 0.875, best: true });
    server.clock.ahead += 60_000;
    expect((await hand(0.9)).answer).toEqual({ ok: false, code: 'too-many-submissions' });
  });

  it('I4, I9: scores, ranks, and reveals the private half only at the end', async () => {
    const [ada, ben] = await classWith('Ada', 'Ben');
    const first = await submit(server.url, code, ada!.runId, ada!.credentials, weights(0.625));
    expect(first).toMatchObject({
      status: 201,
      answer: { ok: true, accuracy: 0.625, best: true, pictures: 2_000 },
    });
    mustBeOk((await submit(server.url, code, ben!.runId, ben!.credentials, weights(0.75))).answer);
    later();
    const worse = await submit(server.url, code, ada!.runId, ada!.credentials, weights(0.5));
    expect(worse.answer).toMatchObject({ ok: true, best: false });
    const board = await until('a board of two', () => {
      const view = ada!.tab.views.at(-1) as StudentView | undefined;
      return view?.me.submissions === 2 && view.board?.total === 2 && view;
    });
    expect(board.board!.rows.map(({ nickname, accuracy }) => [nickname, accuracy])).toEqual([
      ['Ben', 0.75],
      ['Ada', 0.625],
    ]);
    expect(board.ownRow).toMatchObject({ rank: 2, runId: ada!.runId });
    // 0.525 and 0.65 are the private halves: hidden from all until the end, the teacher too.
    for (const { received } of [ada!.tab, ben!.tab, teacher]) {
      expect(received).not.toMatch(/0\.525|0\.65\b|privateAccuracy/);
    }
    expect(ada!.tab.received).not.toContain(ben!.runId);
    expect(ada!.tab.received).not.toContain(ben!.id);
    const { runs } = mustBeOk(await ada!.tab.listRuns(null));
    expect(runs[0]!.verifiedAccuracy).toBe(0.625);
    mustBeOk(await teacher.command({ type: 'class:end' }));
    const end = await until('revealed', () => {
      const view = ben!.tab.views.at(-1) as StudentView | undefined;
      return view?.board?.revealed && view;
    });
    expect(end.board!.rows[0]!.finalAccuracy).toBeCloseTo(0.65);
    expect((teacher.views.at(-1) as TeacherView).board.total).toBe(2);
  });

  it('I9: refuses weights of the wrong length, that are no numbers, or too many bytes', async () => {
    const [ada] = await classWith('Ada');
    const hand = async (body: Float32Array | Uint8Array) =>
      (await submit(server.url, code, ada!.runId, ada!.credentials, body)).answer;
    for (const length of [0, WEIGHTS - 1, WEIGHTS + 1])
      expect(await hand(weights(0.5, length))).toEqual({ ok: false, code: 'weights-wrong-length' });
    expect(await hand(new Uint8Array(WEIGHTS * 4 + 1))).toEqual({ ok: false, code: 'weights-wrong-length' });
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(await hand(weights(value))).toEqual({ ok: false, code: 'weights-not-finite' });
    const late = weights(0.5);
    late[WEIGHTS - 1] = Number.NaN;
    expect(await hand(late)).toEqual({ ok: false, code: 'weights-not-finite' });
    const large = await submit(
      server.url,
      code,
      ada!.runId,
      ada!.credentials,
      new Uint8Array(LIMITS.uploadBytes + 1),
    ).catch(() => 'connection cut' as const);
    // The server may end the connection before the client has sent all.
    if (large !== 'connection cut')
      expect(large).toEqual({ status: 413, answer: { ok: false, code: 'upload-too-large' } });
    // None of them counted.
    expect(await hand(weights(0.5))).toMatchObject({ ok: true });
  });

  it('bounds an upload that does not say how long it is', async () => {
    const [ada] = await classWith('Ada');
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const outcome = await fetch(`${server.url}${submissionPath(code, ada!.runId)}`, {
      method: 'POST',
      headers: { authorization: studentAuthorization(ada!.credentials) },
      body: endless,
      duplex: 'half',
    } as RequestInit).then(
      (response) => response.status,
      () => 413,
    );
    expect(outcome).toBe(413);
    expect(sent).toBeLessThan(LIMITS.uploadBytes * 3);
  });

  it('refuses too many, too soon, and two at once', async () => {
    const [ada] = await classWith('Ada');
    server.clock.frozen = Date.now();
    const hand = async () =>
      (await submit(server.url, code, ada!.runId, ada!.credentials, weights(0.5))).answer;
    const open = server.verifier.hold();
    const slow = hand();
    await until('the first is under way', () => true);
    const second = hand();
    const both = Promise.all([slow, second]);
    expect(await Promise.race([slow, second])).toEqual({ ok: false, code: 'rate-limited' });
    open();
    expect((await both).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await hand()).toEqual({ ok: false, code: 'rate-limited' });
    for (let count = 1; count < LIMITS.submissionsPerStudent; count += 1) {
      later();
      mustBeOk(await hand());
    }
    later();
    expect(await hand()).toEqual({ ok: false, code: 'too-many-submissions' });
  });

  it('takes nothing once the clock of the challenge is over, until there is more time', async () => {
    const [ada] = await classWith('Ada');
    const hand = async () =>
      (await submit(server.url, code, ada!.runId, ada!.credentials, weights(1))).answer;
    const index = handwrittenDigits.steps.findIndex(({ id }) => id === 'challenge');
    mustBeOk(await teacher.command({ type: 'step:go', index }));
    mustBeOk(await teacher.command({ type: 'countdown:set', seconds: 60 }));
    mustBeOk(await hand());
    server.clock.ahead += 60_000;
    expect(await hand()).toEqual({ ok: false, code: 'time-is-up' });
    mustBeOk(await teacher.command({ type: 'countdown:add', seconds: 60 }));
    mustBeOk(await hand());
  });

  it('takes what others come before with 202 and a place, and tells of it whenever it is asked', async () => {
    const [ada, ben] = await classWith('Ada', 'Ben');
    const open = server.verifier.hold();
    const id = freshId();
    const headers = (who: Credentials) => ({
      authorization: studentAuthorization(who),
      'Idempotency-Key': id,
      Prefer: 'wait=0',
    });
    const post = () =>
      request<{ ok: boolean }>(server.url, 'POST', submissionPath(code, ada!.runId), {
        headers: headers(ada!.credentials),
        body: new Uint8Array(weights(0.5).buffer as ArrayBuffer),
      });
    const ask = async (who: Credentials, wanted = id) =>
      request(server.url, 'GET', submissionStatusPath(code, wanted), { headers: headers(who) });
    const waiting = { ok: true, submissionId: id, runId: ada!.runId, waiting: { before: 0 } };
    expect(await post()).toMatchObject({ status: 202, answer: waiting });
    expect(await ask(ada!.credentials)).toMatchObject({ status: 200, answer: waiting });
    // The same one again is the same one, however often; another's is not told of.
    expect(await post()).toMatchObject({ status: 202, answer: waiting });
    const unknown = { status: 404, answer: { ok: false, code: 'submission-lost' } };
    expect(await ask(ben!.credentials)).toEqual(unknown);
    const over = await request(server.url, 'POST', submissionPath(code, ben!.runId), {
      headers: headers(ben!.credentials),
      body: new Uint8Array(weights(0.9).buffer as ArrayBuffer),
    });
    expect(over).toEqual({ status: 400, answer: { ok: false, code: 'bad-request' } });
    expect(await ask(ada!.credentials, freshId())).toEqual(unknown);
    open();
    const scored = { ok: true, submissionId: id, accuracy: 0.5, best: true };
    await vi.waitFor(async () => expect((await ask(ada!.credentials)).answer).toMatchObject(scored), {
      timeout: PATIENCE_MS,
    });
    expect(await post()).toMatchObject({ status: 201, answer: scored });
    const view = await until('counted once', () => {
      const latest = ada!.tab.views.at(-1) as StudentView | undefined;
      return latest?.me.submissions ? latest : null;
    });
    expect(view.me.submissions).toBe(1);
  });

  it('scores after a restart what waited before it, and still tells of what it scored before', async () => {
    const [ada, ben] = await classWith('Ada', 'Ben');
    const [first, second] = [freshId(), freshId()];
    const post = (who: NonNullable<typeof ada>, id: string) =>
      request(server.url, 'POST', submissionPath(code, who.runId), {
        headers: {
          authorization: studentAuthorization(who.credentials),
          'Idempotency-Key': id,
          Prefer: 'wait=1',
        },
        body: new Uint8Array(weights(0.75).buffer as ArrayBuffer),
      });
    expect(await post(ada!, first)).toMatchObject({ status: 201 });
    server.verifier.hold();
    expect(await post(ben!, second)).toMatchObject({ status: 202 });
    closeTabs();
    await server.stop();
    server = await startServer(data.dataDir);
    const ask = async (who: NonNullable<typeof ada>, id: string) =>
      (
        await request(server.url, 'GET', submissionStatusPath(code, id), {
          headers: { authorization: studentAuthorization(who.credentials) },
        })
      ).answer;
    const scored = { ok: true, accuracy: 0.75, best: true };
    await vi.waitFor(async () => expect(await ask(ben!, second)).toMatchObject(scored), {
      timeout: PATIENCE_MS,
    });
    expect(await ask(ada!, first)).toMatchObject(scored);
    expect(await readdir(path.join(data.dataDir, 'waiting-submissions'))).toEqual([]);
  });

  it('takes only own runs of students that are in, while the class is live', async () => {
    const [ada, ben] = await classWith('Ada', 'Ben');
    const hand = (runId: string, who: Credentials) => submit(server.url, code, runId, who, weights(0.5));
    expect(await hand(ben!.runId, ada!.credentials)).toEqual({
      status: 404,
      answer: { ok: false, code: 'unknown-run' },
    });
    expect((await hand(ada!.runId, newCredentials())).answer).toEqual({ ok: false, code: 'unknown-student' });
    const wrong = { ...ada!.credentials, secret: '0'.repeat(64) };
    expect((await hand(ada!.runId, wrong)).answer).toEqual({ ok: false, code: 'unknown-student' });
    const unsigned = await request(server.url, 'POST', submissionPath(code, ada!.runId), {
      headers: teacherHeaders(),
      body: new Uint8Array(WEIGHTS * 4),
    });
    expect(unsigned).toEqual({ status: 401, answer: { ok: false, code: 'not-attached' } });
    mustBeOk(await teacher.command({ type: 'student:ban', studentId: ben!.id }));
    expect((await hand(ben!.runId, ben!.credentials)).answer).toEqual({ ok: false, code: 'student-banned' });
    mustBeOk(await teacher.command({ type: 'class:end' }));
    expect((await hand(ada!.runId, ada!.credentials)).answer).toEqual({ ok: false, code: 'class-ended' });
  });
});
