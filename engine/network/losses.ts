import * as tf from '@tensorflow/tfjs-core';
import type { Loss } from '@/protocol/experiment';

/**
 * The two losses, both of softmax's probabilities p against the wanted answer y (1 for the right label, else 0), meaned
 * over the examples:
 *   cross-entropy  −Σ y log p        its slope by the logits: p − y
 *   squared error  Σ (p − y)²        its slope by the logits: 2 p (e − Σ e p), with e = p − y
 */

/** Sums over examples, from logits (count × classes): plain arithmetic in float64, on every backend the same. */
export interface LossSums {
  loss: number;
  correct: number;
}

export function sumLosses(
  loss: Loss,
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): LossSums {
  let total = 0;
  let correct = 0;
  for (let i = 0; i < labels.length; i++) {
    const from = i * classes;
    const label = labels[i]!;
    let best = 0;
    for (let k = 1; k < classes; k++) if (logits[from + k]! > logits[from + best]!) best = k;
    if (best === label) correct++;
    // The largest logit comes off before exp, so that nothing overflows.
    const top = logits[from + best]!;
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += Math.exp(logits[from + k]! - top);
    if (loss === 'cross-entropy') {
      total += Math.log(sum) + top - logits[from + label]!;
    } else {
      for (let k = 0; k < classes; k++) {
        const error = Math.exp(logits[from + k]! - top) / sum - (k === label ? 1 : 0);
        total += error * error;
      }
    }
  }
  return { loss: total, correct };
}

/**
 * The loss as the root of backpropagation: its gradient is the loss's, its value is 0. The value is not worth its
 * kernels: it is computed from the logits when they are read (sumLosses).
 * @param logits [examples, classes]
 * @param targets [examples, classes], 1 for the right label
 */
export function lossRoot(loss: Loss, logits: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar {
  const root = tf.customGrad((z, save) => {
    const input = z as tf.Tensor2D;
    (save as tf.GradSaveFunc)([input]);
    return {
      value: tf.scalar(0),
      gradFunc: (_dy: tf.Scalar, saved: tf.Tensor[]) => {
        const p = tf.softmax(saved[0] as tf.Tensor2D);
        const error = tf.sub(p, targets);
        const examples = input.shape[0];
        if (loss === 'cross-entropy') return tf.mul(error, 1 / examples);
        const inner = tf.sub(error, tf.sum(tf.mul(error, p), 1, true));
        return tf.mul(tf.mul(p, inner), 2 / examples);
      },
    };
  });
  return root(logits) as tf.Scalar;
}
