import type { PoolStanding, PoolTask } from './pool-training';

/** What the page asks of the worker that learns from a pool over their line (base/line), and what that tells unasked. */

/** Why something failed; closed. `no-pictures`: nothing to learn from. */
const POOL_TRAINING_ERRORS = ['no-pictures', 'not-begun', 'worker-failed'] as const;
export type PoolTrainingErrorCode = (typeof POOL_TRAINING_ERRORS)[number];

export type PoolTrainingState = 'ready' | 'training' | 'paused' | 'finished' | 'diverged';

export interface PoolRequests {
  /** Makes the network of a task. Ends an earlier training. */
  begin: { input: { run: number; task: PoolTask }; answer: PoolStanding };
  train: { input: null; answer: null };
  pause: { input: null; answer: null };
  /** Exactly one step. */
  step: { input: null; answer: PoolStanding };
  predict: { input: { pixels: Uint8Array }; answer: number[] };
  weights: { input: null; answer: Float32Array<ArrayBuffer> };
}
export type PoolRequestName = keyof PoolRequests;

/** What the worker tells unasked; `run` is that of the `begin` it belongs to. */
export type PoolTrainingEvent =
  | { type: 'standing'; run: number; standing: PoolStanding }
  | { type: 'state'; run: number; state: PoolTrainingState }
  | { type: 'failed'; code: PoolTrainingErrorCode };
