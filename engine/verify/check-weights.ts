import { countWeights } from '@/engine/network/weight-shapes';
import type { Network } from '@/protocol/experiment';

/** What can be wrong with handed-in weights before anything is calculated with them. */
export type WeightFault = 'wrong-length' | 'not-finite';

/** Bytes that the weights of a network have when they are handed in (float32, little-endian). */
export function weightBytes(network: Network): number {
  return countWeights(network) * Float32Array.BYTES_PER_ELEMENT;
}

/** Whether bytes are exactly as many as the network's weights. Before any of them are read or even received. */
export function hasExactLength(network: Network, bytes: number): boolean {
  return bytes === weightBytes(network);
}

/** Whether every value is a number. NaN would compare as false everywhere and score as an answer of 0. */
export function allFinite(weights: Float32Array): boolean {
  for (let i = 0; i < weights.length; i++) if (!Number.isFinite(weights[i])) return false;
  return true;
}

/** Reads handed-in bytes (any alignment) as weights, or says what is wrong with them. */
export function readWeights(network: Network, bytes: Uint8Array): Float32Array | WeightFault {
  if (!hasExactLength(network, bytes.byteLength)) return 'wrong-length';
  const weights = new Float32Array(bytes.byteLength / 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < weights.length; i++) weights[i] = view.getFloat32(i * 4, true);
  return allFinite(weights) ? weights : 'not-finite';
}
