import type { Examples } from '@/engine/digits/examples';
import { evaluate } from '@/engine/network/evaluate';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import type { Experiment } from '@/protocol/experiment';
import { alignUnits } from './align-units';
import { meanOf } from './mean-of';

/** Shares of right answers of one network with the mean of all weights: as they are, and once the hidden units of each were put in the order of the first one's. */
export interface AverageShares {
  averaged: number;
  aligned: number;
}

/**
 * What becomes of many networks of one shape when their weights are averaged.
 * @param networks at least one, each in storage order
 * @param breathe awaited between pieces of work, to let others in
 * @throws RangeError where there is none, or one is of another shape
 */
export async function averagesOf(
  experiment: Experiment,
  networks: readonly Float32Array[],
  examples: Examples,
  network: MakeNetwork,
  breathe: () => Promise<void> = async () => {},
): Promise<AverageShares> {
  const ask = async (weights: Float32Array) => {
    const made = network(experiment, { step: 0, weights, slots: new Float32Array(0) });
    try {
      return (await evaluate(made, experiment.loss, examples, breathe)).accuracy;
    } finally {
      made.dispose();
    }
  };
  const averaged = await ask(meanOf(networks));
  const [first, ...others] = networks;
  const inOrder = [first!];
  for (const weights of others) {
    inOrder.push(alignUnits(experiment, first!, weights));
    await breathe();
  }
  return { averaged, aligned: await ask(meanOf(inOrder)) };
}
