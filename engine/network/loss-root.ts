import * as tf from '@tensorflow/tfjs-core';
import type { Loss } from '@/protocol/experiment-choices';

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
