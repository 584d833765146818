import { type Refusal, refuse } from '@/protocol/refusals';
import { logFor } from '@/server/log';
import { ScoringTurns } from './scoring-turns';

/** To the thread: one job. */
export type Numbered<Job> = Job & { id: number };

/** From the thread. `reason` is for the log alone. */
export interface ThreadAnswer<Done> {
  id: number;
  outcome: Done | Refusal;
  reason: string | null;
}

/** The part of a worker thread that is used; tests give one that hangs or dies. */
export interface QueueThread<Job, Done> {
  postMessage(job: Numbered<Job>, transfer: ArrayBuffer[]): void;
  on(event: 'message', listener: (answer: ThreadAnswer<Done>) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
  unref(): void;
}

/** What goes to the thread, made when it is a job's turn: what waits costs no memory. */
type Prepare<Job> = () => { job: Job; transfer?: ArrayBuffer[] };

export interface ThreadQueue<Job, Done> {
  /**
   * @param owner whose job it is: owners are served in turn, each one's jobs in their order
   * @param group whose owner it is: groups are served in turn before their owners are
   */
  run(owner: string, prepare: Prepare<Job>, group?: string): Promise<Done | Refusal>;
  /** Jobs that wait or run. */
  length(): number;
  close(): Promise<void>;
}

interface Options<Job, Done> {
  /** For the log. */
  name: string;
  spawn: () => QueueThread<Job, Done>;
  /** A job that takes longer is given up. */
  timeoutMs: number;
  /** Jobs that may wait in all. */
  queueLimit: number;
  /** Jobs of one group that may wait: none fills the queue for the others. */
  groupLimit?: number;
  /** Jobs of one owner that may wait. */
  ownerLimit?: number;
  /** A job that has waited longer is refused: whoever asked has given up by then. */
  patienceMs?: number;
}

interface QueuedJob<Job, Done> {
  owner: string;
  group: string;
  prepare: Prepare<Job>;
  /** Ends its waiting; null: it waits as long as it takes. */
  patience: NodeJS.Timeout | null;
  settle: (outcome: Done | Refusal) => void;
}

const log = logFor('verify');

/**
 * One thread, one job at a time, a bounded queue. A job that takes too long or kills its thread is answered
 * `verifier-failed`, its thread is ended, and the next job gets a fresh one: no job can stop the others for good.
 */
export function createThreadQueue<Job extends object, Done>({
  name,
  spawn,
  timeoutMs,
  queueLimit,
  groupLimit = queueLimit,
  ownerLimit = queueLimit,
  patienceMs,
}: Options<Job, Done>): ThreadQueue<Job, Done> {
  const waiting = new ScoringTurns<QueuedJob<Job, Done>>();
  let thread: QueueThread<Job, Done> | null = null;
  let running: { id: number; settle: QueuedJob<Job, Done>['settle']; timer: NodeJS.Timeout } | null = null;
  let closed = false;
  let nextId = 1;

  function startFresh(): QueueThread<Job, Done> {
    const started = spawn();
    started.on('message', (answer) => started === thread && finish(answer));
    started.on('error', (error) => {
      log.error({ err: error, thread: name }, 'thread failed');
      discard(started);
    });
    started.on('exit', () => discard(started));
    started.unref();
    thread = started;
    return started;
  }

  /** Ends a thread and whatever it was doing; late words of it are ignored from here on. */
  function discard(dead: QueueThread<Job, Done>): void {
    if (dead !== thread) return;
    thread = null;
    void dead.terminate();
    conclude(refuse('verifier-failed'));
  }

  function finish({ id, outcome, reason }: ThreadAnswer<Done>): void {
    if (running?.id !== id) return;
    if (reason !== null) log.warn({ thread: name, reason }, 'a job came to nothing');
    conclude(outcome);
  }

  function conclude(outcome: Done | Refusal): void {
    if (!running) return;
    const { settle, timer } = running;
    running = null;
    clearTimeout(timer);
    settle(outcome);
    startNext();
  }

  function takeNext(): QueuedJob<Job, Done> | null {
    const next = waiting.take();
    if (next?.patience) clearTimeout(next.patience);
    return next;
  }

  function enqueue(queued: QueuedJob<Job, Done>): void {
    waiting.add(queued, queued);
    if (patienceMs === undefined) return;
    queued.patience = setTimeout(() => {
      waiting.remove(queued, queued);
      queued.settle(refuse('verifier-busy'));
    }, patienceMs);
  }

  function startNext(): void {
    if (running || closed) return;
    const queued = takeNext();
    if (!queued) return;
    const target = thread ?? startFresh();
    const timer = setTimeout(() => {
      log.warn({ thread: name, timeoutMs }, 'a job took too long');
      discard(target);
    }, timeoutMs);
    const id = nextId++;
    running = { id, settle: queued.settle, timer };
    try {
      const { job, transfer = [] } = queued.prepare();
      target.postMessage({ ...job, id }, transfer);
    } catch (error) {
      log.error({ err: error, thread: name }, 'a job could not be sent');
      conclude(refuse('verifier-failed'));
    }
  }

  return {
    run(owner, prepare, group = '') {
      if (closed) return Promise.resolve(refuse('server-stopping'));
      const full =
        waiting.size >= queueLimit ||
        waiting.waitingIn(group) >= groupLimit ||
        waiting.waitingOf({ group, owner }) >= ownerLimit;
      if (full) return Promise.resolve(refuse('verifier-busy'));
      return new Promise((settle) => {
        enqueue({ owner, group, prepare, settle, patience: null });
        startNext();
      });
    },
    length: () => waiting.size + (running ? 1 : 0),
    async close() {
      closed = true;
      for (let queued = takeNext(); queued !== null; queued = takeNext())
        queued.settle(refuse('server-stopping'));
      const last = thread;
      thread = null;
      conclude(refuse('server-stopping'));
      await last?.terminate();
    },
  };
}
