import { spawn } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { cookieOf } from '@/people/cookies';
import { newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab } from '@/people/recording-tab';
import { until } from '@/people/until';
import { AUTH_PATHS, type AuthAnswer } from '@/protocol/auth';
import { createPerceptroom } from '@/server/application';
import { Accounts } from '@/server/auth/accounts';
import { serveAuth, webHeaders } from '@/server/auth/node-handler';
import { readEnv } from '@/server/env';
import { ROOT } from '@/server/root';
import { type Database, openDatabase, sqliteFile } from '@/server/store/database';
import { openPageStore } from '@/server/store/open-page-store';
import { openStoreThread } from '@/server/store/open-store';
import { accountsDatabase } from '@/server/store/page-store';
import { StorageHealth } from '@/server/store/storage-health';
import { firstWeightVerifier, makeDataDir } from '@/tests/live/class-server';

/** Milliseconds for which another process holds the database. */
const HELD_MS = 6_000;
/** What a busy machine may cost the event loop; a thread that waits for the lock stands still for as long as it is held. */
const ALIVE_MS = HELD_MS / 2;
const ADA = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' };

const SIGN_IN = { email: ADA.email, password: ADA.password };

let tidy: (() => unknown)[] = [];
afterEach(async () => {
  closeTabs();
  for (const one of tidy.reverse()) await one();
  tidy = [];
});

/** The server with real accounts; `accountsOn` says where their database is open. */
async function start(accountsOn: 'a thread' | 'the main thread') {
  const { dataDir, remove } = await makeDataDir();
  tidy.push(remove);
  const env = readEnv({ DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1' });
  const health = new StorageHealth();
  const store = await openStoreThread(env, health, { looks: true });
  tidy.push(() => store.close());
  await openPageStore(env, health, store);
  const inThread = accountsDatabase();
  tidy.push(() => inThread.client.$disconnect());
  const database: Database = accountsOn === 'a thread' ? inThread : await openDatabase(env);
  const accounts = new Accounts(env, database);
  if (database !== inThread) tidy.push(() => accounts.close());
  const room = createPerceptroom({
    env,
    store,
    auth: {
      sessionOf: (headers) => accounts.sessionOf(webHeaders(headers)),
      handleAuth: (request, response) => serveAuth(accounts, request, response, env.trustedProxies),
      onSessionEnded: (listener) => accounts.onSessionEnded(listener),
      findTeacher: async () => null,
      emailsOf: async () => ({}),
      onAccountClosing: () => () => undefined,
    },
    verifier: firstWeightVerifier(),
    clock: Date.now,
    log: pino({ level: 'silent' }),
    pages: null,
  });
  const url = `http://127.0.0.1:${await room.listen()}`;
  tidy.push(() => room.stop());
  return { url, env, health };
}

async function account(url: string, route: string, body: object) {
  const answer = await fetch(url + route, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });
  const cookie = cookieOf(answer);
  return { status: answer.status, answer: (await answer.json()) as AuthAnswer, cookie };
}

/** Another process takes the database for itself, for so long or until it is told; resolves when it has, with its end and the way to it. */
async function holdDatabase(file: string, forMs: number | null) {
  const program = `
    const database = new (require('libsql'))(${JSON.stringify(file)});
    database.exec('BEGIN EXCLUSIVE');
    console.log('held');
    const release = () => { database.exec('COMMIT'); process.exit(0); };
    process.stdin.once('data', release);
    if (${forMs} !== null) setTimeout(release, ${forMs});`;
  const child = spawn(process.execPath, ['-e', program], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  tidy.push(() => child.kill('SIGKILL'));
  const released = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return { released, release: () => child.stdin.write('enough') };
}

/** The longest time for which the main thread did nothing while the database was held and somebody signed in. */
async function longestStandstill(url: string, file: string) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  const { released } = await holdDatabase(file, HELD_MS);
  delay.enable();
  const signIn = account(url, AUTH_PATHS.signIn, SIGN_IN);
  await released;
  const milliseconds = delay.max / 1e6;
  delay.disable();
  return { milliseconds, signIn: await signIn };
}

it('a database that another process holds: the server goes on answering, and a sign-in waits or is refused', async () => {
  const { url, env, health } = await start('a thread');
  const { cookie } = await account(url, AUTH_PATHS.signUp, ADA);
  const made = await fetch(`${url}/api/classes`, {
    method: 'POST',
    headers: { origin: url, cookie },
    body: JSON.stringify({ lessonId: 'perceptron' }),
  });
  const { code } = (await made.json()) as { code: string };
  const teacher = openTab(url, { extraHeaders: { cookie } });
  mustBeOk(await teacher.attach({ code, as: { kind: 'teacher' } }));
  const student = openTab(url);
  const as = { kind: 'newcomer', nickname: 'Grace', credentials: newCredentials() } as const;
  mustBeOk(await student.attach({ code, as }));

  const commanded = teacher.command({ type: 'class:begin' });
  const { milliseconds, signIn } = await longestStandstill(url, sqliteFile(env));
  await commanded;
  console.info(`the longest standstill of the main thread: ${Math.round(milliseconds)} ms`);
  expect(milliseconds).toBeLessThan(ALIVE_MS);
  // Either it waited until the lock was gone, or it heard why not.
  if (!signIn.answer.ok) expect(signIn).toMatchObject({ status: 503, answer: { code: 'storage' } });
  await until('the end of the trouble', () => health.state === 'ok');
  expect((await account(url, AUTH_PATHS.signIn, SIGN_IN)).status).toBe(200);
  mustBeOk(await teacher.command({ type: 'class:lock', locked: true }));
});

it('a database that is held: who is in a class hears of it, what is only read is answered, and nothing waits for ever', async () => {
  const { url, env } = await start('a thread');
  const { cookie } = await account(url, AUTH_PATHS.signUp, ADA);
  const headers = { origin: url, cookie };
  const body = JSON.stringify({ lessonId: 'perceptron' });
  const made = await fetch(`${url}/api/classes`, { method: 'POST', headers, body });
  const { code } = (await made.json()) as { code: string };
  const teacher = openTab(url, { extraHeaders: { cookie } });
  const told: string[] = [];
  teacher.socket.on('storage', (state) => told.push(state));
  mustBeOk(await teacher.attach({ code, as: { kind: 'teacher' } }));
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const { released, release } = await holdDatabase(sqliteFile(env), null);
  // The first waits with the database, those after it are refused at once.
  const first = teacher.command({ type: 'class:pause' });
  await until('the teacher to hear', () => told.at(-1) === 'unreachable');
  expect(await teacher.command({ type: 'step:next' })).toEqual({ ok: false, code: 'storage-unreachable' });
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  release();
  await released;
  // Either it waited until the lock was gone, or on a machine that is too slow for that it heard why not.
  const answer = await first;
  if (!answer.ok) expect(answer.code).toMatch(/^storage-/);
  await until('the end of it', () => told.at(-1) === 'ok');
  mustBeOk(await teacher.command({ type: 'step:next' }));
});

it('control: with the accounts’ database on the main thread everything stands still for as long', async () => {
  const { url, env } = await start('the main thread');
  await account(url, AUTH_PATHS.signUp, ADA);
  const { milliseconds } = await longestStandstill(url, sqliteFile(env));
  expect(milliseconds).toBeGreaterThan(ALIVE_MS);
});
