import { initialWeights } from '@/engine/network/initial-weights';
import type { NetworkState } from '@/engine/network/trainable-network';
import { createRandom, STREAMS } from '@/engine/random';
import type { Experiment } from '@/protocol/experiment';

/** Where a training of this experiment starts: step 0 with the weights of its seed. */
export function startOf(experiment: Experiment): NetworkState & { seconds: number } {
  return {
    step: 0,
    seconds: 0,
    weights: initialWeights(
      experiment,
      createRandom(experiment.startSeed ?? experiment.seed, STREAMS.weights),
    ),
    slots: new Float32Array(0),
  };
}
