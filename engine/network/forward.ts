import * as tf from '@tensorflow/tfjs-core';
import { DATASETS } from '@/protocol/datasets';
import type { Architecture } from '@/protocol/experiment';
import type { Activation } from '@/protocol/experiment-choices';

const ACTIVATE: Record<Activation, <T extends tf.Tensor>(x: T) => T> = {
  relu: tf.relu,
  tanh: tf.tanh,
  sigmoid: tf.sigmoid,
};

/** Sees, and may change, what each layer gives on the way: for the doctor. */
export interface LayerTap {
  /** A layer's sums before its activation; what comes back takes their place. */
  sums<T extends tf.Tensor>(layer: number, z: T): T;
  /** What a hidden layer answers. */
  answers(layer: number, y: tf.Tensor): void;
}

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
  tap?: LayerTap,
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
      const sums = tf.add(pooled, weights[at++]!) as tf.Tensor4D;
      maps = activate(tap ? tap.sums(i, sums) : sums);
      tap?.answers(i, maps);
    }
    const [, height, width, filters] = maps.shape;
    rows = tf.reshape(maps, [-1, height * width * filters]);
  }
  while (at < weights.length) {
    const layer = at / 2;
    let sums = tf.add(tf.matMul(rows, weights[at++] as tf.Tensor2D), weights[at++]!) as tf.Tensor2D;
    if (tap) sums = tap.sums(layer, sums);
    rows = at < weights.length ? activate(sums) : sums;
    if (at < weights.length) tap?.answers(layer, rows);
  }
  return rows;
}
