import { availableParallelism } from 'node:os';
import type { BitSet } from '@/base/bit-set';
import type { Reproduction } from '@/engine/runs/reproduce';
import type { Experiment } from '@/protocol/experiment';
import type { Refusal } from '@/protocol/refusals';
import { startThread } from '@/server/thread';
import { createThreadQueue, type QueueThread } from './thread-queue';

/** What the evaluation of one network on the hidden pictures gave. Accuracies from 0 to 1. */
export interface Verified {
  ok: true;
  publicAccuracy: number;
  privateAccuracy: number;
  /** The hidden pictures that it has right: the public half, then the private one. */
  right: BitSet;
  milliseconds: number;
  /** What training it again came to; left out where that was not asked for, or is not possible here. */
  reproduction?: Reproduction;
}

/** To the thread: one network to evaluate. */
export interface VerifyJob {
  experiment: Experiment;
  weights: Float32Array;
  /** Draws the class's own private half (`halfSeed`); left out: the packed one is asked. */
  ownHalf?: number;
  /** The steps after which a training from the seed is to have these weights; left out: nobody asks. */
  trainedTo?: number;
}

/** Scores submitted weights outside the main thread. Length and values have been checked before. */
export interface Verifier {
  /** Networks that it evaluates at the same time; undefined: as many as are asked. */
  readonly lanes?: number;
  evaluate(job: VerifyJob): Promise<Verified | Refusal>;
  /** Jobs that wait or run. */
  queueLength(): number;
  close(): Promise<void>;
}

/** Threads that score: a second one where it takes no core from the class that goes on. */
export function scoringThreads(cores = availableParallelism()): number {
  return cores > 2 ? 2 : 1;
}

/** Each thread one network at a time, a bounded queue for each (see `createThreadQueue`). */
export function createVerifier({
  spawn = () => startThread('verify'),
  timeoutMs = 20_000,
  queueLimit = 60,
  threads = 1,
}: {
  spawn?: () => QueueThread;
  timeoutMs?: number;
  queueLimit?: number;
  threads?: number;
} = {}): Verifier {
  const queues = Array.from({ length: threads }, () =>
    createThreadQueue<VerifyJob, Verified>({ name: 'verify', spawn, timeoutMs, queueLimit }),
  );
  const shortest = () => queues.reduce((best, queue) => (queue.length() < best.length() ? queue : best));
  return {
    lanes: threads,
    evaluate({ weights, ...job }) {
      // A copy of its own: the caller's array stays usable, and the thread gets exactly these bytes.
      const own = Float32Array.from(weights);
      return shortest().run('', () => ({ job: { ...job, weights: own }, transfer: [own.buffer] }));
    },
    queueLength: () => queues.reduce((sum, queue) => sum + queue.length(), 0),
    close: async () => {
      await Promise.all(queues.map((queue) => queue.close()));
    },
  };
}
