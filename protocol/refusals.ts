import { z } from 'zod';

/**
 * Every way in which the server says no. The list is closed: each code has a translated message
 * (client/messages/…/errors.json), and nothing is ever refused by silence.
 */
export const REFUSAL_CODES = [
  'bad-request',
  'rate-limited',
  'internal',
  'server-stopping',
  'storage-full',
  'storage-read-only',
  'storage-gone',
  'storage-unreachable',
  'not-attached',
  'not-signed-in',
  'not-your-class',
  'not-allowed',
  'unknown-teacher',
  'too-many-owners',
  'unknown-link',
  'link-revoked',
  'link-over',
  'too-many-links',
  'not-your-group',
  'too-many-groups',
  'group-archived',
  'sitting-open',
  'kept-too-long',
  'next-sitting',
  'room-closed',
  'last-owner',
  'unknown-code',
  'class-ended',
  'class-full',
  'class-locked',
  'wrong-phase',
  'no-such-step',
  'steps-invalid',
  'message-invalid',
  'message-to-nobody',
  'too-many-messages',
  'names-hidden',
  'too-many-bookmarks',
  'unknown-bookmark',
  'nothing-to-show',
  'unknown-lesson',
  'too-many-classes',
  'nickname-invalid',
  'nickname-refused',
  'nickname-reserved',
  'nickname-taken',
  'unknown-student',
  'student-waiting',
  'student-removed',
  'student-banned',
  'return-code-wrong',
  'page-code-wrong',
  'place-moved',
  'too-many-watched',
  'no-help-asked',
  'help-paired',
  'too-many-calls',
  'unknown-set-up',
  'too-many-snapshots',
  'unknown-snapshot',
  'unknown-run',
  'unknown-checkpoint',
  'remark-invalid',
  'run-stale',
  'run-gap',
  'run-closed',
  'too-many-runs',
  'too-many-points',
  'weights-wrong-length',
  'weights-not-finite',
  'weights-too-large',
  'upload-too-large',
  'upload-too-slow',
  'network-too-costly',
  'submission-lost',
  'too-many-submissions',
  'verifier-busy',
  'verifier-failed',
  'no-challenge',
  'too-many-answers',
  'no-prediction',
  'already-predicted',
  'no-pool',
  'pool-closed',
  'pool-full',
  'pool-labels-fixed',
  'pool-labels-invalid',
  'pool-too-small',
  'pool-file-invalid',
  'pool-file-other-kind',
  'drawing-empty',
  'drawing-repeated',
  'too-many-drawings',
  'unknown-drawing',
] as const;

export const refusalCodeSchema = z.enum(REFUSAL_CODES);
export type RefusalCode = z.infer<typeof refusalCodeSchema>;

/** The answer to anything that was not done. */
export interface Refusal {
  ok: false;
  code: RefusalCode;
}

/** An answer: `ok` with its facts, or a refusal. */
export type Answer<Facts extends object = object> = ({ ok: true } & Facts) | Refusal;

/** Makes a refusal. */
export function refuse(code: RefusalCode): Refusal {
  return { ok: false, code };
}
