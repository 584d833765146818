import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SubmissionPlace, submitWeights } from '@/client/training/submit-weights';
import { weightBytes } from '@/engine/verify/check-weights';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { request } from '@/people/request';
import { EXPERIMENT, WEIGHTS } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import { until } from '@/people/until';
import type { Experiment } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import { type Answer, refuse } from '@/protocol/refusals';
import { type SubmissionStatus, studentAuthorization, submissionPath } from '@/protocol/submission';
import { Failures } from '@/server/verify/failures';
import type { Verifier, VerifyJob } from '@/server/verify/verifier';
import { makeDataDir, type RunningServer, startServer } from '@/tests/live/class-server';
import { makeClass, teacherTab } from '@/tests/live/known-teacher';
import { PATIENCE_MS } from '@/tests/patience';

/** The largest network that an experiment can ask for. */
const LARGEST: Experiment = {
  ...EXPERIMENT,
  network: { kind: 'convolutional', filters: [32, 32], kernel: 5, dense: 256, activation: 'relu' },
};
const LARGEST_WEIGHTS = weightBytes(LARGEST) / 4;

/** One thread that scores one network at a time, in its order; what it gives is the first weight. */
class OneThread implements Verifier {
  readonly lanes = 1;
  readonly scored: number[] = [];
  readonly seen: Float32Array[] = [];
  milliseconds = 0;
  /** Instead of a score. */
  failing = false;
  private gate = Promise.resolve();

  async evaluate({ weights }: VerifyJob): ReturnType<Verifier['evaluate']> {
    await this.gate;
    await new Promise((resolve) => setTimeout(resolve, this.milliseconds));
    this.seen.push(weights);
    this.scored.push(weights[0]!);
    if (this.failing) return refuse('verifier-failed');
    const publicAccuracy = Math.abs(weights[0]! % 1);
    return { ok: true, publicAccuracy, privateAccuracy: 0.5, right: new Uint8Array(0), milliseconds: 1 };
  }
  hold(): () => void {
    let open: () => void = () => undefined;
    this.gate = new Promise((resolve) => {
      open = resolve;
    });
    return open;
  }
  queueLength = () => 0;
  close = async () => undefined;
}

describe('scoring', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let thread: OneThread;
  beforeAll(async () => {
    data = await makeDataDir();
    thread = new OneThread();
    server = await startServer(data.dataDir, { score: () => thread });
  });
  afterEach(() => {
    closeTabs();
    thread.milliseconds = 0;
    thread.failing = false;
    thread.scored.length = 0;
    thread.seen.length = 0;
    server.clock.ahead = 0;
    server.clock.frozen = null;
  });
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  async function classOf(count: number, experiment: Experiment = EXPERIMENT) {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    return Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const student = await studentTab(server.url, code, `Student ${index + 1}`);
        const runId = freshId();
        mustBeOk(await student.tab.attachRun(runId, { experiment }));
        return { ...student, code, runId };
      }),
    );
  }
  type Person = Awaited<ReturnType<typeof classOf>>[number];

  const weightsOf = (first: number, length = WEIGHTS) => {
    const weights = new Float32Array(length).fill(0.01);
    weights[0] = first;
    return weights;
  };
  const hand = ({ code, runId, credentials }: Person, weights: Float32Array | Uint8Array) =>
    submit(server.url, code, runId, credentials, weights);
  /** The page's own way, with the waiting in between cut short. */
  const asThePage = ({ code, runId, credentials }: Person, weights: Float32Array) => {
    const places: SubmissionPlace[] = [];
    const answer = submitWeights(
      { code, runId, credentials, weights, heard: (place) => places.push(place) },
      {
        fetch: (url, init) => fetch(`${server.url}${url}`, init),
        wait: () => new Promise((resolve) => setTimeout(resolve, 100)),
      },
    );
    return { answer, places };
  };
  const postAtOnce = ({ code, runId, credentials }: Person, weights: Float32Array) =>
    request<Answer<SubmissionStatus>>(server.url, 'POST', submissionPath(code, runId), {
      headers: { authorization: studentAuthorization(credentials), Prefer: 'wait=0' },
      body: new Uint8Array(weights.buffer as ArrayBuffer),
    });

  it('thirty of the largest networks at once: every student gets the answer, and hears the place meanwhile', async () => {
    const students = await classOf(30, LARGEST);
    // Together longer than an upload waits for its score.
    thread.milliseconds = 120;
    const handed = students.map((student, index) =>
      asThePage(student, weightsOf(0.5 + index / 100, LARGEST_WEIGHTS)),
    );
    const answers = await Promise.all(handed.map(({ answer }) => answer));
    answers.forEach((answer, index) => {
      expect(answer).toMatchObject({ ok: true, runId: students[index]!.runId });
      expect(answer.ok && answer.accuracy).toBeCloseTo(0.5 + index / 100, 4);
    });
    const told = handed.flatMap(({ places }) => places.map(({ before }) => before ?? 0));
    expect(Math.max(...told)).toBeGreaterThan(5);
    // The control: those who did not ask again would not know.
    expect(handed.filter(({ places }) => places.length > 0).length).toBeGreaterThan(10);
  });

  it('a class that floods makes another wait for one of its networks, not for all', async () => {
    const hostile = await classOf(40);
    const [ada] = await classOf(1);
    const open = thread.hold();
    for (const [index, student] of hostile.entries())
      expect((await postAtOnce(student, weightsOf(index + 1))).status).toBe(202);
    const { status, answer } = await postAtOnce(ada!, weightsOf(1_000));
    expect(status).toBe(202);
    expect(answer.ok && 'waiting' in answer && answer.waiting.before).toBeLessThanOrEqual(2);
    open();
    await vi.waitFor(() => expect(thread.scored).toHaveLength(41), { timeout: PATIENCE_MS });
    // The control: she came last of 41; one line for all would have had her wait for 40.
    expect(thread.scored.indexOf(1_000)).toBeLessThanOrEqual(2);
  });

  it('uploads that trickle hold up nobody but their senders', async () => {
    // As many as once filled every place there was, and more.
    const slow = await classOf(65);
    const [ada, ben] = await classOf(2);
    const trickling = slow.map(({ code, runId, credentials }) => {
      const upload = httpRequest(`${server.url}${submissionPath(code, runId)}`, {
        method: 'POST',
        headers: {
          authorization: studentAuthorization(credentials),
          'content-length': WEIGHTS * 4,
        },
      });
      upload.on('error', () => undefined);
      upload.write(new Uint8Array(8));
      return upload;
    });
    await until('all of them send', () => trickling.every(({ socket }) => socket && !socket.connecting));
    for (const student of [ada!, ben!])
      expect(await hand(student, weightsOf(0.5))).toMatchObject({ status: 201 });
    // One upload at a time: while it trickles, its sender has no other.
    await vi.waitFor(
      async () =>
        expect((await hand(slow[0]!, weightsOf(0.5))).answer).toEqual({ ok: false, code: 'rate-limited' }),
      { timeout: PATIENCE_MS },
    );
    for (const upload of trickling) upload.destroy();
    // And none of them is counted for good.
    await vi.waitFor(
      async () => expect((await hand(slow[0]!, weightsOf(0.5))).answer).toMatchObject({ ok: true }),
      { timeout: PATIENCE_MS },
    );
  });

  it('weights that crawl, overflow or are none are made harmless or refused', async () => {
    const [ada] = await classOf(1);
    const filled = (value: number, length = WEIGHTS) => new Float32Array(length).fill(value);
    const refused = async (weights: Float32Array, code: string) =>
      expect((await hand(ada!, weights)).answer).toEqual({ ok: false, code });
    await refused(filled(3e38), 'weights-too-large');
    await refused(filled(-2e6), 'weights-too-large');
    await refused(filled(Number.NaN), 'weights-not-finite');
    await refused(filled(0.5, WEIGHTS - 1), 'weights-wrong-length');
    expect(thread.seen).toHaveLength(0);
    for (const tiny of [1e-20, 1e-40, -5e-324]) {
      server.clock.ahead += LIMITS.submissionIntervalMs + 1;
      mustBeOk((await hand(ada!, filled(tiny))).answer);
      expect(thread.seen.at(-1)!.every((weight) => weight === 0)).toBe(true);
    }
  });

  it('what came to nothing counts: a network that fails is no free turn, nor is an upload that is none', async () => {
    const [ada, ben] = await classOf(2);
    server.clock.frozen = Date.now();
    thread.failing = true;
    const failed = { ok: false, code: 'verifier-failed' };
    expect((await hand(ada!, weightsOf(0.5))).answer).toEqual(failed);
    expect((await hand(ada!, weightsOf(0.5))).answer).toEqual({ ok: false, code: 'rate-limited' });
    for (let count = 1; count < LIMITS.submissionsPerStudent; count += 1) {
      server.clock.ahead += LIMITS.submissionIntervalMs + 1;
      expect((await hand(ada!, weightsOf(0.5))).answer).toEqual(failed);
    }
    server.clock.ahead += LIMITS.submissionIntervalMs + 1;
    expect((await hand(ada!, weightsOf(0.5))).answer).toEqual({ ok: false, code: 'too-many-submissions' });
    // What has been counted is written down: a restart gives nobody new tries.
    const next = new Failures(path.join(server.env.dataDir, 'failed-submissions'));
    await next.read();
    expect(next.of(ada!.credentials.studentId)).toMatchObject({ count: LIMITS.submissionsPerStudent });
    const codes: string[] = [];
    for (let count = 0; count < LIMITS.faultyUploadBurst + 3; count += 1) {
      const { answer } = await hand(ben!, new Float32Array(WEIGHTS).fill(Number.NaN));
      if (!answer.ok) codes.push(answer.code);
    }
    expect(codes[0]).toBe('weights-not-finite');
    expect(codes.at(-1)).toBe('rate-limited');
  });
});
