import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { cookieOf } from '@/people/cookies';
import { mustBeOk } from '@/people/must-be-ok';
import { openTab } from '@/people/recording-tab';
import { Teacher } from '@/people/teacher';
import { AUTH_PATHS, type AuthAnswer } from '@/protocol/auth';
import { createPerceptroom } from '@/server/application';
import { Accounts } from '@/server/auth/accounts';
import { serveAuth, webHeaders } from '@/server/auth/node-handler';
import { makeReset } from '@/server/auth/password-reset';
import { readEnv } from '@/server/env';
import { ROOT } from '@/server/root';
import { openDatabase } from '@/server/store/database';
import { migrateDatabase } from '@/server/store/migrate';
import { openPageStore } from '@/server/store/open-page-store';
import { openStoreThread } from '@/server/store/open-store';
import { accountsDatabase } from '@/server/store/page-store';
import { StorageHealth } from '@/server/store/storage-health';
import { firstWeightVerifier } from '@/tests/live/class-server';
import { bundledProgram } from '@/tests/running/bundled';

export const PASSWORD = 'correct horse battery';

/** The live server with real accounts on a data folder of its own; it may be stopped and started again. */
export class AccountServer {
  url = '';
  /** Milliseconds by which the server's steady clock is ahead, for what passes with time. */
  ahead = 0;
  private stopRunning: () => Promise<void> = async () => undefined;

  private constructor(
    readonly dataDir: string,
    /** All that it has logged. */
    readonly logged: string[],
    private readonly databaseUrl: string,
  ) {}

  /** @param databaseUrl of a PostgreSQL database; left out: SQLite in the data folder */
  static async start(databaseUrl = ''): Promise<AccountServer> {
    const server = new AccountServer(
      mkdtempSync(path.join(tmpdir(), 'perceptroom-way-back-')),
      [],
      databaseUrl,
    );
    await migrateDatabase(readEnv(server.env));
    await server.run();
    return server;
  }

  /** A class of this teacher, and a console that is open on it. */
  async openConsole(cookie: string) {
    const { id, code } = await new Teacher(this.url, cookie).createClass('handwritten-digits');
    const tab = openTab(this.url, { extraHeaders: { cookie } });
    mustBeOk(await tab.attach({ code, as: { kind: 'teacher' } }));
    return { id, code, tab };
  }

  private get env() {
    const { dataDir, databaseUrl } = this;
    return { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: databaseUrl };
  }

  async run(): Promise<void> {
    const env = readEnv(this.env);
    const health = new StorageHealth();
    const store = await openStoreThread(env, health, { looks: true });
    await openPageStore(env, health, store);
    const accounts = new Accounts(env, accountsDatabase());
    const room = createPerceptroom({
      env,
      store,
      auth: {
        sessionOf: (headers) => accounts.sessionOf(webHeaders(headers)),
        handleAuth: (request, response) => serveAuth(accounts, request, response, env.trustedProxies),
        onSessionEnded: (listener) => accounts.onSessionEnded(listener),
        findTeacher: (email, askedBy) => accounts.directory.find(email, askedBy),
        emailsOf: (teacherIds) => accounts.directory.emailsOf(teacherIds),
        onAccountClosing: (listener) => accounts.onAccountClosing(listener),
      },
      verifier: firstWeightVerifier(),
      clock: Date.now,
      steady: () => performance.now() + this.ahead,
      log: pino({ level: 'trace' }, { write: (line) => this.logged.push(line) }),
      pages: null,
    });
    this.url = `http://127.0.0.1:${await room.listen()}`;
    this.stopRunning = async () => {
      await room.stop();
      await accounts.close();
      await store.close();
    };
  }

  async stop(): Promise<void> {
    await this.stopRunning();
    this.stopRunning = async () => undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** A request to /api/auth as a page of this server makes it. */
  async auth(path: string, body: object, headers: Record<string, string> = {}) {
    const response = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url, ...headers },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as AuthAnswer;
    const cookie = cookieOf(response);
    return { status: response.status, answer, cookie, code: answer.ok ? 'ok' : answer.code };
  }

  /** A new teacher, signed in. */
  async teacher(email: string) {
    const { cookie, code } = await this.auth(AUTH_PATHS.signUp, { name: 'Kim', email, password: PASSWORD });
    if (code !== 'ok') throw new Error(code);
    return cookie;
  }

  async signIn(email: string, password: string, headers: Record<string, string> = {}) {
    return this.auth(AUTH_PATHS.signIn, { email, password }, headers);
  }

  /** Whether a cookie still signs somebody in: asked through a door that only teachers have. */
  async knows(cookie: string): Promise<boolean> {
    const response = await fetch(`${this.url}/api/classes`, {
      method: 'POST',
      headers: { origin: this.url, cookie },
      body: '{}',
    });
    return response.status !== 401;
  }

  /** The operator's command, as a process of its own; the settings are the server's. */
  operator(...args: string[]): Promise<Ended> {
    return operator({ DATA_DIR: this.dataDir, DATABASE_URL: this.databaseUrl }, ...args);
  }

  /** What the command does, without a process for it: the token of a link. */
  async makeLink(email: string): Promise<string> {
    const database = await openDatabase(envOf(this.dataDir));
    const token = await makeReset(database, email, Date.now());
    await database.client.$disconnect();
    if (token === null) throw new Error(`nobody has the email ${email}`);
    return token;
  }

  /** The operator's command for this email, down to the token of the link that it prints. */
  async linkFor(email: string): Promise<string> {
    const { out, problem } = await this.operator('reset', email);
    const token = /\/teach\/reset\/([\w-]+)/.exec(out)?.[1];
    if (token === undefined) throw new Error(`no link was printed: ${problem}`);
    return token;
  }
}

/** The settings of a server on this folder. */
const envOf = (dataDir: string) => readEnv({ DATA_DIR: dataDir });

/** How a command ended, and what it printed to standard output and standard error. */
export interface Ended {
  code: number | null;
  out: string;
  problem: string;
}

/** The operator's command from what was bundled for this run: as it is documented, each start compiles it for seconds. */
export function operator(env: Record<string, string>, ...args: string[]): Promise<Ended> {
  return runProgram([bundledProgram('teacher'), ...args], env);
}

/** The operator's command as `npm run teacher` starts it. */
export function documentedOperator(env: Record<string, string>, ...args: string[]): Promise<Ended> {
  return runProgram(['scripts/run.mjs', 'scripts/teacher.ts', ...args], env);
}

/** Runs a program with Node, in Perceptroom's folder and with these settings alone. */
export function runProgram(args: readonly string[], env: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: '', PUBLIC_ORIGIN: '', PORT: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let problem = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    problem += data;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, problem })));
}
