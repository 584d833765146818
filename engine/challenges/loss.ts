import { TrainingCourse } from '@/engine/dense/training-course';
import { LOSS_PARTS } from '@/protocol/challenges/loss';
import type { LossAnswer } from '@/protocol/challenges/loss-answer';
import type { Challenge } from './challenge';
import { givenStart, LOSS_GOAL, LOSS_HELD, LOSS_STEPS, type LossTask, lossPlan, lossTask } from './loss-task';

/** So many steps are worth half. */
const HALF_VALUE = 100;

/** Lesson 6: 95 % in the fewest steps by choice of loss, start and learning rate. */
export const lossChallenge: Challenge<LossTask, LossAnswer> = {
  deal: lossTask,
  parts: () => LOSS_PARTS,
  check(task, { part, loss, start, rate }) {
    const given = givenStart(part);
    const course = new TrainingCourse(lossPlan(task, given ?? start, { loss, learningRate: rate }));
    const steps = given !== null && start !== given ? null : course.reaches(LOSS_GOAL, LOSS_HELD, LOSS_STEPS);
    return {
      part,
      value: steps === null ? 0 : HALF_VALUE / (HALF_VALUE + steps),
      shown:
        steps === null
          ? { kind: 'share', amount: course.at(LOSS_STEPS).accuracy, of: null }
          : { kind: 'steps', amount: steps, of: null },
      reached: steps !== null,
    };
  },
};
