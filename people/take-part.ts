import type { Answer } from '@/protocol/refusals';
import { roundWeightsPath } from '@/protocol/round-paths';
import { studentAuthorization } from '@/protocol/submission';
import { request } from './request';
import type { TabStudent } from './student';

type Round = { roundsId: string; round: number };

/** Sends weights, or whatever else, in a round of learning together, as a student's page does. */
export function sendInRound(
  { tab, code, credentials }: Pick<TabStudent, 'tab' | 'code' | 'credentials'>,
  { roundsId, round }: Round,
  weights: Float32Array | Uint8Array,
) {
  return request<Answer>(tab.url, 'POST', roundWeightsPath(code, roundsId, round), {
    headers: {
      authorization: studentAuthorization(credentials),
      'content-type': 'application/octet-stream',
    },
    body: new Uint8Array(weights.buffer as ArrayBuffer, weights.byteOffset, weights.byteLength),
  });
}

/** Fetches the class's network before a round. @throws Error where the server has another answer */
export async function fetchInRound(
  { tab, code, credentials }: Pick<TabStudent, 'tab' | 'code' | 'credentials'>,
  { roundsId, round }: Round,
): Promise<Float32Array> {
  const response = await fetch(`${tab.url}${roundWeightsPath(code, roundsId, round)}`, {
    headers: { authorization: studentAuthorization(credentials) },
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return new Float32Array(await response.arrayBuffer());
}
