import type { Random } from '@/engine/random';
import { DenseNetwork } from './dense-network';
import type { LossId } from './losses';
import { emptySlots, type OptimizerId, optimizerRule } from './optimizers';
import { addPenaltySlopes, type Penalties } from './penalties';
import type { DenseShape } from './shape';

/** What is learnt from: examples × inputs, examples × outputs. */
export interface DenseExamples {
  count: number;
  inputs: Float64Array;
  targets: Float64Array;
}

export interface TrainingSettings extends Penalties {
  loss: LossId;
  optimizer: OptimizerId;
  learningRate: number;
  /** 1: one example a step; as many as there are, or more: the whole set a step; else mini-batches. */
  batchSize: number;
}

/** All that changes while training; enough to go on from, or to come back to. */
export interface TrainingState {
  steps: number;
  weights: Float64Array;
  slots: Float64Array[];
}

/**
 * Gradient descent on a dense network, one step at a time: take the next examples, calculate the gradient, update. Each epoch
 * goes once through all examples in an order of its own; which, is a function of the epoch alone, so a training that
 * goes on from a state equals one that never stopped.
 */
export class DenseTraining {
  readonly network: DenseNetwork;
  readonly examples: DenseExamples;
  /** May be changed between two steps (the rate, say); another optimizer begins with empty slots. */
  settings: TrainingSettings;
  private done = 0;
  private slots: Float64Array[];
  private readonly order: Uint32Array;
  private orderedFor = -1;
  private readonly orderOf: (epoch: number) => Random;

  /** @param orderOf a generator for each epoch's order: a fresh one of the same stream every time it is asked */
  constructor(
    shape: DenseShape,
    weights: ArrayLike<number>,
    examples: DenseExamples,
    settings: TrainingSettings,
    orderOf: (epoch: number) => Random,
  ) {
    if (examples.count === 0) throw new RangeError('No examples to learn from');
    this.network = new DenseNetwork(shape, weights);
    this.examples = examples;
    this.settings = settings;
    this.slots = emptySlots(settings.optimizer, this.network.weights.length);
    this.order = new Uint32Array(examples.count);
    this.orderOf = orderOf;
  }

  /** Steps done so far. */
  get steps(): number {
    return this.done;
  }

  /** Steps in one time through the examples. */
  get stepsPerEpoch(): number {
    return Math.ceil(this.examples.count / this.settings.batchSize);
  }

  /** Times through the examples, with a fraction. */
  get epochs(): number {
    return this.done / this.stepsPerEpoch;
  }

  /** One step. Afterwards `network.gradient` is what moved the weights, penalties included. */
  step(): void {
    const { settings, network, examples } = this;
    const { rows, at, count } = this.nextBatch();
    network.forward(examples.inputs, rows, at, count);
    network.backward(settings.loss, examples.targets, rows, at, count);
    addPenaltySlopes(settings, network.weights, network.gradient, network.spans);
    const rule = optimizerRule(settings.optimizer);
    if (this.slots.length !== rule.slots) this.slots = emptySlots(settings.optimizer, network.weights.length);
    this.done++;
    rule.update(network.weights, network.gradient, this.slots, settings.learningRate, this.done);
  }

  /** The examples that the next step learns from: `count` of the rows, from `at` on. Good until that step. */
  nextBatch(): { rows: Uint32Array; at: number; count: number } {
    const epoch = Math.floor(this.done / this.stepsPerEpoch);
    if (epoch !== this.orderedFor) this.shuffle(epoch);
    const at = (this.done % this.stepsPerEpoch) * this.settings.batchSize;
    return { rows: this.order, at, count: Math.min(this.settings.batchSize, this.examples.count - at) };
  }

  /** Another training that stands where this one does, and goes its own way from there. */
  copy(): DenseTraining {
    const { network, examples, settings, orderOf } = this;
    const copy = new DenseTraining(network.shape, network.weights, examples, settings, orderOf);
    copy.restore(this.state());
    return copy;
  }

  private shuffle(epoch: number): void {
    this.orderedFor = epoch;
    for (let i = 0; i < this.order.length; i++) this.order[i] = i;
    // The whole set at once needs no order.
    if (this.settings.batchSize < this.examples.count) this.orderOf(epoch).shuffle(this.order);
  }

  /** A copy of where the training stands. */
  state(): TrainingState {
    return {
      steps: this.done,
      weights: this.network.weights.slice(),
      slots: this.slots.map((slot) => slot.slice()),
    };
  }

  /** Goes back (or on) to a state of the same network. */
  restore(state: TrainingState): void {
    this.done = state.steps;
    this.network.weights.set(state.weights);
    this.slots = state.slots.map((slot) => slot.slice());
    this.orderedFor = -1;
  }

  /** False as soon as a weight is no number any more: the training has diverged. */
  get finite(): boolean {
    for (const weight of this.network.weights) if (!Number.isFinite(weight)) return false;
    return true;
  }
}
