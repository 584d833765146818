import type { LayerSpan } from './shape';

/**
 * The three sums of a dense layer for layers of few inputs and units, as the networks of the 2-D bench have them: each does what its neighbour in dense-network.ts does,
 * with the same bits, in half the time. There the innermost loop goes along the inputs, which are two or four, and ends before it has begun; here up to four weights stand in
 * variables while all examples go by. (The register block of engine/kernels/assembly/product.ts, in JavaScript.) Every number is added up in the order of the plain loops.
 */

/** Inputs up to which the examples of a batch stay in the nearest cache, and this way is the faster one. */
const MOST_INPUTS = 16;

export function isNarrow({ inputs, units }: LayerSpan): boolean {
  return inputs <= MOST_INPUTS && units <= MOST_INPUTS;
}

/** z = W x + b for every example. */
export function narrowSums(
  w: Float64Array,
  { inputs, units, weightsAt, biasesAt }: LayerSpan,
  x: Float64Array,
  z: Float64Array,
  count: number,
): void {
  const end = count * units;
  for (let unit = 0; unit < units; unit++) {
    const at = weightsAt + unit * inputs;
    const bias = w[biasesAt + unit]!;
    let i = 0;
    for (; i + 4 <= inputs; i += 4) {
      const w0 = w[at + i]!;
      const w1 = w[at + i + 1]!;
      const w2 = w[at + i + 2]!;
      const w3 = w[at + i + 3]!;
      for (let k = unit, from = i; k < end; k += units, from += inputs) {
        const sum = i === 0 ? bias : z[k]!;
        z[k] = sum + w0 * x[from]! + w1 * x[from + 1]! + w2 * x[from + 2]! + w3 * x[from + 3]!;
      }
    }
    for (; i + 2 <= inputs; i += 2) {
      const w0 = w[at + i]!;
      const w1 = w[at + i + 1]!;
      for (let k = unit, from = i; k < end; k += units, from += inputs)
        z[k] = (i === 0 ? bias : z[k]!) + w0 * x[from]! + w1 * x[from + 1]!;
    }
    for (; i < inputs; i++) {
      const w0 = w[at + i]!;
      for (let k = unit, from = i; k < end; k += units, from += inputs)
        z[k] = (i === 0 ? bias : z[k]!) + w0 * x[from]!;
    }
  }
}

/** ∂L/∂W = δ xᵀ and ∂L/∂b = δ, over all examples. */
export function narrowWeightSlopes(
  gradient: Float64Array,
  { inputs, units, weightsAt, biasesAt }: LayerSpan,
  delta: Float64Array,
  x: Float64Array,
  count: number,
): void {
  const end = count * units;
  for (let unit = 0; unit < units; unit++) {
    const at = weightsAt + unit * inputs;
    let bias = 0;
    for (let k = unit; k < end; k += units) bias += delta[k]!;
    gradient[biasesAt + unit] = bias;
    let i = 0;
    for (; i + 4 <= inputs; i += 4) {
      let g0 = 0;
      let g1 = 0;
      let g2 = 0;
      let g3 = 0;
      for (let k = unit, from = i; k < end; k += units, from += inputs) {
        const d = delta[k]!;
        g0 += d * x[from]!;
        g1 += d * x[from + 1]!;
        g2 += d * x[from + 2]!;
        g3 += d * x[from + 3]!;
      }
      gradient[at + i] = g0;
      gradient[at + i + 1] = g1;
      gradient[at + i + 2] = g2;
      gradient[at + i + 3] = g3;
    }
    for (; i + 2 <= inputs; i += 2) {
      let g0 = 0;
      let g1 = 0;
      for (let k = unit, from = i; k < end; k += units, from += inputs) {
        const d = delta[k]!;
        g0 += d * x[from]!;
        g1 += d * x[from + 1]!;
      }
      gradient[at + i] = g0;
      gradient[at + i + 1] = g1;
    }
    for (; i < inputs; i++) {
      let g0 = 0;
      for (let k = unit, from = i; k < end; k += units, from += inputs) g0 += delta[k]! * x[from]!;
      gradient[at + i] = g0;
    }
  }
}

/** Wᵀ δ for every example: how the loss moves with the outputs of the layer before. */
export function narrowPassBack(
  w: Float64Array,
  { inputs, units, weightsAt }: LayerSpan,
  delta: Float64Array,
  before: Float64Array,
  count: number,
): void {
  const end = count * inputs;
  for (let i = 0; i < inputs; i++) {
    let at = weightsAt + i;
    let unit = 0;
    for (; unit + 4 <= units; unit += 4, at += 4 * inputs) {
      const w0 = w[at]!;
      const w1 = w[at + inputs]!;
      const w2 = w[at + 2 * inputs]!;
      const w3 = w[at + 3 * inputs]!;
      for (let to = i, from = unit; to < end; to += inputs, from += units) {
        const sum = unit === 0 ? 0 : before[to]!;
        before[to] =
          sum + w0 * delta[from]! + w1 * delta[from + 1]! + w2 * delta[from + 2]! + w3 * delta[from + 3]!;
      }
    }
    for (; unit < units; unit++, at += inputs) {
      const w0 = w[at]!;
      for (let to = i, from = unit; to < end; to += inputs, from += units)
        before[to] = (unit === 0 ? 0 : before[to]!) + w0 * delta[from]!;
    }
  }
}
