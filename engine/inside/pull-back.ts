import type { TracedLayer, TracedPass } from '@/engine/network/traced-pass';

/** A slope for each number that goes on from a layer (`TracedLayer.answers`). */
export type LayerSlopes = Float32Array;

/**
 * Takes numbers at the answers back to the picture, layer by layer, by the chain rule: through the weights, the given slopes of the
 * activations and, in a pooling, to the one that was largest (Rumelhart, Hinton and Williams 1986).
 * @param slopes one list a hidden layer
 * @param seed one number a label, before softmax
 * @returns one number a pixel: with the activations' own slopes the gradient of seed · logits
 */
export function pullBack(
  { layers }: TracedPass,
  slopes: readonly LayerSlopes[],
  seed: Float32Array,
): Float32Array {
  let back = seed;
  for (let index = layers.length - 1; index >= 0; index--) {
    const traced = layers[index]!;
    const slope = slopes[index];
    const atSums = slope ? back.map((value, i) => value * slope[i]!) : back;
    back = traced.side === null ? throughDense(traced, atSums) : throughWindows(traced, traced.side, atSums);
  }
  return back;
}

function throughDense({ weights, inputs }: TracedLayer, atSums: Float32Array): Float32Array {
  const units = atSums.length;
  const back = new Float32Array(inputs.length);
  for (let input = 0; input < back.length; input++) {
    let sum = 0;
    for (let unit = 0; unit < units; unit++) sum += weights[input * units + unit]! * atSums[unit]!;
    back[input] = sum;
  }
  return back;
}

function throughWindows(traced: TracedLayer, side: number, atWinners: Float32Array): Float32Array {
  const { weights, inputs, layer } = traced;
  const [kernel, , channels, filters] = layer.shape as [number, number, number, number];
  const around = (kernel - 1) / 2;
  const back = new Float32Array(inputs.length);
  traced.winners!.forEach((at, i) => {
    const value = atWinners[i]!;
    if (value === 0) return;
    const [filter, place] = [at % filters, Math.floor(at / filters)];
    const [y, x] = [Math.floor(place / side), place % side];
    for (let ky = 0; ky < kernel; ky++) {
      const row = y + ky - around;
      if (row < 0 || row >= side) continue;
      for (let kx = 0; kx < kernel; kx++) {
        const column = x + kx - around;
        if (column < 0 || column >= side) continue;
        for (let channel = 0; channel < channels; channel++)
          back[(row * side + column) * channels + channel]! +=
            value * weights[((ky * kernel + kx) * channels + channel) * filters + filter]!;
      }
    }
  });
  return back;
}
