import { z } from 'zod';

/**
 * Teachers' accounts: `POST` to these with JSON bodies, from a page of this server. The session is a cookie that scripts
 * cannot read.
 */
export const AUTH_PATHS = {
  signUp: '/api/auth/sign-up',
  signIn: '/api/auth/sign-in',
  signOut: '/api/auth/sign-out',
  /** With a link that the operator has made (`npm run teacher -- reset EMAIL`). */
  resetPassword: '/api/auth/reset-password',
  /** Of the account that is signed in. */
  changeName: '/api/auth/change-name',
  changeEmail: '/api/auth/change-email',
  changePassword: '/api/auth/change-password',
  endSessions: '/api/auth/end-sessions',
  closeAccount: '/api/auth/close-account',
} as const;

export const PASSWORD_LENGTH = { min: 8, max: 128 } as const;
export const TEACHER_NAME_LENGTH = 80;
const EMAIL_LENGTH = 254;

/** Every way in which an account's request is refused; each has a translated message. */
export const AUTH_ERROR_CODES = [
  'bad-request',
  'name-invalid',
  'email-invalid',
  'password-too-short',
  'password-too-long',
  'password-common',
  'password-own-words',
  'email-taken',
  'wrong-credentials',
  'wrong-password',
  'not-signed-in',
  'link-invalid',
  'not-confirmed',
  'cross-origin',
  'rate-limited',
  'busy',
  'storage',
  'internal',
] as const;
export type AuthErrorCode = (typeof AUTH_ERROR_CODES)[number];

const refusedAs = (code: AuthErrorCode) => code;

export const emailSchema = z
  .string(refusedAs('bad-request'))
  .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email(refusedAs('email-invalid')).max(EMAIL_LENGTH, refusedAs('email-invalid')));

/** Normalised, since the same letters reach us in other forms from other keyboards (full-width, composed). */
const passwordSchema = z
  .string(refusedAs('bad-request'))
  .transform((typed) => typed.normalize('NFKC'))
  .pipe(
    z
      .string()
      .min(PASSWORD_LENGTH.min, refusedAs('password-too-short'))
      .max(PASSWORD_LENGTH.max, refusedAs('password-too-long')),
  );

const nameSchema = z
  .string(refusedAs('bad-request'))
  .transform((typed) => typed.normalize('NFKC').replace(/\p{C}/gu, '').trim())
  .pipe(z.string().min(1, refusedAs('name-invalid')).max(TEACHER_NAME_LENGTH, refusedAs('name-invalid')));

/** A refused field's issue carries the code as its message: `codeOf`. */
export const signUpSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema,
});
export const signInSchema = z.strictObject({ email: emailSchema, password: passwordSchema });

/** A password that somebody says to be the current one: whatever it is, it is only compared. */
const currentField = z
  .string(refusedAs('bad-request'))
  .max(4 * PASSWORD_LENGTH.max, refusedAs('wrong-password'))
  .transform((typed) => typed.normalize('NFKC'));

export const resetPasswordSchema = z.strictObject({
  token: z.string(refusedAs('bad-request')).regex(/^[\w-]{20,100}$/, refusedAs('link-invalid')),
  password: passwordSchema,
});
export const changeNameSchema = z.strictObject({ name: nameSchema });
export const changeEmailSchema = z.strictObject({ email: emailSchema, current: currentField });
export const changePasswordSchema = z.strictObject({ password: passwordSchema, current: currentField });
/** One session, or all but the one that asks. */
export const endSessionsSchema = z.union([
  z.strictObject({ sessionId: z.string().min(1).max(100) }),
  z.strictObject({ others: z.literal(true) }),
]);
/** `confirm`: the account's email, typed once more. */
export const closeAccountSchema = z.strictObject({ confirm: emailSchema, current: currentField });

/** What a body is refused as. */
export function codeOf(error: z.ZodError): AuthErrorCode {
  const message = error.issues[0]?.message;
  return AUTH_ERROR_CODES.find((code) => code === message) ?? 'bad-request';
}

/** The answer to each of them. `retryAfterSeconds` with `rate-limited` and `busy`. */
export type AuthAnswer = { ok: true } | { ok: false; code: AuthErrorCode; retryAfterSeconds?: number };
