import type { MakeNetwork } from '@/engine/network/trainable-network';
import { Batches, type TrainPictures } from '@/engine/training/batches';
import { repeatSteps } from '@/engine/training/repeat';
import { totalSteps } from '@/engine/training/schedule';
import { startOf } from '@/engine/training/start-of';
import { readFloats } from '@/engine/verify/check-weights';
import type { Experiment } from '@/protocol/experiment';

/** `same`: the experiment gives exactly these weights. `other`: it does not. `too-long`: nobody has waited for it. */
export type Reproduction = 'same' | 'other' | 'too-long';

/** What a run is said to be. */
export interface ClaimedRun {
  experiment: Experiment;
  /** Steps done. */
  step: number;
  /** As they are scored (check-weights). */
  weights: Float32Array;
}

/**
 * Trains a run once more from its seed, and says whether it comes to the weights that are claimed, to the bit (invariant I17). Blocks its thread: run it in a
 * worker thread that can be ended.
 * @param pictures all of the data set's training pictures
 * @param network on our own kernels
 * @param limitMs milliseconds after which it is given up
 */
export async function reproduce(
  { experiment, step, weights }: ClaimedRun,
  pictures: TrainPictures,
  network: MakeNetwork,
  limitMs: number,
): Promise<Reproduction> {
  if (step > totalSteps(experiment)) return 'other';
  const made = network(experiment, startOf(experiment));
  try {
    const begun = performance.now();
    await repeatSteps(made, new Batches(experiment, pictures), step, {
      arrived: async () => true,
      between: async () => performance.now() - begun < limitMs,
      now: () => performance.now(),
    });
    if (made.step < step) return 'too-long';
    const state = await made.state();
    const { buffer, byteOffset, byteLength } = state.weights;
    // Read as what was handed in is read: the least numbers are 0.
    const own = readFloats(new Uint8Array(buffer, byteOffset, byteLength), state.weights.length);
    return typeof own !== 'string' && own.length === weights.length && own.every((w, i) => w === weights[i])
      ? 'same'
      : 'other';
  } finally {
    made.dispose();
  }
}
