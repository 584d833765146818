import type { MakeNetwork } from '@/engine/network/trainable-network';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { startOf } from './start-of';

/** Milliseconds for each of the two networks. */
const MOST_MS = 250;
/** Steps after which every kernel has been compiled for speed. */
const MOST_STEPS = 120;

const DENSE: Experiment = {
  dataset: 'digits',
  examples: 1_000,
  network: { kind: 'dense', hidden: [64], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.01,
  batchSize: 32,
  epochs: 1,
  l2: 0,
  seed: 1,
};
const CONVOLUTIONAL: Experiment = {
  ...DENSE,
  network: { kind: 'convolutional', filters: [8, 16], kernel: 3, dense: 32, activation: 'relu' },
  batchSize: 8,
};

/**
 * Trains two networks that nobody wants, so that the first steps of one that somebody wants are fast: browsers compile WebAssembly for speed only once it has
 * run for a while, beside the thread that runs it. Done while pictures load; what has been compiled counts for every network afterwards.
 * @param unwanted true once there is real work: then it ends at once
 */
export async function warmUp(
  make: MakeNetwork,
  { breathe, now, unwanted }: { breathe(): Promise<void>; now(): number; unwanted(): boolean },
): Promise<void> {
  for (const experiment of [DENSE, CONVOLUTIONAL]) {
    const network = make(experiment, startOf(experiment));
    const { batchSize, dataset } = experiment;
    // As much paper as written digits have, in blots: a multiplicative hash says where ink is.
    const pixels = Uint8Array.from({ length: batchSize * network.inputs }, (_, i) =>
      (Math.imul(i >> 3, 0x9e3779b1) >>> 0) % 5 === 0 ? 1 + (i % 255) : 0,
    );
    const labels = Uint8Array.from({ length: batchSize }, (_, i) => i % DATASETS[dataset].labels.length);
    const end = now() + MOST_MS;
    for (let step = 0; step < MOST_STEPS && now() < end && !unwanted(); step++) {
      network.trainStep(pixels, labels);
      await network.measure();
      await breathe();
    }
    network.dispose();
  }
}
