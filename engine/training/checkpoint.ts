/** `ready`: at step 0 or restored and not yet training. The three last ones need `reset` or `begin` to go on. */
export type TrainerState = 'ready' | 'training' | 'paused' | 'finished' | 'diverged';

/** Enough to go on exactly where a training stood; plain data, may be kept in IndexedDB. */
export interface Checkpoint {
  /** Steps done. */
  step: number;
  /** Seconds of training so far, pauses left out. */
  seconds: number;
  /** All weights, in the order of protocol/weight-shapes.ts. */
  weights: Float32Array;
  /** The optimiser's slots in the same order, one whole set after another; empty for sgd. */
  slots: Float32Array;
}
