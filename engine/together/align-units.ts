import { joinWeights, splitWeights } from '@/engine/network/flat-weights';
import type { Architecture } from '@/protocol/experiment';
import { type WeightLayer, weightLayers } from '@/protocol/weight-shapes';
import { bestAssignment } from './assignment';

/** Rounds over all hidden layers at most: each can only come closer, and a few are enough. */
const MOST_ROUNDS = 20;

/** Numbers that come in to each unit of a dense layer, and its units. */
export type LayerSize = Pick<WeightLayer, 'inputs' | 'units'>;

/** A network whose hidden units are in another order: it answers as before. */
interface Reordered {
  /** Weights and biases, layer after layer. */
  parts: readonly Float32Array[];
  /** For each hidden layer: unit i is now what unit `orders[layer][i]` was. */
  orders: readonly Int32Array[];
}

/**
 * Puts the hidden units of a network in the order in which they are most like those of another, by their weights: weight matching of Ainsworth, Hayase and
 * Srinivasa (2022), Git Re-Basin. For each hidden layer the assignment with the largest W₁ᵀW₁′ + b·b′ + W₂W₂′ᵀ is taken, layer after layer, until none changes.
 * The network answers as before, since its next layer is put in the same order. A convolutional network is given back as it is.
 * @param reference weights in storage order, as are `weights` and what is returned
 * @throws RangeError on another number of weights, or on one that is no number
 */
export function alignUnits(
  architecture: Architecture,
  reference: Float32Array,
  weights: Float32Array,
): { weights: Float32Array; orders: Reordered['orders'] } {
  const other = splitWeights(architecture, reference);
  const own = splitWeights(architecture, weights);
  if (architecture.network.kind !== 'dense') return { weights: joinWeights(own), orders: [] };
  const { parts, orders } = alignLayers(weightLayers(architecture), other, own);
  return { weights: joinWeights(parts), orders };
}

/** The same for dense layers of any size. @param reference weights (inputs × units, input after input) and biases, layer after layer, as are `own` */
export function alignLayers(
  layers: readonly LayerSize[],
  reference: readonly Float32Array[],
  own: readonly Float32Array[],
): Reordered {
  let parts = own;
  const orders = layers.slice(0, -1).map(({ units }) => Int32Array.from({ length: units }, (_, i) => i));
  for (let round = 0, moved = true; moved && round < MOST_ROUNDS; round++) {
    moved = false;
    for (let layer = 0; layer < layers.length - 1; layer++) {
      const likeness = likenessOf(layers, layer, reference, parts);
      const order = bestAssignment(likeness, layers[layer]!.units);
      if (order.every((unit, i) => unit === i)) continue;
      parts = inOrder(layers, layer, parts, order);
      orders[layer] = order.map((unit) => orders[layer]![unit]!);
      moved = true;
    }
  }
  return { parts, orders };
}

/** How alike each unit of the reference (row) and each own one (column) are: the product of all weights that come into them and go out of them. */
export function likenessOf(
  layers: readonly LayerSize[],
  layer: number,
  other: readonly Float32Array[],
  own: readonly Float32Array[],
): Float64Array {
  const { inputs, units } = layers[layer]!;
  const next = layers[layer + 1]!;
  const likeness = new Float64Array(units * units);
  const [before, mine] = [other[2 * layer]!, own[2 * layer]!];
  // Row after row of both, so that memory is read in its order.
  for (let input = 0; input < inputs; input++) {
    const from = input * units;
    for (let i = 0; i < units; i++) {
      const weight = before[from + i]!;
      if (weight === 0) continue;
      for (let j = 0; j < units; j++) likeness[i * units + j]! += weight * mine[from + j]!;
    }
  }
  const [bias, myBias] = [other[2 * layer + 1]!, own[2 * layer + 1]!];
  const [out, myOut] = [other[2 * layer + 2]!, own[2 * layer + 2]!];
  for (let i = 0; i < units; i++) {
    for (let j = 0; j < units; j++) {
      let sum = bias[i]! * myBias[j]!;
      for (let k = 0; k < next.units; k++) sum += out[i * next.units + k]! * myOut[j * next.units + k]!;
      likeness[i * units + j]! += sum;
    }
  }
  return likeness;
}

/** The parts with the units of one layer in another order: unit i is then what unit `order[i]` was. */
export function inOrder(
  layers: readonly LayerSize[],
  layer: number,
  parts: readonly Float32Array[],
  order: ArrayLike<number>,
): Float32Array[] {
  const { units } = layers[layer]!;
  const next = layers[layer + 1]!;
  const ordered = parts.slice();
  const into = parts[2 * layer]!;
  ordered[2 * layer] = into.map((_, at) => into[at - (at % units) + order[at % units]!]!);
  const bias = parts[2 * layer + 1]!;
  ordered[2 * layer + 1] = bias.map((_, unit) => bias[order[unit]!]!);
  const out = parts[2 * layer + 2]!;
  ordered[2 * layer + 2] = out.map(
    (_, at) => out[order[Math.floor(at / next.units)]! * next.units + (at % next.units)]!,
  );
  return ordered;
}
