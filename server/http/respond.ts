import type { ServerResponse } from 'node:http';
import type { Answer, RefusalCode } from '@/protocol/refusals';

const STATUS: Partial<Record<RefusalCode, number>> = {
  'rate-limited': 429,
  'too-many-submissions': 429,
  'cooling-down': 429,
  internal: 500,
  'server-stopping': 503,
  'storage-full': 507,
  'storage-read-only': 503,
  'storage-gone': 503,
  'storage-unreachable': 503,
  'verifier-busy': 503,
  'verifier-failed': 502,
  'not-signed-in': 401,
  'not-attached': 401,
  'not-allowed': 403,
  'not-your-class': 403,
  'not-your-group': 403,
  'too-many-groups': 409,
  'group-archived': 409,
  'sitting-open': 409,
  'room-closed': 409,
  'student-waiting': 403,
  'student-removed': 403,
  'student-banned': 403,
  'device-banned': 403,
  'unknown-code': 404,
  'unknown-link': 404,
  'page-code-wrong': 404,
  'unknown-student': 404,
  'unknown-run': 404,
  'unknown-checkpoint': 404,
  'unknown-set-up': 404,
  'remark-invalid': 422,
  'network-not-kept': 404,
  'class-ended': 410,
  'time-is-up': 409,
  'upload-too-large': 413,
  'wrong-phase': 409,
  'class-full': 409,
  'class-locked': 409,
  'too-many-classes': 409,
  'weights-wrong-length': 422,
  'weights-not-finite': 422,
  'weights-too-large': 422,
  'network-too-costly': 422,
  'race-weights': 422,
  'race-updates': 422,
  'race-examples': 422,
  'race-other-start': 422,
  'upload-too-slow': 408,
  'submission-lost': 404,
  'unknown-lesson': 422,
  'no-pool': 404,
  'pool-file-invalid': 422,
  'pool-file-other-kind': 409,
  'class-file-unreadable': 422,
  'class-file-newer': 422,
  'class-file-changed': 422,
  'class-file-cut': 422,
  'class-file-invalid': 422,
  'class-file-not-ended': 422,
  'class-file-too-large': 413,
  'class-already-here': 409,
  'class-file-taken': 409,
  'imports-busy': 503,
  'import-lost': 404,
};

/** The HTTP status that says what a refusal says. */
function statusOf(code: RefusalCode): number {
  return STATUS[code] ?? 400;
}

/** What a response has said no with. */
const refused = new WeakMap<ServerResponse, RefusalCode>();

/** The refusal that a response was answered with; undefined: none. */
export const refusedWith = (response: ServerResponse) => refused.get(response);

/** Answers with JSON; a refusal gets its own status. Nothing of it is to be cached. */
export function respond(response: ServerResponse, answer: Answer, okStatus = 200): void {
  if (!answer.ok) refused.set(response, answer.code);
  respondJson(response, answer.ok ? okStatus : statusOf(answer.code), answer);
}

export function respondJson(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent || response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}
