import type { AuthErrorCode } from '@/protocol/auth';

/** A refusal on its way out of whatever answers a request about accounts. */
export class Refused extends Error {
  constructor(
    readonly code: AuthErrorCode,
    readonly retryAfterSeconds?: number,
  ) {
    super(code);
  }
}
