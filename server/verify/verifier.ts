import type { Experiment } from '@/protocol/experiment';
import type { Refusal } from '@/protocol/refusals';
import { startThread } from '../thread';
import { createThreadQueue, type QueueThread } from './thread-queue';

/** What the evaluation of one network on the hidden pictures gave. Accuracies from 0 to 1. */
export interface Verified {
  ok: true;
  publicAccuracy: number;
  privateAccuracy: number;
  /** Pictures in the public half. */
  pictures: number;
  milliseconds: number;
}

/** To the thread: one network to evaluate. */
export interface VerifyJob {
  experiment: Experiment;
  weights: Float32Array;
}

/** Scores submitted weights outside the main thread. Length and values have been checked before. */
export interface Verifier {
  evaluate(job: VerifyJob): Promise<Verified | Refusal>;
  /** Jobs that wait or run. */
  queueLength(): number;
  close(): Promise<void>;
}

export type VerifyThread = QueueThread<VerifyJob, Verified>;

/** One thread, one network at a time, a bounded queue (see `createThreadQueue`). */
export function createVerifier({
  spawn = () => startThread('verify') as VerifyThread,
  timeoutMs = 10_000,
  queueLimit = 60,
}: {
  spawn?: () => VerifyThread;
  timeoutMs?: number;
  queueLimit?: number;
} = {}): Verifier {
  const queue = createThreadQueue<VerifyJob, Verified>({ name: 'verify', spawn, timeoutMs, queueLimit });
  return {
    evaluate({ experiment, weights }) {
      // A copy of its own: the caller's array stays usable, and the thread gets exactly these bytes.
      const own = Float32Array.from(weights);
      return queue.run('', () => ({ job: { experiment, weights: own }, transfer: [own.buffer] }));
    },
    queueLength: () => queue.length(),
    close: () => queue.close(),
  };
}
