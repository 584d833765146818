import { z } from 'zod';
import { DATASET_IDS } from './datasets';
import {
  ACTIVATIONS,
  EXPERIMENT_BOUNDS as BOUNDS,
  DATA_RULES,
  KERNELS,
  LOSSES,
  OPTIMIZERS,
} from './experiment-choices';
import { LIMITS } from './limits';

/**
 * An experiment: everything that decides a training. The server rebuilds a submitted network from it, never from
 * an uploaded topology. What it may choose from stands in experiment-choices; data sets are rows of datasets.
 */

const within = (field: keyof typeof BOUNDS) => z.number().min(BOUNDS[field][0]).max(BOUNDS[field][1]);
const whole = (field: keyof typeof BOUNDS) => z.int().min(BOUNDS[field][0]).max(BOUNDS[field][1]);

/** Fully connected: `hidden` lists the units of each hidden layer; none at all is a linear classifier. */
const denseSchema = z.strictObject({
  kind: z.literal('dense'),
  hidden: z.array(whole('hiddenUnits')).max(BOUNDS.hiddenLayers[1]),
  activation: z.enum(ACTIVATIONS),
});

/** Convolutional: each entry of `filters` is one convolution (stride 1, same padding) with a 2×2 max pooling after it; then one hidden dense layer. */
const convolutionalSchema = z.strictObject({
  kind: z.literal('convolutional'),
  filters: z.array(whole('filters')).min(BOUNDS.convolutions[0]).max(BOUNDS.convolutions[1]),
  kernel: z.union([z.literal(KERNELS[0]), z.literal(KERNELS[1])]),
  dense: whole('dense'),
  activation: z.enum(ACTIVATIONS),
});

export const networkSchema = z.discriminatedUnion('kind', [denseSchema, convolutionalSchema]);

export const experimentSchema = z.strictObject({
  dataset: z.enum(DATASET_IDS),
  /** Training examples used (the first ones of a seeded shuffle). */
  examples: whole('examples'),
  network: networkSchema,
  loss: z.enum(LOSSES),
  optimizer: z.enum(OPTIMIZERS),
  learningRate: within('learningRate'),
  batchSize: whole('batchSize'),
  epochs: z.int().min(1).max(LIMITS.epochsPerRun),
  /** Weight of the squared weights in the loss; biases are left out. */
  l2: within('l2'),
  seed: whole('seed'),
  /** Of the first weights, where many start from the same ones and differ in their pictures; left out: the seed. */
  startSeed: whole('seed').optional(),
  /** What the seed does to pictures or labels on purpose; left out: they are as they are. */
  data: z.enum(DATA_RULES).optional(),
});

/**
 * A training of the 2-D bench: small networks on points of a plane. Its set-up stands as the bench writes it in a link, every field by name
 * (engine/playground/setup-link reads it), so that it opens in the lab as it is.
 */
const pointsExperimentSchema = z.strictObject({
  kind: z.literal('points'),
  setup: z.string().min(1).max(2_000),
  /** Classes of the points; 0: each point has a number (regression). */
  classes: z.int().min(0).max(10),
  /** Points that it trains with; the others of its set test it. */
  examples: z.int().min(1).max(LIMITS.pointsOfBench),
  /** The points are those of a challenge, dealt from this seed; left out: the set-up draws them. */
  dealt: z.int().min(0).max(0xffff_ffff).optional(),
  /** It began with weights that its seed does not give: set by hand, or taken over. Left out: with those, or as `continues` of the run says. */
  otherStart: z.literal(true).optional(),
});

/** What a run trains: pictures or points. */
export const runExperimentSchema = z.union([experimentSchema, pointsExperimentSchema]);

export type Network = z.infer<typeof networkSchema>;
export type Experiment = z.infer<typeof experimentSchema>;
export type PointsExperiment = z.infer<typeof pointsExperimentSchema>;
export type RunExperiment = z.infer<typeof runExperimentSchema>;

/** What decides which weights there are: inputs and answers are those of the data set. */
export type Architecture = Pick<Experiment, 'dataset' | 'network'>;
