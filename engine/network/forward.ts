import * as tf from '@tensorflow/tfjs-core';
import type { Activation, Network } from '@/protocol/experiment';

const ACTIVATE: Record<Activation, <T extends tf.Tensor>(x: T) => T> = {
  relu: tf.relu,
  tanh: tf.tanh,
  sigmoid: tf.sigmoid,
};

/**
 * The network's answer layer before softmax.
 * @param weights in the order of weightShapes
 * @param pixels [examples, 784], 0 to 1
 * @returns logits [examples, 10]
 */
export function forward(network: Network, weights: readonly tf.Tensor[], pixels: tf.Tensor2D): tf.Tensor2D {
  const activate = ACTIVATE[network.activation];
  let at = 0;
  let rows = pixels;
  if (network.kind === 'convolutional') {
    let maps = tf.reshape(pixels, [-1, 28, 28, 1]) as tf.Tensor4D;
    for (let i = 0; i < network.filters.length; i++) {
      // Adding the bias and activating only what the pooling lets through gives the same numbers, since both keep the
      // order of values, at a quarter of the work.
      const pooled = tf.maxPool(tf.conv2d(maps, weights[at++] as tf.Tensor4D, 1, 'same'), 2, 2, 'valid');
      maps = activate(tf.add(pooled, weights[at++]!) as tf.Tensor4D);
    }
    const [, height, width, channels] = maps.shape;
    rows = tf.reshape(maps, [-1, height * width * channels]);
  }
  while (at < weights.length) {
    const sums = tf.add(tf.matMul(rows, weights[at++] as tf.Tensor2D), weights[at++]!) as tf.Tensor2D;
    rows = at < weights.length ? activate(sums) : sums;
  }
  return rows;
}
