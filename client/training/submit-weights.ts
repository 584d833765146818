import { z } from 'zod';
import type { Credentials } from '@/protocol/attach';
import { LIMITS } from '@/protocol/limits';
import { type Answer, refusalCodeSchema, refuse } from '@/protocol/refusals';
import { type SubmissionScored, studentAuthorization, submissionPath } from '@/protocol/submission';

/** Milliseconds for upload, evaluation and answer. */
const TIMEOUT_MS = 30_000;
/** A repeat must not fall into the server's minimum distance between two submissions. */
const RETRY_MS = LIMITS.submissionIntervalMs + 500;

const answerSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    submissionId: z.string(),
    runId: z.string(),
    accuracy: z.number(),
    pictures: z.number(),
    milliseconds: z.number(),
    best: z.boolean(),
  }),
  z.object({ ok: z.literal(false), code: refusalCodeSchema }),
]);

export interface SubmitMeans {
  fetch?: typeof fetch;
  /** Waits; rejects never. */
  wait?: (milliseconds: number) => Promise<void>;
}

/**
 * Hands the weights of a run in and waits for the score. A network error is followed by one repeat: should the first
 * request have been scored without our hearing of it, the second one scores the same weights again, which changes
 * nothing on the board. `not-attached`: the server could not be reached.
 */
export async function submitWeights(
  submission: { code: string; runId: string; credentials: Credentials; weights: Float32Array },
  { fetch: ask = fetch, wait = sleep }: SubmitMeans = {},
): Promise<Answer<SubmissionScored>> {
  const { code, runId, credentials, weights } = submission;
  const request = () =>
    ask(submissionPath(code, runId), {
      method: 'POST',
      headers: {
        Authorization: studentAuthorization(credentials),
        'Content-Type': 'application/octet-stream',
      },
      body: littleEndian(weights),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  try {
    return await read(await request());
  } catch (error) {
    if (isTimeout(error)) return refuse('not-attached');
  }
  await wait(RETRY_MS);
  try {
    return await read(await request());
  } catch {
    return refuse('not-attached');
  }
}

async function read(response: Response): Promise<Answer<SubmissionScored>> {
  const parsed = answerSchema.safeParse(await response.json().catch(() => null));
  // Not our server's words: a proxy's page.
  return parsed.success ? parsed.data : refuse(response.status === 413 ? 'upload-too-large' : 'internal');
}

/** The bytes as they cross the wire, whatever this machine's order is. */
function littleEndian(weights: Float32Array): ArrayBuffer {
  const bytes = new ArrayBuffer(weights.length * 4);
  const view = new DataView(bytes);
  for (let i = 0; i < weights.length; i += 1) view.setFloat32(i * 4, weights[i]!, true);
  return bytes;
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
