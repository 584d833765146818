import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { PASSWORD_LENGTH } from '@/protocol/auth';
import { authSecret, type Env } from '@/server/env';
import type { Database } from '@/server/store/database';
import type { PasswordHasher } from './password-hasher';

const SESSION_SECONDS = 30 * 24 * 60 * 60;

export type AuthEnv = Pick<Env, 'secret' | 'dataDir' | 'publicOrigin'>;

/**
 * better-auth with email and password alone. Only its functions are used, never its routes: origin checks, limits and
 * answers are ours (accounts.ts), so that none of its other routes is open and none of its guesses about the server's
 * address matters.
 */
export function createBetterAuth(env: AuthEnv, database: Database, hasher: PasswordHasher) {
  return betterAuth({
    appName: 'Perceptroom',
    // Only its scheme would matter, for the cookie's flag, and that is set below.
    baseURL: env.publicOrigin ?? 'http://localhost',
    secret: authSecret(env),
    // No transaction around a sign-up: a password is hashed inside it, and SQLite has one writer.
    database: prismaAdapter(database.client, { provider: database.provider, transaction: false }),
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      password: {
        hash: (password) => hasher.hash(password),
        verify: ({ hash, password }) => hasher.verify(hash, password),
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      // Looking a session up writes nothing, and a session that was ended is ended at once.
      disableSessionRefresh: true,
      deferSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    advanced: {
      cookiePrefix: 'perceptroom',
      // A school's network is plain http, where a Secure cookie is never sent back.
      useSecureCookies: env.publicOrigin?.startsWith('https:') ?? false,
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // It writes emails into its messages; what goes wrong is logged by us.
    logger: { disabled: true },
  });
}

export type BetterAuth = ReturnType<typeof createBetterAuth>;
