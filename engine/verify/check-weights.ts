import type { Architecture } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import { countWeights } from '@/protocol/weight-shapes';

/** What can be wrong with handed-in weights before anything is calculated with them. */
export type WeightFault = 'wrong-length' | 'not-finite' | 'too-large';

/**
 * Smaller ones are taken for 0: no answer changes by them, and no product of four of them (a network's depth) falls below
 * the least normal float32, where processors need many times as long.
 */
const SMALLEST_WEIGHT = 1e-8;

/** Bytes that the weights of a network have when they are handed in (float32, little-endian). */
export function weightBytes(architecture: Architecture): number {
  return countWeights(architecture) * Float32Array.BYTES_PER_ELEMENT;
}

/** Whether bytes are exactly as many as the network's weights. Before any of them are read or even received. */
export function hasExactLength(architecture: Architecture, bytes: number): boolean {
  return bytes === weightBytes(architecture);
}

/** Whether every value is a number. NaN would compare as false everywhere and score as an answer of 0. */
export function allFinite(weights: Float32Array): boolean {
  for (let i = 0; i < weights.length; i++) if (!Number.isFinite(weights[i])) return false;
  return true;
}

/** Reads handed-in bytes (any alignment) as weights that are sound to calculate with, or says what is wrong with them. */
export function readWeights(architecture: Architecture, bytes: Uint8Array): Float32Array | WeightFault {
  return readFloats(bytes, countWeights(architecture));
}

/** The same of a network of so many weights. */
export function readFloats(bytes: Uint8Array, count: number): Float32Array | WeightFault {
  if (bytes.byteLength !== count * Float32Array.BYTES_PER_ELEMENT) return 'wrong-length';
  const weights = new Float32Array(bytes.byteLength / 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let tooLarge = false;
  for (let i = 0; i < weights.length; i++) {
    const weight = view.getFloat32(i * 4, true);
    if (!Number.isFinite(weight)) return 'not-finite';
    const size = Math.abs(weight);
    if (size > LIMITS.largestWeight) tooLarge = true;
    weights[i] = size < SMALLEST_WEIGHT ? 0 : weight;
  }
  return tooLarge ? 'too-large' : weights;
}
