import type { Experiment } from '@/protocol/experiment';
import { type Refusal, refuse } from '@/protocol/refusals';
import { logFor } from '../log';
import { startThread } from '../thread';
import type { VerifyAnswer, VerifyJob } from './verify-worker';

/** What the evaluation of one network on the hidden pictures gave. Accuracies from 0 to 1. */
export interface Verified {
  ok: true;
  publicAccuracy: number;
  privateAccuracy: number;
  /** Pictures in the public half. */
  pictures: number;
  milliseconds: number;
}

/** Scores submitted weights outside the main thread. Length and values have been checked before. */
export interface Verifier {
  evaluate(job: { experiment: Experiment; weights: Float32Array }): Promise<Verified | Refusal>;
  /** Jobs that wait or run. */
  queueLength(): number;
  close(): Promise<void>;
}

/** The part of a worker thread that the verifier uses; tests give one that hangs or dies. */
export interface VerifyThread {
  postMessage(job: VerifyJob, transfer: ArrayBuffer[]): void;
  on(event: 'message', listener: (answer: VerifyAnswer) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
  unref(): void;
}

interface QueuedJob {
  job: VerifyJob;
  settle: (outcome: Verified | Refusal) => void;
}

const log = logFor('verify');

/**
 * One thread, one job at a time, a bounded queue. A job that takes too long or kills its thread is answered
 * `verifier-failed`, its thread is ended, and the next job gets a fresh one: no submission can stop the class's scoring.
 */
export function createVerifier({
  spawn = () => startThread('verify') as VerifyThread,
  timeoutMs = 10_000,
  queueLimit = 60,
}: {
  spawn?: () => VerifyThread;
  timeoutMs?: number;
  queueLimit?: number;
} = {}): Verifier {
  const waiting: QueuedJob[] = [];
  let thread: VerifyThread | null = null;
  let running: { queued: QueuedJob; timer: NodeJS.Timeout } | null = null;
  let closed = false;
  let nextId = 1;

  function startFresh(): VerifyThread {
    const started = spawn();
    started.on('message', (answer) => started === thread && finish(answer));
    started.on('error', (error) => {
      log.error({ err: error }, 'verifier thread failed');
      discard(started);
    });
    started.on('exit', () => discard(started));
    started.unref();
    thread = started;
    return started;
  }

  /** Ends a thread and whatever it was doing; late words of it are ignored from here on. */
  function discard(dead: VerifyThread): void {
    if (dead !== thread) return;
    thread = null;
    void dead.terminate();
    conclude(refuse('verifier-failed'));
  }

  function finish(answer: VerifyAnswer): void {
    if (running?.queued.job.id !== answer.id) return;
    const { outcome } = answer;
    if (!outcome.ok) log.warn({ code: outcome.code, reason: answer.reason }, 'evaluation gave no score');
    conclude(outcome);
  }

  function conclude(outcome: Verified | Refusal): void {
    if (!running) return;
    const { queued, timer } = running;
    running = null;
    clearTimeout(timer);
    queued.settle(outcome);
    startNext();
  }

  function startNext(): void {
    if (running || closed) return;
    const queued = waiting.shift();
    if (!queued) return;
    const target = thread ?? startFresh();
    const timer = setTimeout(() => {
      log.warn({ timeoutMs }, 'evaluation took too long');
      discard(target);
    }, timeoutMs);
    running = { queued, timer };
    target.postMessage(queued.job, [queued.job.weights.buffer as ArrayBuffer]);
  }

  return {
    evaluate({ experiment, weights }) {
      if (closed) return Promise.resolve(refuse('server-stopping'));
      if (waiting.length >= queueLimit) return Promise.resolve(refuse('verifier-busy'));
      return new Promise((settle) => {
        // A copy of its own: the caller's array stays usable, and the thread gets exactly these bytes.
        waiting.push({ job: { id: nextId++, experiment, weights: Float32Array.from(weights) }, settle });
        startNext();
      });
    },
    queueLength: () => waiting.length + (running ? 1 : 0),
    async close() {
      closed = true;
      for (const queued of waiting.splice(0)) queued.settle(refuse('server-stopping'));
      const last = thread;
      thread = null;
      conclude(refuse('server-stopping'));
      await last?.terminate();
    },
  };
}
