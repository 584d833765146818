import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { LEAK, leakExperiment } from '@/protocol/leak-rules';
import { weightLayers } from '@/protocol/weight-shapes';

/** What whoever gets a gradient reads in it. */
export interface ReadGradient {
  /** 0 paper to 255 ink, row by row. */
  pixels: Uint8Array;
  label: number;
  /** The hidden unit from whose weights the picture was read. */
  unit: number;
}

const INK = 255;

/**
 * Reads the example in its gradient. A hidden unit's sum is z = Σ wᵢ xᵢ + b, so ∂L/∂wᵢ = ∂L/∂z · xᵢ and ∂L/∂b = ∂L/∂z: the one by the other is xᵢ, for any unit that
 * fired (Phong and others 2018, Privacy-Preserving Deep Learning via Additively Homomorphic Encryption). And of the answers' biases, pₖ − yₖ, the right one's alone is
 * negative (Zhao and others 2020, iDLG). Of a sum of gradients the same comes to a mean of all pictures, each weighed by its ∂L/∂z; of noise, to noise.
 * @param words a gradient (or a sum) as whole numbers, in storage order
 * @returns null: no unit fired, and nothing of the picture is in it
 */
export function readGradient(dataset: DatasetId, words: Int32Array): ReadGradient | null {
  const [hidden, answers] = weightLayers(leakExperiment(dataset, 0));
  const { pixels: size } = DATASETS[dataset];
  const units = LEAK.hidden;
  const biases = words.subarray(hidden!.weights, hidden!.weights + units);
  const unit = placeOfMost(biases, Math.abs);
  const slope = biases[unit]!;
  if (slope === 0) return null;
  const pixels = new Uint8Array(size);
  for (let at = 0; at < size; at++)
    pixels[at] = Math.max(0, Math.min(INK, Math.round((INK * words[at * units + unit]!) / slope)));
  const last = words.subarray(words.length - answers!.biases);
  return { pixels, label: placeOfMost(last, (value) => -value), unit };
}

function placeOfMost(values: Int32Array, of: (value: number) => number): number {
  let best = 0;
  for (let at = 1; at < values.length; at++) if (of(values[at]!) > of(values[best]!)) best = at;
  return best;
}
