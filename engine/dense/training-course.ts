import type { Random } from '@/engine/random';
import { type DenseExamples, DenseTraining } from './dense-training';
import { answeredClass } from './evaluate';
import { exampleLoss, type LossId } from './losses';
import type { DenseShape } from './shape';

/** How a network stood at one step, before that step's update. */
export interface CoursePoint {
  step: number;
  /** Mean over the examples, by the loss that is learnt from. */
  loss: number;
  /** The same network by squared error, whatever it learns from: a common measure for two that learn differently. */
  squaredError: number;
  /** Share of right answers. */
  accuracy: number;
  weights: Float64Array;
}

export interface CourseSettings {
  loss: LossId;
  learningRate: number;
}

/** All that decides a course; plain data, so that it can be sent to a worker. */
export interface CoursePlan {
  shape: DenseShape;
  /** At step 0. */
  weights: Float64Array;
  examples: DenseExamples;
  settings: CourseSettings;
}

/** Plain descent draws nothing while every step looks at all examples. */
const noDraws = (): Random => {
  throw new Error('A course on the whole set draws no order');
};

/**
 * A training by plain gradient descent on the whole set at a time, with every step kept: for looking at and for counting
 * steps. Steps are calculated when they are first asked for. One forward pass serves the figures and the update, so
 * watching costs next to nothing.
 */
export class TrainingCourse {
  private readonly points: CoursePoint[] = [];
  private readonly training: DenseTraining;
  private readonly examples: DenseExamples;
  private readonly settings: CourseSettings;
  private ended = false;

  constructor({ shape, weights, examples, settings }: CoursePlan) {
    this.examples = examples;
    this.settings = settings;
    this.training = new DenseTraining(
      shape,
      weights,
      examples,
      { ...settings, optimizer: 'sgd', batchSize: examples.count, l1: 0, l2: 0 },
      noDraws,
    );
  }

  /** Where it stood at a step; where it diverged before, its last place that is a number. */
  at(step: number): CoursePoint {
    while (this.points.length <= step && !this.ended) this.goOn();
    return this.points[Math.min(step, this.points.length - 1)]!;
  }

  /** The first step from which on the accuracy is at least `goal` in `held` steps one after the other; null within `most`. */
  reaches(goal: number, held: number, most: number): number | null {
    let since = 0;
    for (let step = 0; step <= most + held - 1; step++) {
      const point = this.at(step);
      if (point.step < step) return null;
      if (point.accuracy < goal) since = step + 1;
      else if (step - since + 1 >= held) return since;
      if (since > most) return null;
    }
    return null;
  }

  private goOn(): void {
    const { network } = this.training;
    const weights = network.weights.slice();
    const step = this.training.steps;
    this.training.step();
    // The update has used this forward pass; its outputs are still those of the weights before.
    const point = { step, weights, ...this.figures() };
    if (Number.isFinite(point.loss) || step === 0) this.points.push(point);
    if (!Number.isFinite(point.loss) || !this.training.finite) this.ended = true;
  }

  private figures(): Pick<CoursePoint, 'loss' | 'squaredError' | 'accuracy'> {
    const { examples, settings } = this;
    const { network } = this.training;
    const last = network.spans.length - 1;
    const y = network.outputsOf(last);
    const z = network.sumsOf(last);
    const units = network.outputs;
    let loss = 0;
    let squaredError = 0;
    let right = 0;
    for (let e = 0; e < examples.count; e++) {
      const at = e * units;
      loss += exampleLoss(settings.loss, z, y, at, units, examples.targets, at);
      squaredError += exampleLoss('squared-error', z, y, at, units, examples.targets, at);
      if (answeredClass(y, at, units) === answeredClass(examples.targets, at, units)) right++;
    }
    const { count } = examples;
    return { loss: loss / count, squaredError: squaredError / count, accuracy: right / count };
  }
}
