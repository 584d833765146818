import type { Architecture } from '@/protocol/experiment';
import { tracePass } from './traced-pass';

/**
 * The network's answer layer before softmax for one picture: what `forward` calculates, in plain loops, where there is no tfjs.
 * @param weights in storage order
 * @param picture numbers of one picture, 0 to 1
 * @returns logits, one a label
 */
export function plainLogits(
  architecture: Architecture,
  weights: Float32Array,
  picture: Float32Array,
): Float32Array {
  return tracePass(architecture, weights, picture).logits;
}
