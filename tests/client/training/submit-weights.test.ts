import { describe, expect, it, vi } from 'vitest';
import { followSubmission, type SubmissionPlace, submitWeights } from '@/client/training/submit-weights';
import { LIMITS } from '@/protocol/limits';

const SUBMISSION = {
  code: 'ABCDEF',
  runId: 'c'.repeat(32),
  credentials: { studentId: 'a'.repeat(32), secret: 'b'.repeat(64) },
  weights: new Float32Array([1, -2.5]),
};
const ID = 'e'.repeat(32);
const SCORED = {
  ok: true,
  submissionId: 'd',
  runId: SUBMISSION.runId,
  accuracy: 0.9,
  pictures: 1_000,
  milliseconds: 60,
  best: true,
  race: null,
} as const;
const waiting = (before: number) => ({
  ok: true,
  submissionId: ID,
  runId: SUBMISSION.runId,
  waiting: { before, askAgainMs: 1_500 },
});
const refused = (code: string) => ({ ok: false, code });
const silence = () => {
  throw new TypeError('network');
};

/** A server that answers as it is told, one request after the other; the last answer stays. */
function serverOf(...answers: (object | (() => never))[]) {
  let next = 0;
  const asked: { method: string; url: string; key: string | null }[] = [];
  const ask: typeof fetch = async (url, init) => {
    const headers = new Headers(init?.headers);
    asked.push({ method: init?.method ?? 'GET', url: String(url), key: headers.get('idempotency-key') });
    const answer = answers[Math.min(next, answers.length - 1)]!;
    next += 1;
    return typeof answer === 'function' ? answer() : new Response(JSON.stringify(answer));
  };
  return { fetch: ask, asked, methods: () => asked.map(({ method }) => method), wait: vi.fn(async () => {}) };
}

describe('handing weights in', () => {
  it('sends little-endian float32 with the credentials, and gives the score', async () => {
    const ask = vi.fn<typeof fetch>(async () => new Response(JSON.stringify(SCORED), { status: 201 }));
    expect(await submitWeights(SUBMISSION, { fetch: ask })).toEqual(SCORED);
    const [url, init] = ask.mock.calls[0]!;
    expect(url).toBe(`/api/classes/ABCDEF/submissions?run=${SUBMISSION.runId}`);
    expect(init?.headers).toMatchObject({
      Authorization: `Student ${'a'.repeat(32)}.${'b'.repeat(64)}`,
    });
    const view = new DataView(init?.body as ArrayBuffer);
    expect([view.byteLength, view.getFloat32(0, true), view.getFloat32(4, true)]).toEqual([8, 1, -2.5]);
  });

  it('gives refusals as they are', async () => {
    const refusal = refused('weights-wrong-length');
    expect(await submitWeights(SUBMISSION, serverOf(refusal))).toEqual(refusal);
  });

  it('tells its place and asks until the score is there, however late', async () => {
    const server = serverOf(...Array.from({ length: 300 }, (_, i) => waiting(299 - i)), SCORED);
    const places: SubmissionPlace[] = [];
    const heard = (place: SubmissionPlace) => places.push(place);
    expect(await submitWeights({ ...SUBMISSION, id: ID, heard }, server)).toEqual(SCORED);
    expect(places.map(({ before }) => before)).toEqual(Array.from({ length: 300 }, (_, i) => 299 - i));
    expect(new Set(server.methods().slice(1))).toEqual(new Set(['GET']));
    expect(server.asked[1]!.url).toBe(`/api/classes/ABCDEF/submissions?id=${ID}`);
    expect(server.wait).toHaveBeenCalledWith(1_500);
  });

  it('sends the same submission again after a silence, late enough not to be refused as too frequent', async () => {
    const server = serverOf(silence, SCORED);
    expect(await submitWeights(SUBMISSION, server)).toEqual(SCORED);
    const [first, second] = server.asked;
    expect(first!.key).toMatch(/^[0-9a-f]{32}$/);
    expect(second!.key).toBe(first!.key);
    expect((server.wait.mock.calls as unknown as [number][])[0]![0]).toBeGreaterThan(
      LIMITS.submissionIntervalMs,
    );
  });

  it('never says “not reached” of what the server has: silences in between are waited out', async () => {
    const server = serverOf(waiting(4), ...Array.from({ length: 40 }, () => silence), SCORED);
    expect(await submitWeights(SUBMISSION, server)).toEqual(SCORED);
    // The control: what nobody has ever answered is not reached, after a few attempts.
    const away = serverOf(silence);
    expect(await submitWeights(SUBMISSION, away)).toEqual(refused('not-attached'));
    expect(away.asked).toHaveLength(4);
  });

  it('waits for room, for a restart, and sends again what a server has lost', async () => {
    const busy = serverOf(refused('verifier-busy'), refused('server-stopping'), SCORED);
    expect(await submitWeights(SUBMISSION, busy)).toEqual(SCORED);
    expect(busy.methods()).toEqual(['POST', 'POST', 'POST']);
    const lost = serverOf(waiting(2), refused('submission-lost'), waiting(0), SCORED);
    expect(await submitWeights(SUBMISSION, lost)).toEqual(SCORED);
    expect(lost.methods()).toEqual(['POST', 'GET', 'POST', 'GET']);
    // The server still takes the upload that broke off for one under way.
    const brokenOff = serverOf(silence, refused('rate-limited'), SCORED);
    expect(await submitWeights(SUBMISSION, brokenOff)).toEqual(SCORED);
    const tooSoon = serverOf(refused('rate-limited'));
    expect(await submitWeights(SUBMISSION, tooSoon)).toEqual(refused('rate-limited'));
    const never = serverOf(waiting(2), refused('verifier-failed'));
    expect(await submitWeights(SUBMISSION, never)).toEqual(refused('verifier-failed'));
  });

  it('goes on after a reload with the id alone; what is lost is said', async () => {
    const { code, credentials } = SUBMISSION;
    const server = serverOf(waiting(1), refused('rate-limited'), SCORED);
    expect(await followSubmission({ code, credentials, id: ID }, server)).toEqual(SCORED);
    expect(new Set(server.methods())).toEqual(new Set(['GET']));
    const lost = serverOf(refused('submission-lost'));
    expect(await followSubmission({ code, credentials, id: ID }, lost)).toEqual(refused('submission-lost'));
  });

  it("does not take a proxy's page for an answer", async () => {
    const page = async (status: number) => new Response('<html>', { status });
    expect(await submitWeights(SUBMISSION, { fetch: () => page(502) })).toEqual({
      ok: false,
      code: 'internal',
    });
    expect(await submitWeights(SUBMISSION, { fetch: () => page(413) })).toEqual({
      ok: false,
      code: 'upload-too-large',
    });
  });
});
