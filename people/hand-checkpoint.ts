import type { Credentials } from '@/protocol/attach';
import { checkpointPath } from '@/protocol/checkpoint-paths';
import type { CheckpointAbout, CheckpointTaken } from '@/protocol/checkpoints';
import type { Answer } from '@/protocol/refusals';
import { studentAuthorization } from '@/protocol/submission';
import { request } from './request';

/** Sends a moment of a run with its weights, as its student's page does. */
export function handCheckpoint(
  url: string,
  code: string,
  about: Pick<CheckpointAbout, 'runId' | 'step'> & Partial<CheckpointAbout>,
  credentials: Credentials,
  weights: Float32Array,
) {
  const whole = { validationLoss: null, validationAccuracy: null, findings: [], ...about };
  return request<Answer<CheckpointTaken>>(url, 'POST', checkpointPath(code, whole), {
    headers: { authorization: studentAuthorization(credentials), 'content-type': 'application/octet-stream' },
    body: new Uint8Array(weights.buffer as ArrayBuffer, weights.byteOffset, weights.byteLength),
  });
}
