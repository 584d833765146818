import * as tf from '@tensorflow/tfjs-core';

/**
 * The slopes of the few operations that our networks are made of. tfjs-core comes without any, and its own list is
 * neither loadable in Node nor small; besides, one of them can be had much faster on WASM.
 */

/** Undoes broadcasting: sums dy over the axes along which an operand was repeated. */
function unbroadcast(dy: tf.Tensor, shape: number[]): tf.Tensor {
  const axes = tf.broadcast_util.getReductionAxes(shape, dy.shape);
  return axes.length === 0 && dy.shape.length === shape.length
    ? dy
    : tf.reshape(axes.length > 0 ? tf.sum(dy, axes) : dy, shape);
}

/** WASM multiplies plain matrices with XNNPACK, but transposed ones one number at a time: there, turn them first. */
function product(a: tf.Tensor2D, b: tf.Tensor2D, turnA: boolean, turnB: boolean): tf.Tensor2D {
  if (tf.getBackend() !== 'wasm') return tf.matMul(a, b, turnA, turnB);
  return tf.matMul(turnA ? tf.transpose(a) : a, turnB ? tf.transpose(b) : b);
}

const GRADIENTS: tf.GradConfig[] = [
  {
    kernelName: tf.Add,
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, saved) => ({
      a: () => unbroadcast(dy as tf.Tensor, saved[0]!.shape),
      b: () => unbroadcast(dy as tf.Tensor, saved[1]!.shape),
    }),
  },
  {
    kernelName: tf.BatchMatMul,
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, saved, attrs) => {
      const { transposeA, transposeB } = attrs as unknown as tf.BatchMatMulAttrs;
      if (transposeA || transposeB) throw new Error('No gradient of a transposed product is needed here');
      const [a, b] = saved as [tf.Tensor2D, tf.Tensor2D];
      return {
        a: () => product(dy as tf.Tensor2D, b, false, true),
        b: () => product(a, dy as tf.Tensor2D, true, false),
      };
    },
  },
  {
    kernelName: tf.Reshape,
    inputsToSave: ['x'],
    gradFunc: (dy, saved) => ({ x: () => tf.reshape(dy as tf.Tensor, saved[0]!.shape) }),
  },
  {
    kernelName: tf.Relu,
    inputsToSave: ['x'],
    gradFunc: (dy, saved) => ({ x: () => tf.mul(dy as tf.Tensor, tf.step(saved[0]!)) }),
  },
  {
    kernelName: tf.Sigmoid,
    outputsToSave: [true],
    gradFunc: (dy, saved) => ({ x: () => tf.mul(dy as tf.Tensor, tf.sub(saved[0]!, tf.square(saved[0]!))) }),
  },
  {
    kernelName: tf.Tanh,
    outputsToSave: [true],
    gradFunc: (dy, saved) => ({ x: () => tf.mul(dy as tf.Tensor, tf.sub(1, tf.square(saved[0]!))) }),
  },
  {
    kernelName: tf.Conv2D,
    inputsToSave: ['x', 'filter'],
    gradFunc: (dy, saved, attrs) => {
      const { strides, pad, dataFormat, dimRoundingMode } = attrs as unknown as tf.Conv2DAttrs;
      const [x, filter] = saved as [tf.Tensor4D, tf.Tensor4D];
      const shared = { strides, pad, dataFormat, dimRoundingMode };
      return {
        x: () =>
          run(tf.Conv2DBackpropInput, { dy: dy as tf.Tensor, filter }, { ...shared, inputShape: x.shape }),
        filter: () =>
          run(tf.Conv2DBackpropFilter, { x, dy: dy as tf.Tensor }, { ...shared, filterShape: filter.shape }),
      };
    },
  },
  {
    kernelName: tf.MaxPool,
    inputsToSave: ['x'],
    outputsToSave: [true],
    gradFunc: (dy, saved, attrs) => {
      const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as tf.MaxPoolAttrs;
      const [input, output] = saved as [tf.Tensor, tf.Tensor];
      return {
        x: () =>
          run(
            tf.MaxPoolGrad,
            { dy: dy as tf.Tensor, input, output },
            { filterSize, strides, pad, dimRoundingMode },
          ),
      };
    },
  },
];

function run(kernel: string, inputs: tf.NamedTensorMap, attrs: Record<string, unknown>): tf.Tensor {
  return tf.engine().runKernel(kernel, inputs, attrs as unknown as tf.NamedAttrMap) as tf.Tensor;
}

let registered = false;

/** Tells tfjs the gradients. May be called again. */
export function registerGradients(): void {
  if (registered) return;
  registered = true;
  for (const config of GRADIENTS) {
    if (tf.getGradient(config.kernelName)) tf.unregisterGradient(config.kernelName);
    tf.registerGradient(config);
  }
}
