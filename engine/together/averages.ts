import type { Examples } from '@/engine/digits/examples';
import { evaluate } from '@/engine/network/evaluate';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import type { Architecture, Experiment } from '@/protocol/experiment';
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
  const { mean } = await alignedMean(experiment, networks, breathe);
  return { averaged, aligned: await ask(mean) };
}

/** The mean of networks whose units were put in the first one's order, and the orders of each network's hidden layers (see `alignUnits`). */
export async function alignedMean(
  architecture: Architecture,
  networks: readonly Float32Array[],
  breathe: () => Promise<void> = async () => {},
): Promise<{ mean: Float32Array; orders: (readonly Int32Array[])[] }> {
  const aligned = [];
  for (const weights of networks) {
    aligned.push(alignUnits(architecture, networks[0]!, weights));
    await breathe();
  }
  return { mean: meanOf(aligned.map(({ weights }) => weights)), orders: aligned.map(({ orders }) => orders) };
}
