import { describe, expect, it, vi } from 'vitest';
import { submitWeights } from '@/client/training/submit-weights';
import { LIMITS } from '@/protocol/limits';

const SUBMISSION = {
  code: 'ABCDEF',
  runId: 'c'.repeat(32),
  credentials: { studentId: 'a'.repeat(32), secret: 'b'.repeat(64) },
  weights: new Float32Array([1, -2.5]),
};
const SCORED = {
  ok: true,
  submissionId: 'd',
  runId: SUBMISSION.runId,
  accuracy: 0.9,
  pictures: 1_000,
  milliseconds: 60,
  best: true,
} as const;

const answering = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

describe('handing weights in', () => {
  it('sends little-endian float32 with the credentials, and gives the score', async () => {
    const ask = vi.fn<typeof fetch>(async () => answering(SCORED, 201));
    expect(await submitWeights(SUBMISSION, { fetch: ask })).toEqual(SCORED);
    const [url, init] = ask.mock.calls[0]!;
    expect(url).toBe(`/api/classes/ABCDEF/submissions?run=${SUBMISSION.runId}`);
    expect(init?.headers).toMatchObject({
      Authorization: `Student ${'a'.repeat(32)}.${'b'.repeat(64)}`,
    });
    const view = new DataView(init?.body as ArrayBuffer);
    expect([view.byteLength, view.getFloat32(0, true), view.getFloat32(4, true)]).toEqual([8, 1, -2.5]);
  });

  it('gives refusals as they are, whatever their status', async () => {
    const refusal = { ok: false, code: 'weights-wrong-length' };
    expect(await submitWeights(SUBMISSION, { fetch: async () => answering(refusal, 422) })).toEqual(refusal);
  });

  it('repeats once after a network error, late enough not to be refused as too frequent', async () => {
    const ask = vi
      .fn<typeof fetch>()
      .mockRejectedValueOnce(new TypeError('network'))
      .mockResolvedValueOnce(answering(SCORED));
    const wait = vi.fn(async (_milliseconds: number) => undefined);
    expect(await submitWeights(SUBMISSION, { fetch: ask, wait })).toEqual(SCORED);
    expect(wait.mock.calls[0]![0]).toBeGreaterThan(LIMITS.submissionIntervalMs);
  });

  it('gives up after the second one, and after an answer that does not come', async () => {
    const broken = vi.fn<typeof fetch>().mockRejectedValue(new TypeError('network'));
    const means = { fetch: broken, wait: async () => undefined };
    expect(await submitWeights(SUBMISSION, means)).toEqual({ ok: false, code: 'not-attached' });
    expect(broken).toHaveBeenCalledTimes(2);
    const late = vi.fn<typeof fetch>().mockRejectedValue(new DOMException('late', 'TimeoutError'));
    expect(await submitWeights(SUBMISSION, { ...means, fetch: late })).toEqual({
      ok: false,
      code: 'not-attached',
    });
    expect(late).toHaveBeenCalledTimes(1);
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
