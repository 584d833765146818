import type { TracedLayer } from '@/engine/network/traced-pass';

/** The multiplications of which one sum is made: a unit's, or a filter's at one place of its map. */
export interface SumParts {
  /** Where each number that comes in lies among the layer's inputs; −1: outside the picture, where 0 is taken (same padding). */
  from: Int32Array;
  values: Float32Array;
  weights: Float32Array;
  /** values × weights, in float32. */
  products: Float32Array;
  bias: number;
  /** As the pass has it: all products and the bias added up. */
  sum: number;
}

/**
 * Takes one sum apart.
 * @param unit of the layer: a unit, or a filter
 * @param place of a convolution: row × side + column of its map; a dense layer has one place, 0
 */
export function sumParts(traced: TracedLayer, unit: number, place = 0): SumParts {
  const from = traced.side === null ? everyInput(traced) : windowAt(traced, traced.side, place);
  const { units } = traced.layer;
  const values = Float32Array.from(from, (at) => (at === -1 ? 0 : traced.inputs[at]!));
  const weights = Float32Array.from(from, (_, i) => traced.weights[i * units + unit]!);
  return {
    from,
    values,
    weights,
    products: values.map((value, i) => value * weights[i]!),
    bias: traced.biases[unit]!,
    sum: traced.sums[place * units + unit]!,
  };
}

function everyInput({ inputs }: TracedLayer): Int32Array {
  return Int32Array.from(inputs, (_, i) => i);
}

/** The window [kernel, kernel, channels] around a place, in the order in which filters are stored. */
function windowAt({ layer }: TracedLayer, side: number, place: number): Int32Array {
  const [kernel, , channels] = layer.shape as [number, number, number, number];
  const around = (kernel - 1) / 2;
  const [y, x] = [Math.floor(place / side), place % side];
  return Int32Array.from({ length: kernel * kernel * channels }, (_, i) => {
    const row = y - around + Math.floor(i / (kernel * channels));
    const column = x - around + (Math.floor(i / channels) % kernel);
    const outside = row < 0 || row >= side || column < 0 || column >= side;
    return outside ? -1 : (row * side + column) * channels + (i % channels);
  });
}
