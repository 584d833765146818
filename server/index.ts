/** The server, put together: settings, database, accounts, verifier, pages, and the live classroom on one port. */
import { createServer } from 'node:http';
import path from 'node:path';
import next from 'next';
import { announcement, serverAddresses } from './announce';
import { createPerceptroom, type Perceptroom } from './application';
import { Accounts } from './auth/accounts';
import { keepAccounts } from './auth/auth';
import { serveAuth, webHeaders } from './auth/node-handler';
import { steadyClock } from './clock';
import { makeForOwnerAlone } from './close-to-others';
import { DataDirLockedError, lockDataDir } from './data-dir-lock';
import { type Env, EnvError, readEnv } from './env';
import { BuiltFiles } from './http/built-files';
import { warmPages } from './http/warm-pages';
import type { Pages, TeacherAccounts } from './live/parts';
import { logFor } from './log';
import { keepMemorySmall } from './memory';
import type { NodeMeans } from './nodes/node';
import { ROOT } from './root';
import { checkFormerData, checkSecret } from './store/former-data';
import { databaseProblem, migrateDatabase } from './store/migrate';
import { MigrationError } from './store/migration-plan';
import { openPageStore } from './store/open-page-store';
import { openStoreThread } from './store/open-store';
import { accountsDatabase } from './store/page-store';
import { RoomLeases } from './store/room-leases';
import { SoleServer } from './store/sole-server';
import { StorageHealth } from './store/storage-health';
import { READY } from './supervisor';
import { createVerifier, scoringThreads } from './verify/verifier';

const log = logFor('server');
/** What somebody who starts the server can put right: a line says what, a stack would not help. */
const EXPECTED = [EnvError, DataDirLockedError, MigrationError];
/** Between two looks whether the machine slept, or its clock was set while nobody was in a class. */
const CLOCK_MS = 1_000;
const LISTEN_PROBLEMS: Record<string, (env: Env) => string> = {
  EADDRINUSE: ({ port }) => `Port ${port} is in use already; stop what uses it, or set PORT to another`,
  EACCES: ({ port }) => `Port ${port} may not be used by this user; set PORT to one above 1023`,
  EADDRNOTAVAIL: ({ host }) => `HOST ${host} is no address of this machine`,
  ENOTFOUND: ({ host }) => `HOST ${host} is no address of this machine`,
};

async function start(): Promise<void> {
  keepMemorySmall();
  makeForOwnerAlone();
  const env = readEnv();
  const unlock = lockDataDir(env.dataDir);
  process.on('exit', unlock);
  const health = new StorageHealth();
  const shared = env.redisUrl !== null;
  const place = env.databaseUrl === null ? null : await claimDatabase(env.databaseUrl, health, shared);
  await checkFormerData(env);
  const applied = await migrateDatabase(env);
  if (applied.length > 0) log.info({ migrations: applied.length }, 'the database is up to date now');
  const store = await openStoreThread(env, health, { looks: true });
  await openPageStore(env, health, store);
  checkSecret(env, await accountsDatabase().client.user.count());
  const accounts = new Accounts(env, accountsDatabase());
  keepAccounts(accounts);
  const auth: TeacherAccounts = {
    sessionOf: (headers) => accounts.sessionOf(webHeaders(headers)),
    handleAuth: (request, response) => serveAuth(accounts, request, response, env.trustedProxies),
    onSessionEnded: (listener) => accounts.onSessionEnded(listener),
    findTeacher: (email, askedBy) => accounts.directory.find(email, askedBy),
    emailsOf: (teacherIds) => accounts.directory.emailsOf(teacherIds),
    onAccountClosing: (listener) => accounts.onAccountClosing(listener),
  };
  const node = await openNode(env);
  const verifier = createVerifier({ threads: scoringThreads() });
  const pages = new NextPages(env, process.env.NODE_ENV !== 'production');
  const clock = steadyClock();
  const room = createPerceptroom({
    env,
    store,
    auth,
    verifier,
    clock: clock.now,
    log: logFor('live'),
    node,
    pages,
  });

  setInterval(() => {
    clock.tick();
    if (room.isIdle()) clock.settle();
  }, CLOCK_MS).unref();

  let stopping = false;
  const stop = async (signal: NodeJS.Signals | 'REPLACED' | 'REOPEN') => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    // Whatever hangs must not keep a supervisor waiting: all that was acknowledged is committed.
    setTimeout(() => process.exit(1), 6_000).unref();
    await room.stop();
    await Promise.allSettled([verifier.close(), pages.close(), accounts.close()]);
    await store.close();
    await place?.release();
    process.exit(signal === 'REPLACED' || signal === 'REOPEN' ? 1 : 0);
  };
  replaced = () => void stop('REPLACED');
  health.onMustReopen(() => {
    log.fatal(
      'the log of the database was removed; nothing is lost: what it held is in the database, which a new start opens',
    );
    void stop('REOPEN');
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));

  // The port first: that it is taken should be said at once. Whoever asks for a page meanwhile waits.
  const port = await listen(room, env);
  await pages.prepare(room);
  process.stdout.write(announcement(serverAddresses(env, port), process.stdout.isTTY === true));
  process.send?.(READY);
  if (!pages.takeUpgrades) log.info({ pages: await warmPages(pages, log, () => stopping) }, 'pages are warm');
}

/** What to do when another server has taken the database: end; in order, once there is an order to end in. */
let replaced: () => void = () => process.exit(1);

async function claimDatabase(url: string, health: StorageHealth, shared: boolean): Promise<SoleServer> {
  try {
    return await SoleServer.claim(url, health, () => replaced(), { shared });
  } catch (error) {
    if (error instanceof EnvError) throw error;
    throw databaseProblem({ databaseUrl: url, dataDir: '' }, error);
  }
}

/** What makes this one of several nodes; null: it is the only server. */
async function openNode({ databaseUrl, redisUrl, nodeAddress }: Env): Promise<NodeMeans | null> {
  if (databaseUrl === null || redisUrl === null) return null;
  // A server of its own does without Redis's client.
  const { RedisInbox } = await import('./nodes/redis-inbox');
  const leases = await RoomLeases.open(databaseUrl, nodeAddress, logFor('nodes'));
  try {
    return { leases, inbox: await RedisInbox.open(redisUrl, leases.node, logFor('nodes')) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EnvError([`The Redis of REDIS_URL cannot be reached: ${reason}`]);
  }
}

async function listen(room: Perceptroom, env: Env): Promise<number> {
  try {
    return await room.listen();
  } catch (error) {
    const problem = LISTEN_PROBLEMS[(error as NodeJS.ErrnoException).code ?? ''];
    throw problem ? new EnvError([problem(env)]) : error;
  }
}

type PageHandler = ReturnType<ReturnType<typeof next>['getRequestHandler']>;

/** Where pages ask for what the build made. */
const BUILT = '/_next/static/';

/** Next, mounted behind our own routes. */
class NextPages implements Pages {
  private app: ReturnType<typeof next> | null = null;
  private opened: (answer: PageHandler) => void = () => undefined;
  private readonly answer = new Promise<PageHandler>((resolve) => {
    this.opened = resolve;
  });

  /** In development they change all the time, and Next has them. */
  private readonly built: BuiltFiles | null;

  constructor(
    private readonly env: Env,
    private readonly dev: boolean,
  ) {
    this.built = dev ? null : new BuiltFiles(path.join(ROOT, '.next/static'));
  }

  get takeUpgrades(): boolean {
    return this.dev;
  }

  async prepare(room: Perceptroom): Promise<void> {
    this.app = next({
      dev: this.dev,
      dir: ROOT,
      hostname: this.env.host,
      port: this.env.port,
      // Next listens for upgrades on the server it is given (or finds): in development for its hot reload on ours,
      // which Socket.IO leaves alone; in production it must not touch ours, and gets one that nobody connects to.
      httpServer: this.dev ? room.http : createServer(),
    });
    await this.app.prepare();
    this.opened(this.app.getRequestHandler());
  }

  async handle(...[request, response]: Parameters<Pages['handle']>): Promise<void> {
    const [address = ''] = request.url?.split('?', 1) ?? [];
    if (
      address.startsWith(BUILT) &&
      (await this.built?.answer(request, response, address.slice(BUILT.length)))
    )
      return;
    const answer = await this.answer;
    await answer(request, response);
  }

  async close(): Promise<void> {
    await this.app?.close();
  }
}

// The supervisor was killed: at once, since whoever starts the next one wants the port and the folder. No orphan stays.
process.on('disconnect', () => process.exit(1));
try {
  await start();
} catch (error) {
  if (EXPECTED.some((kind) => error instanceof kind)) {
    for (const line of (error as Error).message.split('\n'))
      process.stderr.write(`Perceptroom cannot start: ${line}\n`);
  } else {
    log.fatal({ err: error }, 'the server cannot start');
  }
  process.exit(1);
}
