import type { Experiment } from '@/protocol/experiment';

/** Everything that a network in training is, besides its experiment: the same on every backend, so that a run can go on on another. */
export interface NetworkState {
  /** Steps done. */
  step: number;
  /** In the order of weight-shapes. */
  weights: Float32Array;
  /** Optimiser slots, whole sets one after another; empty means all zero. */
  slots: Float32Array;
}

/** Means over the examples of the steps since the last reading. */
export interface Measured {
  loss: number;
  accuracy: number;
  examples: number;
}

/** Numbers of one layer for some pictures, the picture first and the unit (or filter) last in `shape`. */
export interface LayerNumbers {
  values: Float32Array;
  shape: readonly number[];
}

/**
 * A network with its optimiser, as a training needs it, whatever calculates it. Pictures are bytes, one after another, 0 paper to 255 ink, which
 * the network takes as numbers from 0 to 1. Its owner calls dispose.
 */
export interface TrainableNetwork {
  /** Labels among which it chooses. */
  readonly classes: number;
  /** Numbers of one picture. */
  readonly inputs: number;
  /** Steps done. */
  readonly step: number;
  /** Steps whose loss has not been read. */
  readonly unreadSteps: number;
  /**
   * One optimiser step on one batch.
   * @param labels one an example; kept until the next `measure`
   */
  trainStep(pixels: Uint8Array, labels: Uint8Array): void;
  /** Loss and accuracy of the steps since the last call (before each step's update), without the L2 part; null if none. */
  measure(): Promise<(Measured & { steps: number }) | null>;
  /** The answer layer before softmax: pictures × labels. */
  logits(pixels: Uint8Array): Promise<Float32Array>;
  /**
   * Does some work on the network, after which weights, optimiser and step are again exactly what they were. Nothing else may use it meanwhile.
   * @param work is given a way to go on from where it began, `times` as far as it has come since
   */
  apart<T>(work: (stretch: (times: number) => void) => Promise<T>): Promise<T>;
  /** What hidden layers answer to some pictures, one entry a layer. */
  hiddenAnswers(pixels: Uint8Array): Promise<LayerNumbers[]>;
  /** ∂L/∂z of every layer, z being its sums, of the mean loss of some pictures: one entry a layer, the answer layer last. */
  layerSlopes(pixels: Uint8Array, labels: Uint8Array): Promise<LayerNumbers[]>;
  /** A copy of everything, to go on from exactly here. No step may run meanwhile. */
  state(): Promise<NetworkState>;
  /** The first layer's weights, as they are stored. */
  firstWeights(): Promise<Float32Array>;
  dispose(): void;
}

/** Makes a network that calculates on what has been started. */
export type MakeNetwork = (experiment: Experiment, state: NetworkState) => TrainableNetwork;
