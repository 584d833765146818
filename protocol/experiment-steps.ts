import type { Experiment } from './experiment';

/** Optimiser steps of a training to its end, where it asks for no more pictures than there are (engine/training/schedule counts for any). */
export function trainingSteps({ examples, batchSize, epochs }: Experiment): number {
  return Math.ceil(examples / batchSize) * epochs;
}
