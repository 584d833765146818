import { z } from 'zod';
import { DATASET_IDS } from './datasets';
import { LIMITS } from './limits';

/**
 * An experiment: everything that decides a training. The server rebuilds a submitted network from it, never from
 * an uploaded topology. A new activation, optimiser or loss is one more entry here and one module in engine/; data sets are rows of
 * protocol/datasets.
 */
export const ACTIVATIONS = ['relu', 'tanh', 'sigmoid'] as const;
export const OPTIMIZERS = ['sgd', 'momentum', 'adam'] as const;
export const LOSSES = ['cross-entropy', 'squared-error'] as const;

/** Fully connected: `hidden` lists the units of each hidden layer; none at all is a linear classifier. */
const denseSchema = z.strictObject({
  kind: z.literal('dense'),
  hidden: z.array(z.int().min(1).max(512)).max(3),
  activation: z.enum(ACTIVATIONS),
});

/** Convolutional: each entry of `filters` is one convolution (stride 1, same padding) with a 2×2 max pooling after it; then one hidden dense layer. */
const convolutionalSchema = z.strictObject({
  kind: z.literal('convolutional'),
  filters: z.array(z.int().min(1).max(32)).min(1).max(2),
  kernel: z.union([z.literal(3), z.literal(5)]),
  dense: z.int().min(1).max(256),
  activation: z.enum(ACTIVATIONS),
});

export const networkSchema = z.discriminatedUnion('kind', [denseSchema, convolutionalSchema]);

export const experimentSchema = z.strictObject({
  dataset: z.enum(DATASET_IDS),
  /** Training examples used (the first ones of a seeded shuffle). */
  examples: z.int().min(10).max(60_000),
  network: networkSchema,
  loss: z.enum(LOSSES),
  optimizer: z.enum(OPTIMIZERS),
  learningRate: z.number().min(0.000_01).max(100),
  batchSize: z.int().min(1).max(512),
  epochs: z.int().min(1).max(LIMITS.epochsPerRun),
  /** Weight of the squared weights in the loss; biases are left out. */
  l2: z.number().min(0).max(1),
  seed: z.int().min(0).max(0xffff_ffff),
});

export type Activation = (typeof ACTIVATIONS)[number];
export type Optimizer = (typeof OPTIMIZERS)[number];
export type Loss = (typeof LOSSES)[number];
export type Network = z.infer<typeof networkSchema>;
export type Experiment = z.infer<typeof experimentSchema>;
/** What decides which weights there are: inputs and answers are those of the data set. */
export type Architecture = Pick<Experiment, 'dataset' | 'network'>;

/** What a training runs on. `javascript` is our own typed-array engine for small networks. */
export const BACKENDS = ['webgl', 'wasm', 'cpu', 'webgpu', 'javascript'] as const;
export type Backend = (typeof BACKENDS)[number];
