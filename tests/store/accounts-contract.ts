import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf } from '@/people/cookies';
import { AUTH_PATHS, type AuthAnswer } from '@/protocol/auth';
import { Accounts } from '@/server/auth/accounts';
import { makeReset, RESET_LIFE_MS } from '@/server/auth/password-reset';
import { type Database, type DatabaseEnv, openDatabase } from '@/server/store/database';
import { migrateDatabase } from '@/server/store/migrate';

const SECRET = 'a secret of the tests, long enough for all';
const LAN = '192.168.1.20:3000';
const NEW_PASSWORD = 'staple lighthouse anew';
const ADA = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' };

interface Asked {
  status: number;
  answer: AuthAnswer;
  /** What a browser would send back. */
  cookie: string;
  setCookie: string;
}

/** Accounts on a database of either kind, however it is reached: the same for all. */
export function describeAccounts(
  name: string,
  makeEnv: () => Promise<DatabaseEnv & { remove?: () => void }>,
  openIt: (env: DatabaseEnv) => Promise<Database> = openDatabase,
): void {
  describe(name, () => {
    let accounts: Accounts;
    let another: Accounts;
    let secure: Accounts;
    let env: DatabaseEnv;
    let remove = () => {};

    beforeAll(async () => {
      const made = await makeEnv();
      env = made;
      remove = made.remove ?? remove;
      await migrateDatabase(made);
      const open = async (publicOrigin: string | null) =>
        new Accounts({ secret: SECRET, dataDir: made.dataDir, publicOrigin }, await openIt(made));
      accounts = await open(null);
      another = await open(null);
      secure = await open('https://class.example.org');
    });
    afterAll(async () => {
      for (const one of [accounts, another, secure]) await one?.close();
      remove();
    });

    async function ask(
      path: string,
      body: unknown,
      given: { headers?: Record<string, string>; cookie?: string; by?: Accounts; address?: string } = {},
    ): Promise<Asked> {
      const headers = {
        host: LAN,
        origin: `http://${LAN}`,
        'content-type': 'application/json',
        ...(given.cookie && { cookie: given.cookie }),
        ...given.headers,
      };
      const request = new Request(`http://${LAN}${path}`, {
        method: 'POST',
        headers,
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const response = await (given.by ?? accounts).handle(request, given.address ?? '192.168.1.77');
      const setCookie = response.headers.getSetCookie().join('\n');
      const cookie = cookieOf(response);
      return { status: response.status, answer: (await response.json()) as AuthAnswer, cookie, setCookie };
    }
    const reset = (token: string, by = accounts) =>
      ask(AUTH_PATHS.resetPassword, { token, password: NEW_PASSWORD }, { by });
    const withCookie = (cookie: string) => new Headers({ cookie });

    it('signs a teacher up, in, and out, and a session ends at once for everybody', async () => {
      const up = await ask(AUTH_PATHS.signUp, ADA);
      expect(up).toMatchObject({ status: 200, answer: { ok: true } });
      const mine = await accounts.sessionOf(withCookie(up.cookie));
      expect(mine).toMatchObject({ name: 'Ada', email: 'ada@example.org' });
      expect(mine!.expiresAt).toBeGreaterThan(Date.now() + 29 * 24 * 3600 * 1000);

      const signedIn = await ask(AUTH_PATHS.signIn, { email: ' ADA@example.org', password: ADA.password });
      expect(signedIn.answer).toEqual({ ok: true });
      const second = await another.sessionOf(withCookie(signedIn.cookie));
      expect(second!.teacherId).toBe(mine!.teacherId);
      expect(second!.sessionId).not.toBe(mine!.sessionId);

      const ended: string[] = [];
      const stop = accounts.onSessionEnded((sessionId) => ended.push(sessionId));
      const out = await ask(AUTH_PATHS.signOut, {}, { cookie: up.cookie });
      stop();
      expect(out.answer).toEqual({ ok: true });
      expect(ended).toEqual([mine!.sessionId]);
      expect(out.setCookie).toMatch(/Max-Age=0/i);
      expect(await accounts.sessionOf(withCookie(up.cookie))).toBeNull();
      expect(await another.sessionOf(withCookie(up.cookie))).toBeNull();
      expect(await another.sessionOf(withCookie(signedIn.cookie))).not.toBeNull();
    });

    it('sets a cookie that scripts cannot read, and that plain http on a LAN sends back', async () => {
      const { setCookie } = await ask(AUTH_PATHS.signIn, { email: ADA.email, password: ADA.password });
      expect(setCookie).toMatch(/^perceptroom\.session_token=/);
      expect(setCookie).toMatch(/HttpOnly/i);
      expect(setCookie).toMatch(/SameSite=Lax/i);
      expect(setCookie).not.toMatch(/Secure|Domain/i);
    });

    it('sets a Secure cookie where the public origin is https', async () => {
      const headers = { host: '127.0.0.1:3000', origin: 'https://class.example.org' };
      const body = { email: ADA.email, password: ADA.password };
      const { setCookie, cookie } = await ask(AUTH_PATHS.signIn, body, { headers, by: secure });
      expect(setCookie).toMatch(/Secure/);
      expect(await secure.sessionOf(withCookie(cookie))).not.toBeNull();
    });

    it('sets a forgotten password by a link that works once, changes an account, and closes it', async () => {
      const body = { email: 'way-back@example.org', password: ADA.password };
      const { cookie } = await ask(AUTH_PATHS.signUp, { ...ADA, ...body });
      const database = await openDatabase(env);
      expect(await makeReset(database, 'nobody@example.org', Date.now())).toBeNull();
      const voided = (await makeReset(database, body.email, Date.now()))!;
      const tooOld = Date.now() - RESET_LIFE_MS - 1;
      expect((await reset((await makeReset(database, body.email, tooOld))!)).answer).toMatchObject({
        code: 'link-invalid',
      });
      const token = (await makeReset(database, body.email, Date.now()))!;
      await database.client.$disconnect();
      expect((await reset(voided)).answer).toMatchObject({ code: 'link-invalid' });
      expect(await accounts.emailOfReset(token)).toBe(body.email);
      const twice = await Promise.all([reset(token), reset(token, another)]);
      expect(twice.map(({ status }) => status).sort()).toEqual([200, 410]);
      expect(await accounts.sessionOf(withCookie(cookie))).toBeNull();

      const again = { email: body.email, password: NEW_PASSWORD };
      const mine = (await ask(AUTH_PATHS.signIn, again)).cookie;
      const moved = { email: 'moved@example.org', current: NEW_PASSWORD };
      expect((await ask(AUTH_PATHS.changeEmail, moved, { cookie: mine })).answer).toEqual({ ok: true });
      expect((await ask(AUTH_PATHS.changeName, { name: 'Grace' }, { cookie: mine })).answer.ok).toBe(true);
      const found = (await another.sessionOf(withCookie(mine)))!;
      expect(found).toMatchObject({ name: 'Grace', email: 'moved@example.org' });
      expect(await accounts.browsersOf(found.teacherId)).toMatchObject([{ sessionId: found.sessionId }]);
      const closing = { confirm: 'moved@example.org', current: NEW_PASSWORD };
      expect((await ask(AUTH_PATHS.closeAccount, closing, { cookie: mine })).answer).toEqual({ ok: true });
      expect(await accounts.sessionOf(withCookie(mine))).toBeNull();
    });

    it('tells a wrong password and an unknown email by the same answer', async () => {
      const wrong = await ask(AUTH_PATHS.signIn, { email: ADA.email, password: 'wrong horse battery' });
      const unknown = await ask(AUTH_PATHS.signIn, { email: 'bob@example.org', password: ADA.password });
      const short = await ask(AUTH_PATHS.signIn, { email: ADA.email, password: 'short' });
      for (const one of [wrong, unknown, short]) {
        expect(one).toMatchObject({
          status: 401,
          answer: { ok: false, code: 'wrong-credentials' },
          cookie: '',
        });
      }
    });

    it('gives an email to one account, also when two want it at once', async () => {
      const again = await ask(AUTH_PATHS.signUp, { ...ADA, email: 'Ada@Example.org' });
      expect(again).toMatchObject({ status: 409, answer: { ok: false, code: 'email-taken' } });
      const twins = await Promise.all(
        [accounts, another].map((by) =>
          ask(AUTH_PATHS.signUp, { ...ADA, email: 'twin@example.org' }, { by }),
        ),
      );
      expect(twins.map(({ answer }) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual([
        'email-taken',
        'ok',
      ]);
    });

    it('refuses pages of other servers', async () => {
      const signedIn = await ask(AUTH_PATHS.signIn, { email: ADA.email, password: ADA.password });
      for (const origin of ['http://evil.example', 'null', 'http://192.168.1.20:4000']) {
        const headers = { origin };
        const body = { email: ADA.email, password: ADA.password };
        const refused = await ask(AUTH_PATHS.signIn, body, { headers });
        expect(refused).toMatchObject({
          status: 403,
          answer: { ok: false, code: 'cross-origin' },
          cookie: '',
        });
        await ask(AUTH_PATHS.signOut, {}, { headers, cookie: signedIn.cookie });
      }
      expect(await accounts.sessionOf(withCookie(signedIn.cookie))).not.toBeNull();
    });

    it('takes no password that is tried first, and makes no account of it', async () => {
      const fresh = { ...ADA, email: 'fresh.start@example.org' };
      for (const [password, code] of [
        ['Password1', 'password-common'],
        ['12345678', 'password-common'],
        ['fresh.start', 'password-own-words'],
        ['Perceptroom1', 'password-own-words'],
      ])
        expect(await ask(AUTH_PATHS.signUp, { ...fresh, password })).toMatchObject({
          status: 400,
          answer: { ok: false, code },
        });
      expect((await ask(AUTH_PATHS.signIn, { email: fresh.email, password: 'Password1' })).status).toBe(401);
    });

    it('refuses bodies that are no sign-up, and knows no other routes', async () => {
      for (const body of ['', 'nonsense', '[]', { email: 5 }, { ...ADA, admin: true }, 'x'.repeat(5000)]) {
        expect((await ask(AUTH_PATHS.signUp, body)).answer).toMatchObject({ ok: false, code: 'bad-request' });
      }
      for (const path of ['/api/auth/update-user', '/api/auth/list-sessions', '/api/auth/sign-up/email']) {
        const request = new Request(`http://${LAN}${path}`, {
          method: 'POST',
          headers: { origin: `http://${LAN}` },
        });
        expect((await accounts.handle(request)).status).toBe(404);
      }
      expect((await accounts.handle(new Request(`http://${LAN}${AUTH_PATHS.signIn}`))).status).toBe(405);
    });

    it('takes no forged cookie', async () => {
      const { cookie } = await ask(AUTH_PATHS.signIn, { email: ADA.email, password: ADA.password });
      const [name, value] = cookie.split('=', 2) as [string, string];
      const token = decodeURIComponent(value).split('.')[0];
      for (const forged of ['', token, `${token}.AAAA`, `x${decodeURIComponent(value)}`]) {
        expect(
          await accounts.sessionOf(withCookie(`${name}=${encodeURIComponent(forged ?? '')}`)),
        ).toBeNull();
      }
      expect(await accounts.sessionOf(new Headers())).toBeNull();
    });

    it('stops guessing at one email, and nobody else behind the same address', async () => {
      await ask(AUTH_PATHS.signUp, { ...ADA, email: 'target@example.org' });
      const codes: string[] = [];
      for (let attempt = 0; attempt < 12; attempt += 1) {
        const { answer } = await ask(AUTH_PATHS.signIn, {
          email: 'target@example.org',
          password: `a wrong guess ${attempt}`,
        });
        codes.push(answer.ok ? 'ok' : answer.code);
      }
      expect(codes.slice(0, 10).every((code) => code === 'wrong-credentials')).toBe(true);
      expect(codes.at(-1)).toBe('rate-limited');
      for (let attempt = 0; attempt < 12; attempt += 1) {
        const { answer } = await ask(AUTH_PATHS.signIn, { email: ADA.email, password: ADA.password });
        expect(answer.ok).toBe(true);
      }
    });

    it('lets a teacher in while somebody guesses at the same email, from elsewhere or from the same address', async () => {
      const body = { email: 'guessed@example.org', password: ADA.password };
      await ask(AUTH_PATHS.signUp, { ...ADA, ...body });
      const guesser = { address: '192.168.1.66' };
      for (let attempt = 0; attempt < 12; attempt += 1)
        await ask(AUTH_PATHS.signIn, { ...body, password: `a wrong guess ${attempt}` }, guesser);
      const wrong = await ask(AUTH_PATHS.signIn, { ...body, password: 'still a wrong guess' }, guesser);
      expect(wrong.answer).toMatchObject({ ok: false, code: 'rate-limited' });
      expect((await ask(AUTH_PATHS.signIn, body, guesser)).answer).toEqual({ ok: true });
      expect((await ask(AUTH_PATHS.signIn, body, { address: '192.168.1.5' })).answer).toEqual({ ok: true });
    });
  });
}
