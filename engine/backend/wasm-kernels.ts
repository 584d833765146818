import * as tf from '@tensorflow/tfjs-core';

/**
 * Two kernels that training needs and the stock WASM backend (4.22) lacks (tfjs#8474), composed from kernels that it has.
 * tfjs loses sight of nothing made inside a kernel as long as it is made in a tidy.
 */

/**
 * The gradient of a convolution by its filter: at each place of the kernel the products of what it saw (x) with what
 * is wanted (dy), summed over pictures and places. That is a convolution itself, with the pictures of the batch as
 * channels, dy as the filter and the forward stride as its dilation.
 */
function convolutionFilterGradient({
  inputs,
  attrs,
}: {
  inputs: tf.NamedTensorInfoMap;
  attrs?: tf.NamedAttrMap;
}): tf.Tensor {
  const { strides, pad, dimRoundingMode, filterShape } = attrs as unknown as tf.Conv2DBackpropFilterAttrs;
  return tf.tidy(() => {
    const x = inputs.x as tf.Tensor4D;
    const dy = inputs.dy as tf.Tensor4D;
    const { padInfo, strideHeight, strideWidth } = tf.backend_util.computeConv2DInfo(
      x.shape,
      filterShape,
      strides,
      1,
      pad,
      dimRoundingMode,
    );
    const [kernelHeight, kernelWidth, channels, filters] = filterShape;
    const padded = tf.pad(x, [
      [0, 0],
      [padInfo.top, padInfo.bottom],
      [padInfo.left, padInfo.right],
      [0, 0],
    ]);
    const seen = tf.transpose(padded, [3, 1, 2, 0]) as tf.Tensor4D;
    const wanted = tf.transpose(dy, [1, 2, 0, 3]) as tf.Tensor4D;
    const sums = tf.conv2d(seen, wanted, 1, 'valid', 'NHWC', [strideHeight, strideWidth]);
    // A stride that does not divide the size leaves rows which no output saw: they come out as too large a kernel.
    const cut = tf.slice(sums, [0, 0, 0, 0], [channels, kernelHeight, kernelWidth, filters]);
    return tf.transpose(cut, [1, 2, 0, 3]);
  });
}

/** Rows of data summed by segment id: a matrix product with the ids as one-hot rows. Ids outside the range fall away. */
function unsortedSegmentSum({
  inputs,
  attrs,
}: {
  inputs: tf.NamedTensorInfoMap;
  attrs?: tf.NamedAttrMap;
}): tf.Tensor {
  const { numSegments } = attrs as unknown as tf.UnsortedSegmentSumAttrs;
  return tf.tidy(() => {
    const x = inputs.x as tf.Tensor;
    const ids = inputs.segmentIds as tf.Tensor1D;
    const rows = tf.reshape(tf.cast(x, 'float32'), [ids.shape[0], -1]) as tf.Tensor2D;
    const sums = tf.matMul(tf.oneHot(tf.cast(ids, 'int32'), numSegments, 1, 0, 'float32'), rows, true, false);
    return tf.reshape(sums, [numSegments, ...x.shape.slice(1)]);
  });
}

/** Makes the WASM backend able to train. May be called again. */
export function registerWasmKernels(): void {
  const kernels: [string, tf.KernelFunc][] = [
    [tf.Conv2DBackpropFilter, convolutionFilterGradient as unknown as tf.KernelFunc],
    [tf.UnsortedSegmentSum, unsortedSegmentSum as unknown as tf.KernelFunc],
  ];
  for (const [kernelName, kernelFunc] of kernels) {
    if (!tf.getKernel(kernelName, 'wasm')) tf.registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
  }
}
