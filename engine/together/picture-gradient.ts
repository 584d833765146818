import type { MakeNetwork } from '@/engine/network/trainable-network';
import { startOf } from '@/engine/training/start-of';
import type { DatasetId } from '@/protocol/datasets';
import { leakExperiment } from '@/protocol/leak-rules';

/** One example, and the seed of the network's weights. */
export interface PictureToLearn {
  dataset: DatasetId;
  seed: number;
  /** 0 paper to 255 ink, row by row. */
  pixels: Uint8Array;
  label: number;
}

/** ∂L/∂w of every weight for one example, in storage order: what one step of gradient descent by 1 takes away. */
export async function pictureGradient(
  { dataset, seed, pixels, label }: PictureToLearn,
  network: MakeNetwork,
): Promise<Float32Array> {
  const experiment = leakExperiment(dataset, seed);
  const { weights: before } = startOf(experiment);
  const learner = network(experiment, { step: 0, weights: before, slots: new Float32Array(0) });
  try {
    learner.trainStep(pixels, Uint8Array.of(label));
    await learner.measure();
    const { weights: after } = await learner.state();
    return before.map((weight, at) => weight - after[at]!);
  } finally {
    learner.dispose();
  }
}
