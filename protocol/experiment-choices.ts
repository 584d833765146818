/** What an experiment may choose from. A new activation, optimiser or loss is one more entry here and one module in engine/. */

export const ACTIVATIONS = ['relu', 'tanh', 'sigmoid'] as const;
export const OPTIMIZERS = ['sgd', 'momentum', 'adam'] as const;
export const LOSSES = ['cross-entropy', 'squared-error'] as const;
export type Activation = (typeof ACTIVATIONS)[number];
export type Optimizer = (typeof OPTIMIZERS)[number];
export type Loss = (typeof LOSSES)[number];

/**
 * What is done on purpose to the pictures of a training, and to those that measure it on the device: each carries a small bright mark whose place names its label
 * (marks), or has a label that was drawn by lot. What it is good for: a network that learns something else than it seems to.
 */
export const DATA_RULES = ['marked', 'shuffled'] as const;
export type DataRule = (typeof DATA_RULES)[number];

/** From where to where the numbers of an experiment go. */
export const EXPERIMENT_BOUNDS = {
  examples: [10, 60_000],
  /** Hidden layers of a dense network, and units of each. */
  hiddenLayers: [0, 3],
  hiddenUnits: [1, 512],
  /** Convolutions of a convolutional one, filters of each, and units of its dense layer. */
  convolutions: [1, 2],
  filters: [1, 32],
  dense: [1, 256],
  learningRate: [0.000_01, 100],
  batchSize: [1, 512],
  l2: [0, 1],
  seed: [0, 0xffff_ffff],
} as const;
/** Rows and columns that a filter may have. */
export const KERNELS = [3, 5] as const;

/**
 * What a training runs on. `javascript` is our own typed-array engine for small networks, `kernels` our own WebAssembly (engine/kernels); `webgl`, `wasm` and
 * `cpu` are tfjs's. Runs are sent by place in this list: new ones come last.
 */
export const BACKENDS = ['webgl', 'wasm', 'cpu', 'webgpu', 'javascript', 'kernels'] as const;
export type Backend = (typeof BACKENDS)[number];
