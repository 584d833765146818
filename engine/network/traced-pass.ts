import { DATASETS } from '@/protocol/datasets';
import type { Architecture } from '@/protocol/experiment';
import type { Activation } from '@/protocol/experiment-choices';
import { type WeightLayer, weightLayers } from '@/protocol/weight-shapes';
import { splitWeights } from './flat-weights';
import { convolved, greatestOfFour, weighedSums } from './plain-layers';

const ACTIVATE: Readonly<Record<Activation, (x: number) => number>> = {
  relu: (x) => Math.max(0, x),
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
};

/** One layer with every number of it for one picture, in float32 as the engine has them. */
export interface TracedLayer {
  layer: WeightLayer;
  /** As in storage: [inputs, units], or [kernel, kernel, channels, filters]. */
  weights: Float32Array;
  biases: Float32Array;
  /** Side of the maps that come in and are slid over; null: a dense layer, for which all that comes in is one list. */
  side: number | null;
  /** What comes in: one number an input, or maps [side, side, channels]. */
  inputs: Float32Array;
  /** Products added up with the bias: one a unit, or maps [side, side, filters]. */
  sums: Float32Array;
  /** Where each sum that goes on lies in `sums`: the largest of each 2×2 of a map; null: all go on. */
  winners: Uint32Array | null;
  /** What goes on, activated; of the answer layer the sums themselves. */
  answers: Float32Array;
}

/** A network's way from a picture to its answers, layer by layer. */
export interface TracedPass {
  layers: readonly TracedLayer[];
  /** The answer layer before softmax, one a label. */
  logits: Float32Array;
}

/**
 * Calculates what `forward` does for one picture, in plain loops and with every number kept on the way.
 * @param weights in storage order
 * @param picture numbers of one picture, 0 to 1
 * @throws RangeError where the weights are not as many as the network has
 */
export function tracePass(
  architecture: Architecture,
  weights: Float32Array,
  picture: Float32Array,
): TracedPass {
  const activate = ACTIVATE[architecture.network.activation];
  const parts = splitWeights(architecture, weights);
  let { side } = DATASETS[architecture.dataset];
  let inputs = picture;
  const layers = weightLayers(architecture).map((layer, index): TracedLayer => {
    const own = { weights: parts[2 * index]!, biases: parts[2 * index + 1]! };
    const traced =
      layer.kind === 'convolution' ? slid(layer, own, inputs, side) : connected(layer, own, inputs);
    const { sums, winners } = traced;
    const answers = layer.last
      ? sums
      : winners
        ? Float32Array.from(winners, (at) => activate(sums[at]!))
        : sums.map(activate);
    if (winners) side = Math.floor(side / 2);
    inputs = answers;
    return { ...traced, answers };
  });
  return { layers, logits: inputs };
}

type Own = Pick<TracedLayer, 'weights' | 'biases'>;

function connected(layer: WeightLayer, own: Own, inputs: Float32Array): Omit<TracedLayer, 'answers'> {
  const sums = weighedSums(inputs, own.weights, own.biases);
  return { layer, ...own, side: null, inputs, sums, winners: null };
}

function slid(
  layer: WeightLayer,
  own: Own,
  inputs: Float32Array,
  side: number,
): Omit<TracedLayer, 'answers'> {
  const sums = convolved(inputs, side, layer, own.weights, own.biases);
  return { layer, ...own, side, inputs, sums, winners: greatestOfFour(sums, side, layer.units) };
}
