import { DATASETS } from './datasets';
import type { Architecture } from './experiment';

/**
 * Which weights a network has, in the one order in which they are stored, sent and handed in: layer by layer from the
 * input, in each layer the weights and then the biases, each array row by row. Pure arithmetic: the page shows it, the
 * server checks uploads with it.
 */
export interface WeightLayer {
  kind: 'dense' | 'convolution';
  /** Numbers that come in to one unit: all pixels or units before it, or kernel × kernel × channels. */
  inputs: number;
  units: number;
  /** Shape of the weights: [inputs, units], or [kernel, kernel, channels in, channels out]. */
  shape: readonly number[];
  /** inputs × units. */
  weights: number;
  /** One a unit. */
  biases: number;
  /** The answer layer: no activation of its own, softmax follows. */
  last: boolean;
}

function dense(inputs: number, units: number, last: boolean): WeightLayer {
  return {
    kind: 'dense',
    inputs,
    units,
    shape: [inputs, units],
    weights: inputs * units,
    biases: units,
    last,
  };
}

function convolution(kernel: number, channels: number, filters: number): WeightLayer {
  const inputs = kernel * kernel * channels;
  return {
    kind: 'convolution',
    inputs,
    units: filters,
    shape: [kernel, kernel, channels, filters],
    weights: inputs * filters,
    biases: filters,
    last: false,
  };
}

/** The layers with weights, from the input on. */
export function weightLayers({ dataset, network }: Architecture): WeightLayer[] {
  const pictures = DATASETS[dataset];
  const layers: WeightLayer[] = [];
  let inputs = pictures.pixels;
  if (network.kind === 'convolutional') {
    let { side, channels }: { side: number; channels: number } = pictures;
    for (const filters of network.filters) {
      layers.push(convolution(network.kernel, channels, filters));
      channels = filters;
      // Same padding keeps the size; the 2×2 pooling halves it.
      side = Math.floor(side / 2);
    }
    inputs = side * side * channels;
  }
  for (const units of network.kind === 'dense' ? network.hidden : [network.dense]) {
    layers.push(dense(inputs, units, false));
    inputs = units;
  }
  layers.push(dense(inputs, pictures.labels.length, true));
  return layers;
}

/** The shapes of all arrays in storage order: weights, biases, weights, biases, … */
export function weightShapes(architecture: Architecture): (readonly number[])[] {
  return weightLayers(architecture).flatMap((layer) => [layer.shape, [layer.biases]]);
}

/** How many numbers a network learns. */
export function countWeights(architecture: Architecture): number {
  return weightLayers(architecture).reduce((sum, layer) => sum + layer.weights + layer.biases, 0);
}
