import { Listeners } from '@/base/listeners';
import { RateLimiter } from '@/base/rate-limiter';
import {
  AUTH_PATHS,
  type AuthAnswer,
  type AuthErrorCode,
  codeOf,
  resetPasswordSchema,
  signInSchema,
  signUpSchema,
} from '@/protocol/auth';
import type { StorageTrouble } from '@/protocol/storage';
import { authSecret } from '@/server/env';
import { logFor } from '@/server/log';
import type { Database } from '@/server/store/database';
import { StorageError, troubleOfError } from '@/server/store/storage-trouble';
import { type BrowserSession, browsersOf, setPassword } from './account-rows';
import { type AuthEnv, type BetterAuth, createBetterAuth } from './better-auth';
import { deviceOf } from './device-of';
import { Directory } from './directory';
import { codeOfThrown, STATUS } from './error-codes';
import { KnownDevices } from './known-device';
import { OwnAccount } from './own-account';
import { isOwnOrigin } from './own-origin';
import { HasherBusyError, PasswordHasher } from './password-hasher';
import { accountOfReset, consumeReset } from './password-reset';
import { Refused } from './refused';
import { SignInLimits } from './sign-in-limits';
import { SignInTurns } from './sign-in-turns';
import type { TeacherSession } from './teacher-session';
import { mustBeStrong } from './weak-password';

const BODY_BYTES = 4096;
/** A sign-up that died between account and password is taken over after this many milliseconds. */
const ORPHAN_MS = 60_000;
const log = logFor('auth');

/** Teachers' accounts on an open database: the requests of protocol/auth, and the question who somebody is. */
export class Accounts {
  /** Other teachers, for one who wants to share a class. */
  readonly directory: Directory;
  private readonly env: AuthEnv;
  private readonly database: Database;
  private readonly auth: BetterAuth;
  private readonly hasher: PasswordHasher;
  private readonly own: OwnAccount;
  private readonly sessionEnded = new Listeners<[sessionId: string]>();
  private readonly closing = new Set<(teacherId: string) => Promise<void>>();
  /** A school may be one address. */
  private readonly byAddress = new RateLimiter({ burst: 300, perSecond: 1 });
  private readonly signIns = new SignInLimits();
  private readonly turns = new SignInTurns();
  private readonly devices: KnownDevices;
  /** Wrong passwords in a browser that has signed in before: after these it is like any other. */
  private readonly fromDevice = new RateLimiter({ burst: 10, perSecond: 1 / 30 });
  private readonly signUps = new RateLimiter({ burst: 60, perSecond: 1 / 10 });

  constructor(env: AuthEnv, database: Database, hasher = new PasswordHasher()) {
    this.env = env;
    this.database = database;
    this.directory = new Directory(database);
    this.hasher = hasher;
    this.auth = createBetterAuth(env, database, hasher);
    this.devices = new KnownDevices(authSecret(env), env.publicOrigin?.startsWith('https:') ?? false);
    this.own = new OwnAccount({
      database,
      hasher,
      limits: this.signIns,
      turns: this.turns,
      ended: (sessionIds) => this.tellEnded(sessionIds),
      closing: async (teacherId) => {
        for (const listener of this.closing) await listener(teacherId);
      },
    });
  }

  /**
   * Answers a request to `/api/auth/…` (protocol/auth.ts); never throws.
   * @param address of whoever asks, for the limits; the same for everybody is allowed
   */
  async handle(request: Request, address = ''): Promise<Response> {
    try {
      const { pathname } = new URL(request.url);
      if (!Object.values<string>(AUTH_PATHS).includes(pathname)) return new Response(null, { status: 404 });
      if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } });
      if (!this.isOwnPage(request)) throw new Refused('cross-origin');
      if (pathname === AUTH_PATHS.signOut) return await this.signOut(request);
      // Not before a sign-in: a right password never stands behind those of the same address who guess.
      if (pathname === AUTH_PATHS.signUp) this.count(this.byAddress, address);
      const body = await readBody(request);
      if (pathname === AUTH_PATHS.signUp) return await this.signUp(request, body, address);
      if (pathname === AUTH_PATHS.signIn) return await this.signIn(request, body, address);
      if (pathname === AUTH_PATHS.resetPassword) return await this.resetPassword(body);
      return await this.changeOwn(request, body, address);
    } catch (error) {
      return this.refuse(error);
    }
  }

  /** Whose session cookie these headers carry. Reads the database each time, so an ended session is ended at once. */
  async sessionOf(headers: Headers): Promise<TeacherSession | null> {
    if (!headers.has('cookie')) return null;
    const found = await this.auth.api.getSession({ headers }).catch((error: unknown) => {
      const trouble = this.storageTrouble(error);
      throw trouble === null ? error : new StorageError(trouble, { cause: error });
    });
    if (found === null) return null;
    const { session, user } = found;
    return {
      teacherId: user.id,
      name: user.name,
      email: user.email,
      sessionId: session.id,
      expiresAt: session.expiresAt.getTime(),
    };
  }

  /** Calls back when a session has been ended in this process, to close what hangs on it. Returns how to stop that. */
  onSessionEnded(listener: (sessionId: string) => void): () => void {
    return this.sessionEnded.add(listener);
  }

  /**
   * Calls back before an account is deleted, to let go of what hangs on it; a failure keeps the account. Returns how to
   * stop that.
   */
  onAccountClosing(listener: (teacherId: string) => Promise<void>): () => void {
    this.closing.add(listener);
    return () => this.closing.delete(listener);
  }

  /** The browsers in which a teacher is signed in, the newest first. */
  browsersOf(teacherId: string): Promise<BrowserSession[]> {
    return browsersOf(this.database, teacherId, Date.now());
  }

  /** The email of the account whose password a link may set; null where it no longer works. Uses nothing up. */
  async emailOfReset(token: string): Promise<string | null> {
    const found = await accountOfReset(this.database, token, Date.now());
    return found?.email ?? null;
  }

  async close(): Promise<void> {
    await this.database.client.$disconnect();
  }

  private async signUp(request: Request, body: unknown, address: string): Promise<Response> {
    const parsed = signUpSchema.safeParse(body);
    if (!parsed.success) throw new Refused(codeOf(parsed.error));
    this.count(this.signUps, address);
    const { email } = parsed.data;
    await mustBeStrong(parsed.data.password, parsed.data);
    const { client } = this.database;
    await client.user.deleteMany({
      where: { email, accounts: { none: {} }, createdAt: { lt: new Date(Date.now() - ORPHAN_MS) } },
    });
    try {
      const { headers } = await this.turns.inTurn({ email, rank: 2, pauseMs: 0, from: [address] }, () =>
        this.auth.api.signUpEmail({
          body: parsed.data,
          headers: deviceHeaders(request),
          returnHeaders: true,
        }),
      );
      return this.signedIn(email, null, headers);
    } catch (error) {
      // Two at once with one email: the second runs into the unique column instead of the check.
      const code = (error as { body?: { code?: string } }).body?.code;
      const taken = code === 'FAILED_TO_CREATE_USER' && (await client.user.count({ where: { email } })) > 0;
      throw taken ? new Refused('email-taken') : error;
    }
  }

  private async signIn(request: Request, body: unknown, address: string): Promise<Response> {
    const parsed = signInSchema.safeParse(body);
    if (!parsed.success) {
      const code = codeOf(parsed.error);
      // No such password can exist: the same answer as for a wrong one.
      throw new Refused(code.startsWith('password-') ? 'wrong-credentials' : code);
    }
    const { email } = parsed.data;
    const device = this.devices.read(email, request.headers.get('cookie'));
    const rank = await this.rankOf(email, device);
    const pauseMs = this.signIns.pauseMs(email, performance.now());
    const { headers: said } = request;
    const from = [address, `${said.get('user-agent')} ${said.get('accept-language')}`];
    try {
      const { headers } = await this.turns.inTurn({ email, rank, pauseMs, from }, () =>
        this.auth.api.signInEmail({
          body: parsed.data,
          headers: deviceHeaders(request),
          returnHeaders: true,
        }),
      );
      await this.database.client.session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
      return this.signedIn(email, device, headers);
    } catch (error) {
      if (codeOfThrown(error) !== 'wrong-credentials') throw error;
      if (device !== null) this.fromDevice.allow(device, performance.now());
      // Looked at all the same: who has the right one must not be refused for what others have tried.
      const wait = this.signIns.take(email, address, performance.now());
      throw wait === null ? error : new Refused('rate-limited', wait);
    }
  }

  private async rankOf(email: string, device: string | null): Promise<0 | 1 | 2> {
    if (device !== null && this.fromDevice.hasToken(device, performance.now())) return 0;
    return (await this.database.client.user.count({ where: { email } })) > 0 ? 1 : 2;
  }

  /** From now on this browser is known to the account. */
  private signedIn(email: string, device: string | null, from: Headers): Response {
    const headers = new Headers(from);
    headers.append('set-cookie', this.devices.remember(email, device));
    return answer({ ok: true }, headers);
  }

  private async signOut(request: Request): Promise<Response> {
    const session = await this.sessionOf(request.headers);
    const { headers } = await this.auth.api.signOut({ headers: request.headers, returnHeaders: true });
    if (session !== null) this.tellEnded([session.sessionId]);
    return answer({ ok: true }, headers);
  }

  /** The trouble behind an error, which has been logged once for all; better-auth puts errors of its own in place of the database's. */
  private storageTrouble(error: unknown): StorageTrouble | null {
    const state = this.database.health?.state ?? 'ok';
    return troubleOfError(error) ?? (state === 'ok' ? null : state);
  }

  private async resetPassword(body: unknown): Promise<Response> {
    const parsed = resetPasswordSchema.safeParse(body);
    if (!parsed.success) throw new Refused(codeOf(parsed.error));
    const { token, password } = parsed.data;
    const account = await accountOfReset(this.database, token, Date.now());
    if (account === null) throw new Refused('link-invalid');
    await mustBeStrong(password, account);
    // Hashed before the link is used up: too busy to hash must not cost it.
    const hash = await this.hasher.hash(password);
    if (!(await consumeReset(this.database, token, Date.now()))) throw new Refused('link-invalid');
    this.tellEnded(await setPassword(this.database, account.id, hash, null));
    return answer({ ok: true }, new Headers());
  }

  private async changeOwn(request: Request, body: unknown, address: string): Promise<Response> {
    const teacher = await this.sessionOf(request.headers);
    if (teacher === null) throw new Refused('not-signed-in');
    const { pathname } = new URL(request.url);
    await this.own.deedAt(pathname)?.(body, { teacher, address });
    return answer({ ok: true }, new Headers());
  }

  private tellEnded(sessionIds: readonly string[]): void {
    for (const sessionId of sessionIds) this.sessionEnded.tell(sessionId);
  }

  private isOwnPage({ headers, url }: Request): boolean {
    const host = headers.get('host') ?? new URL(url).host;
    return isOwnOrigin({ origin: headers.get('origin'), host }, this.env.publicOrigin);
  }

  private count(limiter: RateLimiter, key: string): void {
    const wait = limiter.attempt(key, performance.now());
    if (wait !== null) throw new Refused('rate-limited', wait);
  }

  private refuse(thrown: unknown): Response {
    if (thrown instanceof Refused) return refusal(thrown.code, thrown.retryAfterSeconds);
    if (thrown instanceof HasherBusyError) return refusal('busy', 5);
    const code = codeOfThrown(thrown);
    if (code !== null) return refusal(code);
    if (this.storageTrouble(thrown) !== null) return refusal('storage', 5);
    log.error({ err: thrown }, 'a request about an account failed');
    return refusal('internal');
  }
}

/** All that better-auth is told of a browser: it keeps the User-Agent header with the session. */
function deviceHeaders(request: Request): Headers {
  return new Headers({ 'user-agent': deviceOf(request.headers.get('user-agent')) });
}

async function readBody(request: Request): Promise<unknown> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (!(declared <= BODY_BYTES)) throw new Refused('bad-request');
  const text = await request.text();
  if (text.length > BODY_BYTES) throw new Refused('bad-request');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('bad-request');
  }
}

function refusal(code: AuthErrorCode, retryAfterSeconds?: number): Response {
  const headers = new Headers();
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  return answer({ ok: false, code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }, headers);
}

/** Of better-auth's headers only the cookies are passed on. */
function answer(body: AuthAnswer, from: Headers): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  for (const cookie of from.getSetCookie()) headers.append('set-cookie', cookie);
  const retryAfter = from.get('retry-after');
  if (retryAfter !== null) headers.set('retry-after', retryAfter);
  return new Response(JSON.stringify(body), { status: body.ok ? 200 : STATUS[body.code], headers });
}
