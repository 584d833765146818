import type { WeightLayer } from '@/protocol/weight-shapes';

/** What comes in times the weights [inputs, units], added up, and the biases: one sum a unit. */
export function weighedSums(values: Float32Array, weights: Float32Array, biases: Float32Array): Float32Array {
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
export function convolved(
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

/**
 * Where the largest of each 2×2 lies in maps [side, side, channels]; a last row or column that has no pair goes. Of equals the first.
 * @returns indices into the maps, as [half, half, channels]
 */
export function greatestOfFour(maps: Float32Array, side: number, channels: number): Uint32Array {
  const half = Math.floor(side / 2);
  const winners = new Uint32Array(half * half * channels);
  for (let y = 0; y < half; y++)
    for (let x = 0; x < half; x++)
      for (let channel = 0; channel < channels; channel++) {
        let best = (2 * y * side + 2 * x) * channels + channel;
        for (const step of [channels, side * channels, (side + 1) * channels]) {
          const other = (2 * y * side + 2 * x) * channels + channel + step;
          if (maps[other]! > maps[best]!) best = other;
        }
        winners[(y * half + x) * channels + channel] = best;
      }
  return winners;
}
