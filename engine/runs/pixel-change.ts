import { splitWeights } from '@/engine/network/flat-weights';
import { startOf } from '@/engine/training/start-of';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { weightLayers } from '@/protocol/weight-shapes';

/**
 * How far training has moved what leads from each pixel into a dense network: the length of the change of its weights since the start that the seed gives. Of a pixel that was
 * never ink it is 0, since nothing moves such weights: what is left is what the network has looked at.
 * @returns a byte a pixel, 255 the largest
 */
export function pixelChange(experiment: Experiment, weights: Float32Array): Uint8Array {
  const now = splitWeights(experiment, weights)[0]!;
  const before = splitWeights(experiment, startOf(experiment).weights)[0]!;
  const { units } = weightLayers(experiment)[0]!;
  const change = Float32Array.from({ length: DATASETS[experiment.dataset].pixels }, (_, pixel) => {
    let sum = 0;
    for (let i = pixel * units; i < (pixel + 1) * units; i++) sum += (now[i]! - before[i]!) ** 2;
    return Math.sqrt(sum);
  });
  const largest = change.reduce((most, one) => Math.max(most, one), 0);
  return Uint8Array.from(change, (one) => Math.round((255 * one) / (largest || 1)));
}
