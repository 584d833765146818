import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Refusal, refuse } from '@/protocol/refusals';
import { readBody } from './read-body';

/** Networks' weights as the bodies of requests and answers: float32, as they lie in memory. */

/** The bytes that a request brings; the caller knows how many they must be, and looks at what they hold. */
export async function readWeightsBody(
  request: IncomingMessage,
  bytes: number,
): Promise<{ ok: true; weights: Uint8Array } | Refusal> {
  const weights = await readBody(request, bytes);
  if (weights === 'too-large') return refuse('weights-wrong-length');
  if (weights === 'broken') return refuse('bad-request');
  return { ok: true, weights };
}

/** Answers with weights, and how long they may be kept. Null: the answer is given. */
export function sendWeights(
  response: ServerResponse,
  weights: Uint8Array,
  keeping: { 'cache-control': string; vary?: string },
): null {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': weights.byteLength,
    ...keeping,
    'x-content-type-options': 'nosniff',
  });
  response.end(weights);
  return null;
}
