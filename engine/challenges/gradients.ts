import {
  dealExercise,
  type Exercise,
  gradientBlanks,
  isRight,
  rightAnswer,
  solveExercise,
} from '@/engine/dense/backpropagation-exercise';
import { createRandom } from '@/engine/random';
import type { GradientsAnswer } from '@/protocol/challenges/gradients-answer';
import type { Challenge } from './challenge';

/** Names this challenge's stream of random numbers. */
const STREAM = 0x9d1e5;

/**
 * No slope that is asked for is smaller: at three decimals neither a 0 nor a wrong sign can then pass for right (`isRight`
 * allows 0.0006).
 */
export const SMALLEST_SLOPE = 0.005;

/** Networks drawn at most; about one in four is fit. */
const MOST_DRAWS = 200;

/** Every slope of an exercise, in the order of `gradientBlanks`. */
export function slopesOf(exercise: Exercise): number[] {
  const solved = solveExercise(exercise);
  return gradientBlanks().map((blank) => rightAnswer(solved, blank));
}

/** Which of an answer's slopes are right. */
export function rightSlopes(exercise: Exercise, answer: GradientsAnswer): boolean[] {
  return slopesOf(exercise).map((right, i) => {
    const given = answer.slopes[i];
    return given !== null && given !== undefined && isRight(given, right);
  });
}

/** Lesson 8: the gradient of a dealt-out network, number by number. */
export const gradientsChallenge: Challenge<Exercise, GradientsAnswer> = {
  deal(seed) {
    const random = createRandom(seed, STREAM);
    let exercise = dealExercise(random);
    for (let draw = 1; draw < MOST_DRAWS && !isFit(exercise); draw++) exercise = dealExercise(random);
    return exercise;
  },
  parts: () => ['all'],
  check(task, answer) {
    const right = rightSlopes(task, answer).filter(Boolean).length;
    const all = answer.slopes.length;
    return {
      part: 'all',
      value: right / all,
      shown: { kind: 'count', amount: right, of: all },
      reached: right === all,
    };
  },
};

/** Large enough slopes, and two inputs that differ: else taking the wrong one would go unseen. */
function isFit(exercise: Exercise): boolean {
  const [a, b] = exercise.inputs;
  return a !== b && slopesOf(exercise).every((slope) => Math.abs(slope) >= SMALLEST_SLOPE);
}
