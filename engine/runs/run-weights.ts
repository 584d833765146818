import { readFloats, type WeightFault } from '@/engine/verify/check-weights';
import type { RunExperiment } from '@/protocol/experiment';
import { weightsOfRun } from './run-sizes';

/** Bytes that the weights of a run's network have (float32, little-endian). */
export function weightBytesOfRun(experiment: RunExperiment): number {
  return weightsOfRun(experiment) * Float32Array.BYTES_PER_ELEMENT;
}

/** Reads bytes (any alignment) as weights of a run's network that are sound to calculate with, or says what is wrong with them. */
export function readRunWeights(experiment: RunExperiment, bytes: Uint8Array): Float32Array | WeightFault {
  return readFloats(bytes, weightsOfRun(experiment));
}
