import { Caller } from '@/base/line/caller';
import { type Refusal, refuse } from '@/protocol/refusals';
import { logFor } from '@/server/log';
import { type Thread, threadPort } from '@/server/thread-port';
import { ScoringTurns } from './scoring-turns';

/** What is asked of the thread over its line (base/line). */
export interface JobRequests<Job, Done> {
  run: { input: Job; answer: Done | Refusal };
}

/** A job that came to nothing. `reason` is for the log alone. */
export interface JobFailure {
  refusal: Refusal;
  reason: string;
}

/** The part of a worker thread that is used; tests give one that hangs or dies. */
export interface QueueThread extends Thread {
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

interface Options {
  /** For the log. */
  name: string;
  spawn: () => QueueThread;
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

/** A failed job as it is thrown on this side. */
class FailedJob extends Error {
  readonly refusal: Refusal;
  constructor({ refusal, reason }: JobFailure) {
    super(reason);
    this.refusal = refusal;
  }
}

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
}: Options): ThreadQueue<Job, Done> {
  type JobLine = Caller<JobRequests<Job, Done>, never, JobFailure>;
  const waiting = new ScoringTurns<QueuedJob<Job, Done>>();
  let current: { thread: QueueThread; line: JobLine } | null = null;
  let running: { settle: QueuedJob<Job, Done>['settle']; timer: NodeJS.Timeout } | null = null;
  let closed = false;

  function startFresh(): JobLine {
    const thread = spawn();
    thread.unref();
    const line: JobLine = new Caller(threadPort(thread), {
      refused: (failure) => new FailedJob(failure),
      onDeath: (error) => {
        current = null;
        // Of one that dies at its work the job tells.
        if (!running) log.error({ err: error, thread: name }, 'thread failed');
      },
    });
    current = { thread, line };
    return line;
  }

  /** Ends the thread and whatever it was doing. */
  function discard(why: string): void {
    current?.line.close(new Error(why));
    current = null;
  }

  function conclude(outcome: Done | Refusal): void {
    if (!running) return;
    const { settle, timer } = running;
    running = null;
    clearTimeout(timer);
    settle(outcome);
    startNext();
  }

  /** What was asked came to nothing: refused, not sent, or its thread is gone. */
  function fail(error: unknown): void {
    if (error instanceof FailedJob) {
      log.warn({ thread: name, reason: error.message }, 'a job came to nothing');
      conclude(error.refusal);
    } else if (closed) conclude(refuse('server-stopping'));
    else {
      log.error({ err: error, thread: name }, 'a job was not done');
      conclude(refuse('verifier-failed'));
    }
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
    const line = current?.line ?? startFresh();
    const timer = setTimeout(() => discard(`a job took longer than ${timeoutMs} ms`), timeoutMs);
    running = { settle: queued.settle, timer };
    try {
      const { job, transfer = [] } = queued.prepare();
      line.ask('run', job, { transfer }).then(conclude, fail);
    } catch (error) {
      fail(error);
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
      const last = current?.thread;
      discard('the server stops');
      await last?.terminate();
    },
  };
}
