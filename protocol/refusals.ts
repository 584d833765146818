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
  'time-is-up',
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
  'no-race',
  'nothing-to-reveal',
  'award-shown',
  'no-guess-now',
  'no-question',
  'already-answered',
  'no-vote',
  'vote-going-on',
  'vote-not-taken',
  'vote-turn-wrong',
  'too-many-votes',
  'too-few-networks',
  'no-knob',
  'knob-dealt',
  'too-many-knobs',
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
  'network-not-kept',
  'run-stale',
  'run-gap',
  'run-closed',
  'too-many-runs',
  'too-many-points',
  'weights-wrong-length',
  'weights-not-finite',
  'weights-too-large',
  /** Training the run again from its experiment came to other weights. */
  'not-reproduced',
  /** The race allows fewer: of weights, optimiser steps, training pictures. */
  'race-weights',
  'race-updates',
  'race-examples',
  /** What a training has had counts in this race, and this one began with another's weights. */
  'race-other-start',
  'upload-too-large',
  'upload-too-slow',
  'network-too-costly',
  'submission-lost',
  'too-many-submissions',
  'cooling-down',
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
  'class-file-unreadable',
  'class-file-newer',
  'class-file-changed',
  'class-file-cut',
  'class-file-invalid',
  'class-file-not-ended',
  'class-file-too-large',
  'class-already-here',
  'class-file-taken',
  'imports-busy',
  'import-lost',
  'too-many-shares',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

const known: ReadonlySet<unknown> = new Set(REFUSAL_CODES);

/** Whether something that came over the wire is one of the codes. */
export function isRefusalCode(said: unknown): said is RefusalCode {
  return known.has(said);
}

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
