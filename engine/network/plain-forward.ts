import { DATASETS } from '@/protocol/datasets';
import type { Activation, Architecture } from '@/protocol/experiment';
import { splitWeights } from './flat-weights';
import { type WeightLayer, weightLayers } from './weight-shapes';

const ACTIVATE: Readonly<Record<Activation, (x: number) => number>> = {
  relu: (x) => Math.max(0, x),
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
};

/**
 * The network's answer layer before softmax for one picture: what `forward` calculates, in plain loops, where there is no tfjs.
 * @param weights in storage order
 * @param picture numbers of one picture, 0 to 1
 * @returns logits, one a label
 */
export function plainLogits(
  architecture: Architecture,
  weights: Float32Array,
  picture: Float32Array,
): Float32Array {
  const activate = ACTIVATE[architecture.network.activation];
  const parts = splitWeights(architecture, weights);
  let { side } = DATASETS[architecture.dataset];
  let values = picture;
  weightLayers(architecture).forEach((layer, index) => {
    const own = [parts[2 * index]!, parts[2 * index + 1]!] as const;
    if (layer.kind === 'convolution') {
      values = halved(convolved(values, side, layer, ...own), side, layer.units).map(activate);
      side = Math.floor(side / 2);
      return;
    }
    const sums = weighedSums(values, ...own);
    values = layer.last ? sums : sums.map(activate);
  });
  return values;
}

/** Weights [inputs, units]. */
function weighedSums(values: Float32Array, weights: Float32Array, biases: Float32Array): Float32Array {
  const units = biases.length;
  const sums = biases.slice();
  for (let input = 0; input < values.length; input++) {
    const value = values[input]!;
    // Paper, and units that are silent.
    if (value === 0) continue;
    for (let unit = 0; unit < units; unit++) sums[unit]! += value * weights[input * units + unit]!;
  }
  return sums;
}

/** Maps [side, side, channels] to [side, side, filters]: stride 1, same padding. Weights [kernel, kernel, channels, filters]. */
function convolved(
  maps: Float32Array,
  side: number,
  { shape }: WeightLayer,
  weights: Float32Array,
  biases: Float32Array,
): Float32Array {
  const [kernel, , channels, filters] = shape as [number, number, number, number];
  const around = (kernel - 1) / 2;
  const sums = new Float32Array(side * side * filters);
  for (let place = 0; place < side * side; place++) sums.set(biases, place * filters);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      for (let channel = 0; channel < channels; channel++) {
        const value = maps[(y * side + x) * channels + channel]!;
        if (value === 0) continue;
        // To every place whose window this one lies in.
        for (let ky = 0; ky < kernel; ky++) {
          const toY = y + around - ky;
          if (toY < 0 || toY >= side) continue;
          for (let kx = 0; kx < kernel; kx++) {
            const toX = x + around - kx;
            if (toX < 0 || toX >= side) continue;
            const from = ((ky * kernel + kx) * channels + channel) * filters;
            const to = (toY * side + toX) * filters;
            for (let filter = 0; filter < filters; filter++)
              sums[to + filter]! += value * weights[from + filter]!;
          }
        }
      }
  return sums;
}

/** The largest of each 2×2; a last row or column that has no pair goes. */
function halved(maps: Float32Array, side: number, channels: number): Float32Array {
  const half = Math.floor(side / 2);
  const out = new Float32Array(half * half * channels);
  for (let y = 0; y < half; y++)
    for (let x = 0; x < half; x++)
      for (let channel = 0; channel < channels; channel++) {
        const at = (dy: number, dx: number) => maps[((2 * y + dy) * side + 2 * x + dx) * channels + channel]!;
        out[(y * half + x) * channels + channel] = Math.max(at(0, 0), at(0, 1), at(1, 0), at(1, 1));
      }
  return out;
}
