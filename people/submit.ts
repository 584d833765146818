import type { Credentials } from '@/protocol/attach';
import type { Answer } from '@/protocol/refusals';
import {
  type SubmissionScored,
  studentAuthorization,
  submissionPath,
  type TrainingClaim,
} from '@/protocol/submission';
import { request } from './request';

/** Hands the weights of a run in, as its student's page does. */
export function submit(
  url: string,
  code: string,
  runId: string,
  credentials: Credentials,
  weights: Float32Array | Uint8Array,
  claim: TrainingClaim = {},
) {
  return request<Answer<SubmissionScored>>(url, 'POST', submissionPath(code, runId, claim), {
    headers: {
      authorization: studentAuthorization(credentials),
      'content-type': 'application/octet-stream',
    },
    body: new Uint8Array(weights.buffer as ArrayBuffer, weights.byteOffset, weights.byteLength),
  });
}
