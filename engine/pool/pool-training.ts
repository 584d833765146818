import { DenseTraining } from '@/engine/dense/dense-training';
import { type DenseEvaluation, evaluateDense } from '@/engine/dense/evaluate';
import { initialDenseWeights } from '@/engine/dense/initialisers';
import { createRandom, STREAMS } from '@/engine/random';
import type { PoolNetwork } from '@/protocol/pool-rules';
import { poolShape } from './pool-network';
import type { PoolPictures } from './pool-pictures';
import { inputsOf } from './score-pool';

/** Pictures on which a standing is measured at most: a few milliseconds. */
const MEASURED = 200;
const BATCH = 16;
const RATE = 0.05;
/** Times through the examples after which a training is finished, and the least number of steps. */
const EPOCHS = 60;
const LEAST_STEPS = 300;

/** How a network stands. Loss and accuracies are means over pictures; null where there are none. */
export interface PoolStanding {
  step: number;
  totalSteps: number;
  epoch: number;
  loss: number | null;
  accuracy: number | null;
  validationLoss: number | null;
  validationAccuracy: number | null;
  /** On validation: row = label, column = answer. */
  confusion: number[][];
}

export interface PoolTask {
  train: PoolPictures;
  validation: PoolPictures;
  network: PoolNetwork;
  seed: number;
  /** What an earlier training of this network came to, to go on from. */
  from?: { steps: number; weights: Float32Array };
}

/** A small network that learns from a pool of pictures, a step at a time: cross-entropy, plain SGD, everything from the seed. */
export class PoolTraining {
  readonly totalSteps: number;
  private readonly training: DenseTraining;
  private readonly seen: ReturnType<typeof examplesOf>;
  private readonly validation: ReturnType<typeof examplesOf>;

  /** @throws RangeError without any picture to learn from, or with weights of another network to go on from */
  constructor(readonly task: PoolTask) {
    const { train, validation, network, seed, from } = task;
    const shape = poolShape(network, train.labelCount);
    const examples = examplesOf(train);
    this.training = new DenseTraining(
      shape,
      initialDenseWeights(shape, 'fitting', createRandom(seed, STREAMS.weights)),
      examples,
      { loss: 'cross-entropy', optimizer: 'sgd', learningRate: RATE, batchSize: BATCH, l1: 0, l2: 0 },
      (epoch) => createRandom(seed, STREAMS.order, epoch),
    );
    this.totalSteps = Math.max(LEAST_STEPS, EPOCHS * this.training.stepsPerEpoch);
    if (from) this.goOnFrom(from);
    this.seen = head(examples, MEASURED);
    this.validation = examplesOf(validation);
  }

  private goOnFrom({ steps, weights }: NonNullable<PoolTask['from']>): void {
    if (weights.length !== this.training.network.weights.length)
      throw new RangeError('Weights of another network');
    // Plain SGD remembers nothing but the weights. More pictures make a training longer, fewer do not undo steps.
    const done = Math.min(steps, this.totalSteps);
    this.training.restore({ steps: done, weights: Float64Array.from(weights), slots: [] });
  }

  get steps(): number {
    return this.training.steps;
  }

  get finished(): boolean {
    return this.steps >= this.totalSteps;
  }

  step(): void {
    this.training.step();
  }

  /** False as soon as a weight is no number any more. */
  get finite(): boolean {
    return this.training.finite;
  }

  standing(): PoolStanding {
    const { network } = this.training;
    const { labelCount } = this.task.train;
    const measure = (examples: typeof this.seen): DenseEvaluation | null =>
      examples.count === 0 ? null : evaluateDense(network, examples, 'cross-entropy', labelCount);
    const seen = measure(this.seen);
    const fresh = measure(this.validation);
    return {
      step: this.steps,
      totalSteps: this.totalSteps,
      epoch: this.training.epochs,
      loss: seen?.loss ?? null,
      accuracy: seen?.accuracy ?? null,
      validationLoss: fresh?.loss ?? null,
      validationAccuracy: fresh?.accuracy ?? null,
      confusion: fresh?.confusion ?? [],
    };
  }

  /** The probabilities of each label for one picture. */
  predict(pixels: Uint8Array): number[] {
    return [
      ...this.training.network.forwardRange(inputsOf(pixels), 0, 1).subarray(0, this.task.train.labelCount),
    ];
  }

  weights(): Float32Array<ArrayBuffer> {
    return Float32Array.from(this.training.network.weights);
  }
}

/** Pictures as the dense networks take them; targets are 1 for the label and 0 for the others. */
function examplesOf({ count, labelCount, labels, pixels }: PoolPictures) {
  const targets = new Float64Array(count * labelCount);
  labels.forEach((label, index) => {
    targets[index * labelCount + label] = 1;
  });
  return { count, inputs: inputsOf(pixels), targets };
}

/** Up to so many examples, evenly from all: pools are filed in the order in which people draw. */
function head(examples: ReturnType<typeof examplesOf>, most: number): ReturnType<typeof examplesOf> {
  if (examples.count <= most) return examples;
  const width = examples.inputs.length / examples.count;
  const outputs = examples.targets.length / examples.count;
  const inputs = new Float64Array(most * width);
  const targets = new Float64Array(most * outputs);
  for (let to = 0; to < most; to += 1) {
    const from = Math.floor((to * examples.count) / most);
    inputs.set(examples.inputs.subarray(from * width, (from + 1) * width), to * width);
    targets.set(examples.targets.subarray(from * outputs, (from + 1) * outputs), to * outputs);
  }
  return { count: most, inputs, targets };
}
