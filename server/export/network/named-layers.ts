import { splitWeights } from '@/engine/network/flat-weights';
import type { Architecture } from '@/protocol/experiment';
import type { Activation } from '@/protocol/experiment-choices';
import { type WeightLayer, weightLayers } from '@/protocol/weight-shapes';

/** A layer with weights, as it is called in every file that a network is taken along in. */
export interface NamedLayer extends WeightLayer {
  /** `convolution1`, `hidden1`, `answer`. */
  name: string;
  /** None after the answer layer: what it gives are logits. */
  activation: Activation | null;
  /** As they are kept: see protocol/weight-shapes. */
  values: Float32Array;
  /** One a unit. */
  offsets: Float32Array;
}

/** A network as it is kept. */
export interface Weighed {
  architecture: Architecture;
  /** All of its weights, in storage order. */
  weights: Float32Array;
}

/** The layers of a network from the input on. @throws RangeError where there are not as many weights as it has */
export function namedLayers({ architecture, weights }: Weighed): NamedLayer[] {
  const parts = splitWeights(architecture, weights);
  const counts = { convolution: 0, hidden: 0 };
  return weightLayers(architecture).map((layer, index) => {
    const kind = layer.kind === 'convolution' ? 'convolution' : 'hidden';
    counts[kind] += 1;
    return {
      ...layer,
      name: layer.last ? 'answer' : `${kind}${counts[kind]}`,
      activation: layer.last ? null : architecture.network.activation,
      values: parts[2 * index]!,
      offsets: parts[2 * index + 1]!,
    };
  });
}
