import type { Examples } from '@/engine/digits/examples';
import { evaluate } from '@/engine/network/evaluate';
import type { NetworkState } from '@/engine/network/trainable-network';
import { Batches, type TrainPictures } from '@/engine/training/batches';
import { totalSteps } from '@/engine/training/schedule';
import type { Experiment } from '@/protocol/experiment';
import { onKernels } from '@/tests/engine/kernels-module';

/**
 * Trains a network to the end of its experiment, from weights that are given.
 * @param pictures all of which it may use
 * @param blocks how many each file brings; left out: they come as one
 */
export async function trainFrom(
  experiment: Experiment,
  weights: Float32Array,
  pictures: TrainPictures,
  blocks: readonly number[] = [pictures.train.count],
): Promise<Float32Array> {
  const start: NetworkState = { step: 0, weights, slots: new Float32Array(0) };
  const network = onKernels(experiment, start);
  try {
    const batches = new Batches(experiment, pictures, blocks);
    for (let step = 0; step < totalSteps(experiment); step++) {
      const { pixels, labels } = batches.at(step);
      network.trainStep(pixels, labels);
    }
    await network.measure();
    return (await network.state()).weights;
  } finally {
    network.dispose();
  }
}

/** What a network answers, and the share of it that is right. */
export async function ask(experiment: Experiment, weights: Float32Array, pictures: Examples) {
  const network = onKernels(experiment, { step: 0, weights, slots: new Float32Array(0) });
  try {
    return await evaluate(network, experiment.loss, pictures);
  } finally {
    network.dispose();
  }
}
