import * as tf from '@tensorflow/tfjs-core';
import { DATASETS } from '@/protocol/datasets';
import type { Activation, Architecture } from '@/protocol/experiment';

const ACTIVATE: Record<Activation, <T extends tf.Tensor>(x: T) => T> = {
  relu: tf.relu,
  tanh: tf.tanh,
  sigmoid: tf.sigmoid,
};

/**
 * The network's answer layer before softmax.
 * @param weights in the order of weightShapes
 * @param pixels [examples, numbers of a picture], 0 to 1
 * @returns logits [examples, labels]
 */
export function forward(
  { dataset, network }: Architecture,
  weights: readonly tf.Tensor[],
  pixels: tf.Tensor2D,
): tf.Tensor2D {
  const activate = ACTIVATE[network.activation];
  let at = 0;
  let rows = pixels;
  if (network.kind === 'convolutional') {
    const { side, channels } = DATASETS[dataset];
    let maps = tf.reshape(pixels, [-1, side, side, channels]) as tf.Tensor4D;
    for (let i = 0; i < network.filters.length; i++) {
      // Adding the bias and activating only what the pooling lets through gives the same numbers, since both keep the
      // order of values, at a quarter of the work.
      const pooled = tf.maxPool(tf.conv2d(maps, weights[at++] as tf.Tensor4D, 1, 'same'), 2, 2, 'valid');
      maps = activate(tf.add(pooled, weights[at++]!) as tf.Tensor4D);
    }
    const [, height, width, filters] = maps.shape;
    rows = tf.reshape(maps, [-1, height * width * filters]);
  }
  while (at < weights.length) {
    const sums = tf.add(tf.matMul(rows, weights[at++] as tf.Tensor2D), weights[at++]!) as tf.Tensor2D;
    rows = at < weights.length ? activate(sums) : sums;
  }
  return rows;
}
