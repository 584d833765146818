import * as tf from '@tensorflow/tfjs-core';
import type { Optimizer } from '@/protocol/experiment-choices';

/**
 * Update rules, written out and not tfjs's own, since those keep part of their state where a checkpoint cannot reach it
 * exactly. All a rule remembers are its slots (each as large as the weights) and the number of the step.
 */

const MOMENTUM = 0.9;
const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;

/**
 * Moves one array of weights against its gradient; inside a tf.tidy.
 *   sgd       w ← w − r g
 *   momentum  v ← 0.9 v + g;  w ← w − r v
 *   adam      m ← 0.9 m + 0.1 g;  s ← 0.999 s + 0.001 g²;  w ← w − r m̂ / (√ŝ + ε)   (Kingma and Ba, 2015)
 * @param step number of this step, from 1
 */
export function update(
  optimizer: Optimizer,
  rate: number,
  step: number,
  weight: tf.Variable,
  gradient: tf.Tensor,
  slots: readonly tf.Variable[],
): void {
  if (optimizer === 'sgd') {
    weight.assign(tf.sub(weight, tf.mul(gradient, rate)));
    return;
  }
  if (optimizer === 'momentum') {
    const velocity = slots[0]!;
    velocity.assign(tf.add(tf.mul(velocity, MOMENTUM), gradient));
    weight.assign(tf.sub(weight, tf.mul(velocity, rate)));
    return;
  }
  const [first, second] = slots as [tf.Variable, tf.Variable];
  first.assign(tf.add(tf.mul(first, BETA1), tf.mul(gradient, 1 - BETA1)));
  second.assign(tf.add(tf.mul(second, BETA2), tf.mul(tf.square(gradient), 1 - BETA2)));
  // Both corrections for the zero start, drawn out of the fraction: one division fewer an element.
  const correction = Math.sqrt(1 - BETA2 ** step);
  const corrected = (rate * correction) / (1 - BETA1 ** step);
  weight.assign(
    tf.sub(weight, tf.mul(tf.div(first, tf.add(tf.sqrt(second), EPSILON * correction)), corrected)),
  );
}
