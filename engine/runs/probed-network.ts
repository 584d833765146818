import { ruledExamples } from '@/engine/digits/data-rule';
import type { Examples } from '@/engine/digits/examples';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import { trainedExamples } from '@/engine/training/trained-examples';
import { type Probed, probeNetwork, shareRight } from '@/engine/verify/probe-network';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { pixelChange } from './pixel-change';

/** What a network is right on of its own training pictures, of validation pictures with the same done to them, and of the pictures that it is asked about. */
export interface ProbedNetwork extends Probed {
  training: number;
  validation: number;
  /** What training has moved (pixel-change). */
  pixels: Uint8Array;
}

/** All pictures of a data set that a training looks at, and those that a network is asked about, as they are. */
interface ProbePictures {
  train: Examples;
  validation: Examples;
  asked: Examples;
}

/** Blocks its thread: run it in a worker thread that can be ended. @throws as probeNetwork */
export async function probedNetwork(
  experiment: Experiment,
  weights: Float32Array,
  { train, validation, asked }: ProbePictures,
  network: MakeNetwork,
): Promise<ProbedNetwork> {
  const own = trainedExamples(experiment, train, DATASETS[experiment.dataset].trainBlocks);
  const held = ruledExamples(experiment, 'validation', validation);
  const [onOwn, onHeld] = await shareRight(experiment, weights, [own, held], network);
  return {
    ...(await probeNetwork(experiment, weights, asked, network)),
    ...{ training: onOwn!, validation: onHeld! },
    pixels: pixelChange(experiment, weights),
  };
}
