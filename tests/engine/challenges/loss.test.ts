import { describe, expect, test } from 'vitest';
import { lossChallenge } from '@/engine/challenges/loss';
import {
  dealLossTask,
  LOSS_GOAL,
  LOSS_HELD,
  LOSS_SHAPE,
  LOSS_STEPS,
  lossPlan,
} from '@/engine/challenges/loss-task';
import { DenseTraining } from '@/engine/dense/dense-training';
import { evaluateDense } from '@/engine/dense/evaluate';
import { initialDenseWeights } from '@/engine/dense/initialisers';
import { TrainingCourse } from '@/engine/dense/training-course';
import { createRandom } from '@/engine/random';
import { RATE_CHOICES } from '@/protocol/challenges/loss';
import type { LossAnswer } from '@/protocol/challenges/loss-answer';
import { lossAnswerSchema } from '@/protocol/challenges/loss-answer';

const answer: LossAnswer = { part: 'free', loss: 'binary-cross-entropy', start: 'fitting', rate: 3 };

const lossCourse = (...of: Parameters<typeof lossPlan>) => new TrainingCourse(lossPlan(...of));

describe('the challenge of lesson 6', () => {
  test('I11: the same seed deals the same task, another seed another', () => {
    expect(lossChallenge.deal(5)).toEqual(lossChallenge.deal(5));
    expect(lossChallenge.deal(5).examples.inputs).not.toEqual(lossChallenge.deal(6).examples.inputs);
  });

  test('counts the steps that the training really takes', () => {
    const task = lossChallenge.deal(3);
    const result = lossChallenge.check(task, answer, 0);
    expect(result).toMatchObject({ part: 'free', reached: true, shown: { kind: 'steps' } });
    const training = new DenseTraining(
      LOSS_SHAPE,
      initialDenseWeights(LOSS_SHAPE, 'fitting', createRandom(task.seed)),
      task.examples,
      {
        loss: answer.loss,
        optimizer: 'sgd',
        learningRate: 3,
        batchSize: task.examples.count,
        l1: 0,
        l2: 0,
      },
      () => createRandom(1),
    );
    const accuracies: number[] = [];
    while (training.steps < result.shown.amount + LOSS_HELD) {
      accuracies.push(evaluateDense(training.network, task.examples, answer.loss, 2).accuracy!);
      training.step();
    }
    const held = accuracies.slice(result.shown.amount);
    expect(held.every((accuracy) => accuracy >= LOSS_GOAL)).toBe(true);
    expect(accuracies[result.shown.amount - 1]!).toBeLessThan(LOSS_GOAL);
    expect(lossChallenge.check(task, answer, 99)).toEqual(result);
  });

  test('fewer steps are worth more; a goal not reached is worth nothing and shows the accuracy', () => {
    const task = lossChallenge.deal(4);
    const fast = lossChallenge.check(task, answer, 0);
    const slow = lossChallenge.check(task, { ...answer, rate: 1 }, 0);
    expect(fast.shown.amount).toBeLessThan(slow.shown.amount);
    expect(fast.value).toBeGreaterThan(slow.value);
    const never = lossChallenge.check(
      task,
      { part: 'stuck', loss: 'squared-error', start: 'saturated', rate: 0.03 },
      0,
    );
    expect(never).toMatchObject({ reached: false, value: 0, shown: { kind: 'share' } });
  });

  test('the start of the first part is given', () => {
    const task = lossChallenge.deal(4);
    expect(lossChallenge.check(task, { ...answer, part: 'stuck' }, 0).reached).toBe(false);
  });

  test('both parts can be reached in every class, the first by cross-entropy sooner', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const task = lossChallenge.deal(seed * 1_000_003);
      const best = (part: LossAnswer['part'], loss: LossAnswer['loss']) =>
        Math.max(
          ...RATE_CHOICES.map(
            (rate) => lossChallenge.check(task, { part, loss, start: 'saturated', rate }, 0).value,
          ),
        );
      expect(best('stuck', 'binary-cross-entropy')).toBeGreaterThan(best('stuck', 'squared-error'));
      expect(lossChallenge.check(task, answer, 0).reached).toBe(true);
    }
  });

  test('reads answers strictly', () => {
    expect(lossAnswerSchema.safeParse(answer).success).toBe(true);
    for (const wrong of [
      { rate: 4 },
      { start: 'zero' },
      { loss: 'cross-entropy' },
      { part: 'all' },
      { more: 1 },
    ]) {
      expect(lossAnswerSchema.safeParse({ ...answer, ...wrong }).success).toBe(false);
    }
  });
});

describe('the race of lesson 6', () => {
  test('both learners begin from the same weights, and cross-entropy is first from a saturated start', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const task = dealLossTask(seed, 77, 3);
      const [squared, cross] = (['squared-error', 'binary-cross-entropy'] as const).map((loss) =>
        lossCourse(task, 'saturated', { loss, learningRate: 3 }),
      );
      expect(squared!.at(0).weights).toEqual(cross!.at(0).weights);
      expect(squared!.at(0).accuracy).toBeCloseTo(0.5, 1);
      const sooner = cross!.reaches(LOSS_GOAL, 1, 1000)!;
      expect(sooner * 1.5).toBeLessThan(squared!.reaches(LOSS_GOAL, 1, 1000) ?? 1000);
    }
  });

  test('asked in any order, a course gives the same', () => {
    const task = dealLossTask(1, 77, 3);
    const settings = { loss: 'squared-error', learningRate: 1 } as const;
    const ahead = lossCourse(task, 'fitting', settings);
    const far = ahead.at(50);
    const steady = lossCourse(task, 'fitting', settings);
    for (let step = 0; step < 50; step++) steady.at(step);
    expect(steady.at(50)).toEqual(far);
    expect(far.loss).toBe(far.squaredError);
    expect(ahead.reaches(LOSS_GOAL, LOSS_HELD, LOSS_STEPS)).toBe(
      steady.reaches(LOSS_GOAL, LOSS_HELD, LOSS_STEPS),
    );
  });

  test('a course that diverges ends at its last place that is a number', () => {
    const task = dealLossTask(1, 77, 3);
    const course = lossCourse(task, 'large', { loss: 'binary-cross-entropy', learningRate: 1e308 });
    expect(course.at(200).step).toBeLessThan(200);
    expect(Number.isFinite(course.at(200).loss)).toBe(true);
    expect(course.reaches(LOSS_GOAL, LOSS_HELD, LOSS_STEPS)).toBeNull();
  });
});
