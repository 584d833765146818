import * as tf from '@tensorflow/tfjs-core';
import { splitWeights } from '@/engine/network/flat-weights';
import { forward } from '@/engine/network/forward';
import { createRandom } from '@/engine/random';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { DATASETS } from '@/protocol/datasets';
import type { Architecture } from '@/protocol/experiment';
import { countWeights, weightShapes } from '@/protocol/weight-shapes';
import type { Weighed } from '@/server/export/network/named-layers';

/** Every kind of network that a class trains, each activation, odd sizes. */
export const ARCHITECTURES: Readonly<Record<string, Architecture>> = {
  'no hidden layer': { dataset: 'digits', network: { kind: 'dense', hidden: [], activation: 'relu' } },
  'three hidden layers': {
    dataset: 'digits',
    network: { kind: 'dense', hidden: [20, 13, 7], activation: 'tanh' },
  },
  'one convolution': {
    dataset: 'digits',
    network: { kind: 'convolutional', filters: [3], kernel: 5, dense: 9, activation: 'sigmoid' },
  },
  'two convolutions, clothes': {
    dataset: 'fashion',
    network: { kind: 'convolutional', filters: [4, 6], kernel: 3, dense: 11, activation: 'relu' },
  },
};

/** The network with weights (biases, too) drawn by the seed; small enough that no activation is full. */
export function drawnNetwork(architecture: Architecture, seed = 1): Weighed {
  const random = createRandom(seed);
  const weights = Float32Array.from({ length: countWeights(architecture) }, () => random.normal() * 0.15);
  return { architecture, weights };
}

/** Pictures from 0 to 1, one after another. */
export function drawnPictures({ dataset }: Architecture, count: number, seed = 2): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: count * DATASETS[dataset].pixels }, () => random.uniform());
}

/** What the product's own engine makes of pictures. @returns logits, count × labels */
export async function engineLogits(
  { architecture, weights }: Weighed,
  pictures: Float32Array,
): Promise<Float32Array> {
  await startNodeBackend();
  const { pixels } = DATASETS[architecture.dataset];
  const shapes = weightShapes(architecture);
  const output = tf.tidy(() =>
    forward(
      architecture,
      splitWeights(architecture, weights).map((values, i) => tf.tensor(values, shapes[i] as number[])),
      tf.tensor2d(pictures, [pictures.length / pixels, pixels]),
    ),
  );
  const logits = (await output.data()) as Float32Array;
  output.dispose();
  return logits;
}

/** How far two lists of numbers lie apart at most; they have to be as long. */
export function farthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
}
