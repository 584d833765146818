import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { MOST_KEEP_DAYS, NOTICE_DAYS } from '@/protocol/keeping-days';
import type { KeepingPolicy } from '@/protocol/retention';
import { makeFolder } from './make-folder';
import { TrustedProxies } from './trusted-proxies';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const START_ANEW = ['database', 'secret'] as const;

const MINIMUM_SECRET = 32;

/** Where the secret is kept that was not given. */
export const secretFile = (env: Pick<Env, 'dataDir'>) => path.join(env.dataDir, 'secret');

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

const hasScheme = (schemes: string[]) => (text: string) => schemes.includes(parseUrl(text)?.protocol ?? '');

function isOrigin(text: string): boolean {
  const url = parseUrl(text);
  return (
    url !== null && ['http:', 'https:'].includes(url.protocol) && /^\w+:\/\/[^/?#@\\\s]+\/?$/u.test(text)
  );
}

const DAYS = `must be a number of days from ${NOTICE_DAYS} to ${MOST_KEEP_DAYS}`;
const days = z.coerce.number(DAYS).int(DAYS).min(NOTICE_DAYS, DAYS).max(MOST_KEEP_DAYS, DAYS);
/** For how long a class is kept after its end: a school year, so that the next can look back at it, and at most two. */
const USUAL_KEEPING: KeepingPolicy = { defaultDays: 365, mostDays: 730 };

const schema = z.object({
  PORT: z.coerce
    .number('must be a port number from 0 to 65535')
    .int('must be a port number from 0 to 65535')
    .min(0, 'must be a port number from 0 to 65535')
    .max(65_535, 'must be a port number from 0 to 65535')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[^\s/]+$/, 'must be an address or a host name to listen on, such as 0.0.0.0')
    .default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .refine(hasScheme(['postgres:', 'postgresql:']), 'must begin with postgres:// (leave it out for SQLite)')
    .optional(),
  REDIS_URL: z
    .string()
    .refine(hasScheme(['redis:', 'rediss:']), 'must begin with redis://')
    .optional(),
  NODE_ADDRESS: z
    .string()
    .regex(/^(\[[0-9a-fA-F:.]+\]|[^\s/:]+):\d{1,5}$/, 'must be host and port, such as 10.0.0.5:3000')
    .optional(),
  PUBLIC_ORIGIN: z
    .string()
    .refine(isOrigin, 'must be scheme, host and port alone, such as https://class.example.org')
    // As browsers send it: an international name in its ASCII form, no port that the scheme has anyhow.
    .transform((text) => new URL(text).origin)
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text, problems) => {
      try {
        return new TrustedProxies(text.split(',').map((part) => part.trim()));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        problems.addIssue(
          'must be addresses or networks of proxies with commas between, such as 10.0.0.5,172.16.0.0/12 (also: loopback, private)',
        );
        return z.NEVER;
      }
    })
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  AUTH_SECRET: z
    .string()
    .min(MINIMUM_SECRET, `must have at least ${MINIMUM_SECRET} characters (leave it out to have one made)`)
    .optional(),
  KEEP_DAYS: days.optional(),
  KEEP_DAYS_MAX: days.optional(),
  START_ANEW: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine(
      (parts): parts is (typeof START_ANEW)[number][] =>
        parts.every((part) => START_ANEW.some((known) => known === part)),
      `must be ${START_ANEW.join(' or ')}, or both with a comma`,
    )
    .optional(),
});

/** The checked settings. Times, sizes and limits are not settings: see protocol/limits. */
export interface Env {
  port: number;
  host: string;
  /** Absolute. Holds the SQLite file and the secret. */
  dataDir: string;
  /** postgres://… or null: SQLite in `dataDir`. */
  databaseUrl: string | null;
  /** With it this is one of several nodes on the database of `databaseUrl`; null: it is the only server. */
  redisUrl: string | null;
  /** Where other nodes reach this one: host and port. */
  nodeAddress: string;
  /** How browsers reach the server through a proxy, such as https://class.example.org; null: by any address of this machine. */
  publicOrigin: string | null;
  /** Whose `X-Forwarded-For` counts. With a public origin a proxy on this machine, unless others are named; otherwise nobody's. */
  trustedProxies: TrustedProxies;
  logLevel: (typeof LOG_LEVELS)[number];
  /** For how long classes are kept after their end. */
  keeping: KeepingPolicy;
  /** What is missing and may be made anew for once: without being told so, the server does not begin again. */
  startAnew?: ReadonlySet<(typeof START_ANEW)[number]>;
  /** Given as AUTH_SECRET; null: the one that is kept in `dataDir` (`authSecret`). */
  secret: string | null;
}

/** Settings that cannot be used: `problems` has one clear line each. */
export class EnvError extends Error {
  override name = 'EnvError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/**
 * Reads the settings; an empty variable counts as one that is not set.
 * @throws EnvError with a line for each variable that is wrong; values are not repeated, since they may hold passwords
 */
export function readEnv(variables: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .map((name) => [name, variables[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new EnvError([...new Set(lines)]);
  }
  const values = parsed.data;
  if (values.REDIS_URL !== undefined) checkNodes(values);
  const keeping = keepingPolicy(values.KEEP_DAYS, values.KEEP_DAYS_MAX);
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: path.resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL ?? null,
    redisUrl: values.REDIS_URL ?? null,
    nodeAddress: values.NODE_ADDRESS ?? `${hostname()}:${values.PORT}`,
    publicOrigin: values.PUBLIC_ORIGIN ?? null,
    trustedProxies:
      values.TRUSTED_PROXIES ?? new TrustedProxies(values.PUBLIC_ORIGIN === undefined ? [] : ['loopback']),
    logLevel: values.LOG_LEVEL,
    keeping,
    ...(values.START_ANEW && { startAnew: new Set(values.START_ANEW) }),
    secret: values.AUTH_SECRET ?? null,
  };
}

/** What several nodes must have in common. @throws EnvError with a line for each that is missing */
function checkNodes(given: { DATABASE_URL?: string; PUBLIC_ORIGIN?: string; AUTH_SECRET?: string }): void {
  const missing = [
    given.DATABASE_URL === undefined && 'DATABASE_URL (the database of all nodes)',
    given.PUBLIC_ORIGIN === undefined && 'PUBLIC_ORIGIN (the address of the proxy before them)',
    given.AUTH_SECRET === undefined && 'AUTH_SECRET (the same for all nodes)',
  ].filter((line) => line !== false);
  if (missing.length > 0) throw new EnvError(missing.map((what) => `REDIS_URL needs ${what} as well`));
}

/** What is left out fits what is given. @throws EnvError where the two that are given do not fit each other */
function keepingPolicy(given: number | undefined, most: number | undefined): KeepingPolicy {
  if (given !== undefined && most !== undefined && given > most)
    throw new EnvError(['KEEP_DAYS must not be more than KEEP_DAYS_MAX']);
  const mostDays = most ?? Math.max(USUAL_KEEPING.mostDays, given ?? 0);
  return { mostDays, defaultDays: given ?? Math.min(USUAL_KEEPING.defaultDays, mostDays) };
}

/**
 * The secret that signs session cookies: the one given, else one made once and kept in `DATA_DIR/secret` for this
 * user's eyes alone. Safe when two processes start at the same time.
 * @throws EnvError if the file cannot be written or holds too little
 */
export function authSecret(env: Pick<Env, 'secret' | 'dataDir'>): string {
  if (env.secret !== null) return env.secret;
  const file = secretFile(env);
  try {
    makeFolder(env.dataDir);
    keepSecret(file);
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= MINIMUM_SECRET) return secret;
  } catch (error) {
    throw new EnvError([unusableDataDir(env.dataDir, error)]);
  }
  throw new EnvError([`${file} holds no usable secret: remove it to have a new one made`]);
}

/**
 * The secret that the server began with, for who is asked while it runs: nothing is made where it is gone.
 * @throws Error of the file system
 */
export function keptSecret(env: Pick<Env, 'secret' | 'dataDir'>): string {
  return env.secret ?? readFileSync(secretFile(env), 'utf8').trim();
}

const UNUSABLE: Readonly<Record<string, string>> = {
  EEXIST: 'a file is in the way',
  ENOTDIR: 'a file is in the way',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'that file system is read-only',
  ENAMETOOLONG: 'the path is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full for this user',
  ELOOP: 'its links lead in a circle',
  ENOENT: 'that folder cannot be made',
};

/** One line for somebody who starts the server: which folder, why not, and what to do. */
export function unusableDataDir(dataDir: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = UNUSABLE[code ?? ''] ?? message.split('\n', 1)[0];
  return `DATA_DIR cannot be used: ${reason} (${shortened(dataDir)}). Set DATA_DIR to a folder that this user can write to`;
}

function shortened(path: string): string {
  return path.length <= 200 ? path : `${path.slice(0, 100)}…${path.slice(-60)}`;
}

/** Written aside and then linked, so that nobody ever reads a half-written secret and the first one wins. */
function keepSecret(file: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    readFileSync(file);
    return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
