import { integer, listOf, number, object, oneOf, type Shape } from '@/base/shape';
import { DATASET_IDS } from '@/protocol/datasets';
import type { Experiment, Network } from '@/protocol/experiment';
import {
  ACTIVATIONS,
  EXPERIMENT_BOUNDS as BOUNDS,
  KERNELS,
  LOSSES,
  OPTIMIZERS,
} from '@/protocol/experiment-choices';
import { LIMITS } from '@/protocol/limits';

const whole = (field: keyof typeof BOUNDS) => integer(...BOUNDS[field]);

const dense = object<Extract<Network, { kind: 'dense' }>>({
  kind: oneOf(['dense']),
  hidden: listOf(whole('hiddenUnits'), ...BOUNDS.hiddenLayers),
  activation: oneOf(ACTIVATIONS),
});
const convolutional = object<Extract<Network, { kind: 'convolutional' }>>({
  kind: oneOf(['convolutional']),
  filters: listOf(whole('filters'), ...BOUNDS.convolutions),
  kernel: oneOf(KERNELS),
  dense: whole('dense'),
  activation: oneOf(ACTIVATIONS),
});

/**
 * An experiment as a browser has kept it or typed it. It takes what the wire's own schema takes (protocol/experiment; a test holds them together), which a page that
 * trains alone does without: it would bring the whole schema library.
 */
export const experimentShape: Shape<Experiment> = object<Experiment>({
  dataset: oneOf(DATASET_IDS),
  examples: whole('examples'),
  network: (kept) => dense(kept) ?? convolutional(kept),
  loss: oneOf(LOSSES),
  optimizer: oneOf(OPTIMIZERS),
  learningRate: number(...BOUNDS.learningRate),
  batchSize: whole('batchSize'),
  epochs: integer(1, LIMITS.epochsPerRun),
  l2: number(...BOUNDS.l2),
  seed: whole('seed'),
});
