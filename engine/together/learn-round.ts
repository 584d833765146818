import type { Examples } from '@/engine/digits/examples';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import { Batches } from '@/engine/training/batches';
import { repeatSteps } from '@/engine/training/repeat';
import { totalSteps } from '@/engine/training/schedule';
import type { Experiment } from '@/protocol/experiment';

/** Where a device learns. */
export interface RoundPlace {
  network: MakeNetwork;
  /** Lets others in between two stretches of steps. */
  breathe(): Promise<void>;
  now(): number;
}

/**
 * One device's part of a round (FederatedAveraging: McMahan and others 2017, Communication-Efficient Learning of Deep Networks from Decentralized Data): trains
 * on from the class's weights, on its own pictures alone, for the experiment's epochs.
 * @param experiment its `examples` are as many as there are pictures
 * @param start weights in storage order
 * @returns the weights then; null: they are no numbers any more
 */
export async function learnRound(
  experiment: Experiment,
  start: Float32Array,
  pictures: Examples,
  { network, breathe, now }: RoundPlace,
): Promise<Float32Array | null> {
  const learner = network(experiment, { step: 0, weights: start, slots: new Float32Array(0) });
  try {
    const own = { train: pictures, available: pictures.count, until: async () => {} };
    await repeatSteps(learner, new Batches(experiment, own, [pictures.count]), totalSteps(experiment), {
      arrived: async () => true,
      between: async () => {
        await breathe();
        return true;
      },
      now,
    });
    const { weights } = await learner.state();
    return weights.every((weight) => Number.isFinite(weight)) ? weights : null;
  } finally {
    learner.dispose();
  }
}
