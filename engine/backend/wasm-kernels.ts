import * as tf from '@tensorflow/tfjs-core';

/**
 * Kernels that training needs and that the stock WASM backend (4.22) lacks (tfjs#8474), gets wrong or does slowly, made
 * from kernels that it has, or as loops over its memory.
 */

interface KernelCall {
  inputs: tf.NamedTensorInfoMap;
  backend: unknown;
  attrs?: tf.NamedAttrMap;
}

/** The part of the WASM backend that its own kernels use to reach its memory. */
interface WasmMemory {
  makeOutput(shape: number[], dtype: tf.DataType): tf.TensorInfo;
  /** A view that is good until the next allocation, which may move the memory. */
  typedArrayFromHeap(tensor: tf.TensorInfo): Float32Array;
}

function convolutionInfo(attrs: tf.NamedAttrMap | undefined, x: number[], filter: number[]) {
  const { strides, pad, dimRoundingMode } = attrs as unknown as tf.Conv2DBackpropFilterAttrs;
  return tf.backend_util.computeConv2DInfo(
    x as [number, number, number, number],
    filter as [number, number, number, number],
    strides,
    1,
    pad,
    dimRoundingMode,
  );
}

/**
 * The gradient of a convolution by its filter: at each place of the kernel the products of what it saw (x) with what
 * is wanted (dy), summed over pictures and places. That is a convolution itself, with the pictures of the batch as
 * channels, dy as the filter and the forward stride as its dilation.
 */
function convolutionFilterGradient({ inputs, attrs }: KernelCall): tf.Tensor {
  const { filterShape } = attrs as unknown as tf.Conv2DBackpropFilterAttrs;
  return tf.tidy(() => {
    const x = inputs.x as tf.Tensor4D;
    const dy = inputs.dy as tf.Tensor4D;
    const { padInfo, strideHeight, strideWidth } = convolutionInfo(attrs, x.shape, filterShape);
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

/**
 * The gradient of a convolution by its input, for stride 1: dy convolved with the filter turned by half a turn, channels
 * in and out exchanged. That runs on XNNPACK; the stock kernel, kept for other strides, is four times slower.
 */
function convolutionInputGradient(stock: tf.KernelFunc) {
  return (call: KernelCall): tf.TensorInfo | tf.TensorInfo[] => {
    const { inputShape } = call.attrs as unknown as tf.Conv2DBackpropInputAttrs;
    const dy = call.inputs.dy as tf.Tensor4D;
    const filter = call.inputs.filter as tf.Tensor4D;
    const { padInfo, strideHeight, strideWidth } = convolutionInfo(call.attrs, inputShape, filter.shape);
    const [height, width] = filter.shape;
    const around: [[number, number], [number, number], [number, number], [number, number]] = [
      [0, 0],
      [height - 1 - padInfo.top, height - 1 - padInfo.bottom],
      [width - 1 - padInfo.left, width - 1 - padInfo.right],
      [0, 0],
    ];
    if (strideHeight !== 1 || strideWidth !== 1 || around.flat().some((n) => n < 0)) {
      return stock(call as Parameters<tf.KernelFunc>[0]);
    }
    return tf.tidy(() => {
      const turned = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]) as tf.Tensor4D;
      return tf.conv2d(tf.pad(dy, around) as tf.Tensor4D, turned, 1, 'valid');
    });
  };
}

/**
 * The gradient of max pooling: each dy goes to the place its maximum came from, the first of equals. The stock kernel
 * takes 0 for the least maximum and so loses windows of negative numbers.
 */
function maxPoolGradient({ inputs, backend, attrs }: KernelCall): tf.TensorInfo {
  const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as tf.MaxPoolGradAttrs;
  const { dy, input } = inputs as { dy: tf.TensorInfo; input: tf.TensorInfo };
  const memory = backend as WasmMemory;
  const info = tf.backend_util.computePool2DInfo(
    input.shape as [number, number, number, number],
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const output = memory.makeOutput(input.shape, 'float32');
  const x = memory.typedArrayFromHeap(input);
  const wanted = memory.typedArrayFromHeap(dy);
  const dx = memory.typedArrayFromHeap(output).fill(0);
  const { inHeight, inWidth, outHeight, outWidth, inChannels: channels } = info;
  let from = 0;
  for (let picture = 0; picture < info.batchSize; picture++) {
    const base = picture * inHeight * inWidth * channels;
    for (let row = 0; row < outHeight; row++) {
      const top = row * info.strideHeight - info.padInfo.top;
      const rowFrom = Math.max(0, top);
      const rowTo = Math.min(inHeight, top + info.filterHeight);
      for (let column = 0; column < outWidth; column++) {
        const left = column * info.strideWidth - info.padInfo.left;
        const columnFrom = Math.max(0, left);
        const columnTo = Math.min(inWidth, left + info.filterWidth);
        for (let channel = 0; channel < channels; channel++) {
          let best = base + (rowFrom * inWidth + columnFrom) * channels + channel;
          let most = x[best]!;
          for (let y = rowFrom; y < rowTo; y++) {
            let at = base + (y * inWidth + columnFrom) * channels + channel;
            for (let c = columnFrom; c < columnTo; c++, at += channels) {
              if (x[at]! > most) {
                most = x[at]!;
                best = at;
              }
            }
          }
          dx[best]! += wanted[from++]!;
        }
      }
    }
  }
  return output;
}

/** Rows of data summed by segment id: a matrix product with the ids as one-hot rows. Ids outside the range fall away. */
function unsortedSegmentSum({ inputs, attrs }: KernelCall): tf.Tensor {
  const { numSegments } = attrs as unknown as tf.UnsortedSegmentSumAttrs;
  return tf.tidy(() => {
    const x = inputs.x as tf.Tensor;
    const ids = inputs.segmentIds as tf.Tensor1D;
    const rows = tf.reshape(tf.cast(x, 'float32'), [ids.shape[0], -1]) as tf.Tensor2D;
    // Not with dtype 'float32': the stock kernel then writes the bits of integers.
    const oneHot = tf.cast(tf.oneHot(tf.cast(ids, 'int32'), numSegments), 'float32') as tf.Tensor2D;
    const sums = tf.matMul(oneHot, rows, true, false);
    return tf.reshape(sums, [numSegments, ...x.shape.slice(1)]);
  });
}

let registered = false;

/** Makes the WASM backend able to train. After its module is loaded; may be called again. */
export function registerWasmKernels(): void {
  if (registered) return;
  registered = true;
  const stock = tf.getKernel(tf.Conv2DBackpropInput, 'wasm').kernelFunc;
  const kernels: [string, (call: KernelCall) => tf.TensorInfo | tf.TensorInfo[]][] = [
    [tf.Conv2DBackpropFilter, convolutionFilterGradient],
    [tf.Conv2DBackpropInput, convolutionInputGradient(stock)],
    [tf.MaxPoolGrad, maxPoolGradient],
    [tf.UnsortedSegmentSum, unsortedSegmentSum],
  ];
  for (const [kernelName, kernelFunc] of kernels) {
    // A stock kernel that has work to do at the start keeps doing it: the replacement may call it.
    const setupFunc = tf.getKernel(kernelName, 'wasm')?.setupFunc;
    if (tf.getKernel(kernelName, 'wasm')) tf.unregisterKernel(kernelName, 'wasm');
    tf.registerKernel({
      kernelName,
      backendName: 'wasm',
      setupFunc,
      kernelFunc: kernelFunc as tf.KernelFunc,
    });
  }
}
