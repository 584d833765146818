import type { Random } from '@/engine/random';
import type { Architecture } from '@/protocol/experiment';
import { countWeights, weightLayers } from '@/protocol/weight-shapes';

/**
 * The weights at step 0, in storage order: uniform in ±limit, biases 0.
 * Before relu He's limit √(6 / inputs) (He et al., 2015); elsewhere Glorot's √(6 / (inputs + outputs)) (Glorot and
 * Bengio, 2010). Uniform and not normal: it needs only operations that IEEE 754 rounds exactly, so that every device
 * starts from the same bits.
 */
export function initialWeights(architecture: Architecture, random: Random): Float32Array {
  const flat = new Float32Array(countWeights(architecture));
  let at = 0;
  for (const layer of weightLayers(architecture)) {
    // A unit of a convolution feeds kernel × kernel × filters places.
    const outputs = layer.kind === 'dense' ? layer.units : layer.shape[0]! * layer.shape[1]! * layer.units;
    const he = architecture.network.activation === 'relu' && !layer.last;
    const limit = Math.sqrt(6 / (he ? layer.inputs : layer.inputs + outputs));
    for (let i = 0; i < layer.weights; i++) flat[at++] = (random.uniform() * 2 - 1) * limit;
    at += layer.biases;
  }
  return flat;
}
