import { type DenseExamples, DenseTraining, type TrainingState } from '@/engine/dense/dense-training';
import { evaluateDense } from '@/engine/dense/evaluate';
import { initialDenseWeights } from '@/engine/dense/initialisers';
import { countDenseWeights } from '@/engine/dense/shape';
import { chanceLossOf, labelCountsOf } from '@/engine/doctor/chance-loss';
import { examineDense } from '@/engine/doctor/examine-dense';
import type { Note, TrainingFacts, Vitals } from '@/engine/doctor/vitals';
import { examplesOf } from '@/engine/points/features';
import { drawPoints } from '@/engine/points/generators';
import type { PointSet } from '@/engine/points/point-set';
import { type Split, splitPoints } from '@/engine/points/split';
import { createRandom, STREAMS } from '@/engine/random';
import { networkOf, type PlaygroundSetup, type SetupNetwork } from './setup';

/** What may be changed in the middle of a training without starting anew. */
export type Adjustable = Pick<PlaygroundSetup, 'learningRate' | 'batchSize' | 'l1' | 'l2' | 'stop'>;

/** How the training stands. */
export interface TrainingStanding {
  step: number;
  epoch: number;
  trainLoss: number;
  testLoss: number;
  /** Shares; null for regression. */
  trainAccuracy: number | null;
  testAccuracy: number | null;
  /** Of the test points: row = class, column = answer; null for regression. */
  confusion: number[][] | null;
}

/** Why a training stopped by itself. */
export type StopReason = 'steps' | 'loss' | 'accuracy' | 'diverged';

/** Streams of random numbers of the seed, apart from those of engine/random.ts. */
const POINTS_STREAM = 101;
const SPLIT_STREAM = 102;

/** Steps between two looks at the stop conditions. */
const CHECK_EVERY = 10;

/** A training loss beyond this is lost, even while it is still a number. */
const DIVERGED_LOSS = 1e6;

/** The points of a setup: drawn from its seed, or the person's own. */
export function setupPoints(setup: PlaygroundSetup, own: PointSet | null): Split {
  if (setup.points === 'own' && !own) throw new RangeError('Own points are wanted and there are none');
  const points =
    setup.points === 'own'
      ? own!
      : drawPoints(setup.points, setup.pointCount, setup.noise, createRandom(setup.seed, POINTS_STREAM));
  return splitPoints(points, setup.trainShare, createRandom(setup.seed, SPLIT_STREAM));
}

/** The training of the 2-D bench: a setup turned into points, a network and steps. Without a clock, a worker or a page. */
export class PlaygroundTraining {
  readonly setup: PlaygroundSetup;
  readonly points: Split;
  readonly network: SetupNetwork;
  readonly weightCount: number;
  private readonly training: DenseTraining;
  private readonly start: TrainingState;
  private readonly test: DenseExamples;
  /** The condition that was set, and what is left of it. */
  private setStop: PlaygroundSetup['stop'];
  private stop: PlaygroundSetup['stop'];

  constructor(setup: PlaygroundSetup, own: PointSet | null = null) {
    this.setup = setup;
    this.setStop = setup.stop;
    this.stop = setup.stop;
    this.points = setupPoints(setup, own);
    const { classes } = this.points.train;
    this.network = networkOf(setup, classes);
    this.weightCount = countDenseWeights(this.network.shape);
    const weights = initialDenseWeights(
      this.network.shape,
      setup.start,
      createRandom(setup.seed, STREAMS.weights),
    );
    this.test = examplesOf(this.points.test, setup.features);
    this.training = new DenseTraining(
      this.network.shape,
      weights,
      examplesOf(this.points.train, setup.features),
      { ...setup, loss: this.network.loss },
      (epoch) => createRandom(setup.seed, STREAMS.order, epoch),
    );
    this.start = this.training.state();
  }

  get steps(): number {
    return this.training.steps;
  }

  get stepsPerEpoch(): number {
    return this.training.stepsPerEpoch;
  }

  /** The network itself: for pictures of it, and for its weights. */
  get dense() {
    return this.training.network;
  }

  step(): void {
    this.training.step();
  }

  /** Changes what may be changed on the way. */
  adjust(change: Partial<Adjustable>): void {
    const { stop, ...settings } = change;
    if (stop) {
      this.setStop = stop;
      this.stop = stop;
    }
    this.training.settings = { ...this.training.settings, ...settings };
  }

  /** Sets one weight by hand. */
  setWeight(index: number, value: number): void {
    if (!(index >= 0 && index < this.weightCount) || !Number.isFinite(value)) {
      throw new RangeError(`No weight ${index} with the value ${value}`);
    }
    this.dense.weights[index] = value;
  }

  /** Goes back to step 0: the same weights, and the same order of examples. */
  rewind(): void {
    this.stop = this.setStop;
    this.training.restore(this.start);
  }

  /** Stands at a later step with these weights; what the optimiser remembers begins anew. */
  resume(weights: Float32Array, steps: number): void {
    this.training.restore({ ...this.start, weights: Float64Array.from(weights), steps });
  }

  state(): TrainingState {
    return this.training.state();
  }

  restore(state: TrainingState): void {
    this.training.restore(state);
  }

  /** What the doctor needs to know of it besides. */
  get facts(): TrainingFacts {
    const { train } = this.points;
    const { batchSize } = this.training.settings;
    return {
      classes: train.classes,
      chanceLoss: chanceLossOf(train, this.network.loss),
      labelCounts: labelCountsOf(train.labels, train.classes),
      examples: train.labels.length,
      batchSize,
      stepsPerEpoch: this.stepsPerEpoch,
    };
  }

  /** A standing as the doctor notes it. */
  noteOf({ step, epoch, trainLoss, trainAccuracy, testLoss, testAccuracy }: TrainingStanding): Note {
    // Without test points there is nothing to hold against.
    const held = this.test.count > 0;
    return {
      step,
      epoch,
      loss: Number.isFinite(trainLoss) ? trainLoss : null,
      accuracy: trainAccuracy,
      heldLoss: held && Number.isFinite(testLoss) ? testLoss : null,
      heldAccuracy: held ? testAccuracy : null,
    };
  }

  /** What the doctor measures of it now; nothing changes by it. */
  examine(): Vitals {
    return examineDense(this.training, this.test, this.points.train.classes);
  }

  /** Looks at all training and test points. */
  standing(): TrainingStanding {
    const { loss } = this.network;
    const { classes } = this.points.train;
    const train = evaluateDense(this.dense, this.training.examples, loss, classes);
    const test = evaluateDense(this.dense, this.test, loss, classes);
    return {
      step: this.steps,
      epoch: this.training.epochs,
      trainLoss: train.loss,
      testLoss: test.loss,
      trainAccuracy: train.accuracy,
      testAccuracy: test.accuracy,
      confusion: test.confusion,
    };
  }

  /**
   * Trains for so many steps, or until a stop condition is met. Loss and accuracy are looked at every tenth step of the
   * training, so that where it stops depends on the setup and not on how fast the device is.
   */
  advance(steps: number): StopReason | null {
    for (let i = 0; i < steps; i++) {
      if (this.stepsReached) return 'steps';
      this.step();
      if (
        this.steps % CHECK_EVERY !== 0 ||
        (this.stop.lossBelow === null && this.stop.accuracyAtLeast === null)
      ) {
        continue;
      }
      const reason = this.stopReason(this.standing());
      if (reason) return reason;
    }
    return this.stepsReached ? 'steps' : null;
  }

  /** Why to stop, or null. */
  stopReason(standing: TrainingStanding): StopReason | null {
    if (this.hasDiverged(standing)) return 'diverged';
    if (this.stepsReached) return 'steps';
    const { lossBelow, accuracyAtLeast } = this.stop;
    if (lossBelow !== null && standing.trainLoss < lossBelow) return 'loss';
    const accuracy = standing.testAccuracy;
    if (accuracyAtLeast !== null && accuracy !== null && accuracy >= accuracyAtLeast) return 'accuracy';
    return null;
  }

  /** Takes a stop condition away: it was met, and training is to go on. */
  passOver(reason: Exclude<StopReason, 'diverged'>): void {
    const field = ({ steps: 'steps', loss: 'lossBelow', accuracy: 'accuracyAtLeast' } as const)[reason];
    this.stop = { ...this.stop, [field]: null };
  }

  private get stepsReached(): boolean {
    return this.stop.steps !== null && this.steps >= this.stop.steps;
  }

  /** A loss or a weight is no number any more, or the loss is beyond all measure. */
  hasDiverged({ trainLoss }: TrainingStanding): boolean {
    return !this.training.finite || !(trainLoss < DIVERGED_LOSS);
  }
}
