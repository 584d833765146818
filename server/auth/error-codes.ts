import type { AuthErrorCode } from '@/protocol/auth';

/** HTTP status of each refusal. */
export const STATUS: Record<AuthErrorCode, number> = {
  'bad-request': 400,
  'name-invalid': 400,
  'email-invalid': 400,
  'password-too-short': 400,
  'password-too-long': 400,
  'password-common': 400,
  'password-own-words': 400,
  'email-taken': 409,
  'wrong-credentials': 401,
  'wrong-password': 403,
  'not-signed-in': 401,
  'link-invalid': 410,
  'not-confirmed': 400,
  'cross-origin': 403,
  'rate-limited': 429,
  busy: 503,
  storage: 503,
  internal: 500,
};

/** better-auth's codes that a person can cause; any other is ours to look into. */
const CODES: Record<string, AuthErrorCode> = {
  INVALID_EMAIL: 'email-invalid',
  INVALID_EMAIL_OR_PASSWORD: 'wrong-credentials',
  INVALID_PASSWORD: 'wrong-credentials',
  PASSWORD_TOO_SHORT: 'password-too-short',
  PASSWORD_TOO_LONG: 'password-too-long',
  USER_ALREADY_EXISTS: 'email-taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email-taken',
};

/** The code for what better-auth has thrown; null if it is a fault, not a refusal. */
export function codeOfThrown(thrown: unknown): AuthErrorCode | null {
  const { body } = thrown as { body?: { code?: unknown } };
  return typeof body?.code === 'string' ? (CODES[body.code] ?? null) : null;
}
