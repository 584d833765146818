import { rm } from 'node:fs/promises';
import { type Logger, pino } from 'pino';
import { createPerceptroom, type Perceptroom } from '@/server/application';
import { type Env, readEnv } from '@/server/env';
import type { Bounds } from '@/server/live/bounds';
import type { Pages, TeacherAccounts } from '@/server/live/parts';
import { openStore } from '@/server/store/open-store';
import type { Store } from '@/server/store/store';
import type { Verifier } from '@/server/verify/verifier';
import { rightsOf } from '@/tests/classroom/rights-of';
import { newDataFolder } from './data-folders';

export const LESSON = 'handwritten-digits';
export const TEACHER = 'teacher-1';
export const OTHER_TEACHER = 'teacher-2';

/** Accounts whose session cookie is the teacher's id; `signedOut` ids have none any more. */
export function plainAccounts(signedOut = new Set<string>()): TeacherAccounts & { revoke(id: string): void } {
  let listener: () => void = () => undefined;
  return {
    sessionOf: async ({ cookie }) => {
      const teacherId = /teacher=([\w-]+)/.exec(cookie ?? '')?.[1];
      return teacherId && !signedOut.has(teacherId) ? { teacherId } : null;
    },
    handleAuth: (_request, response) => {
      response.end();
    },
    onSessionEnded: (told) => {
      listener = told;
      return () => undefined;
    },
    findTeacher: async () => null,
    emailsOf: async () => ({}),
    onAccountClosing: () => () => undefined,
    revoke: (id) => {
      signedOut.add(id);
      listener();
    },
  };
}

/** A verifier that scores by the first weight: public accuracy = weight, private a tenth less. The real one has its own tests. */
export function firstWeightVerifier(): Verifier & { hold(): () => void; asked(): number } {
  let gate = Promise.resolve();
  let asked = 0;
  return {
    evaluate: async ({ weights }) => {
      asked += 1;
      await gate;
      const publicAccuracy = weights[0]!;
      return {
        ok: true,
        publicAccuracy,
        privateAccuracy: publicAccuracy - 0.1,
        right: rightsOf(publicAccuracy, publicAccuracy - 0.1),
        milliseconds: 1,
      };
    },
    queueLength: () => 0,
    close: async () => undefined,
    asked: () => asked,
    hold: () => {
      asked = 0;
      let open: () => void = () => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
  };
}

export interface RunningServer {
  url: string;
  env: Env;
  store: Store;
  auth: ReturnType<typeof plainAccounts>;
  verifier: ReturnType<typeof firstWeightVerifier>;
  room: Perceptroom;
  /** `ahead`: milliseconds that time is ahead; `frozen`: where it stands still, for limits by time; `set`: milliseconds by which the wall clock alone was set. */
  clock: { ahead: number; frozen: number | null; set: number };
  /** Stops the server and closes the store; the data stay. */
  stop(): Promise<void>;
}

/** A new data folder with a migrated database and two teachers in it. */
export async function makeDataDir(): Promise<{ dataDir: string; remove(): Promise<void> }> {
  const dataDir = await newDataFolder([TEACHER, OTHER_TEACHER]);
  return { dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

/** A real server on a free port with the real store; `wrap` puts something between the two. */
export async function startServer(
  dataDir: string,
  {
    wrap = (store) => store,
    log = pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    bounds = {},
    pages = null,
    port: wanted = 0,
    score = (verifier) => verifier,
    settings = {},
  }: {
    wrap?: (store: Store) => Store;
    log?: Logger;
    bounds?: Partial<Bounds>;
    pages?: Pages | null;
    port?: number;
    score?: (usual: Verifier) => Verifier;
    /** As an operator sets them. */
    settings?: Record<string, string>;
  } = {},
): Promise<RunningServer> {
  const env = readEnv({ ...settings, DATA_DIR: dataDir, PORT: String(wanted), HOST: '127.0.0.1' });
  const opened = await openStore(env, { inWorker: true });
  const store = wrap(opened);
  const auth = plainAccounts();
  const verifier = firstWeightVerifier();
  const clock: RunningServer['clock'] = { ahead: 0, frozen: null, set: 0 };
  const steady = () => (clock.frozen ?? Date.now()) + clock.ahead;
  const room = createPerceptroom({
    env,
    store,
    auth,
    verifier: score(verifier),
    clock: () => steady() + clock.set,
    steady,
    bounds,
    log,
    pages,
  });
  const port = await room.listen();
  return {
    url: `http://127.0.0.1:${port}`,
    env,
    store,
    auth,
    verifier,
    room,
    clock,
    stop: async () => {
      await room.stop();
      await opened.close();
    },
  };
}
