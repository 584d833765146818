import { scoreWeights } from '@/engine/playground/score-weights';
import { drawPoints } from '@/engine/points/generators';
import { type PointSet, takePoints } from '@/engine/points/point-set';
import { createRandom, type Random } from '@/engine/random';
import type { ChallengeResult } from '@/protocol/challenge';
import type { SpiralAnswer } from '@/protocol/challenges/spiral-answer';
import type { Challenge } from './challenge';

/** One class's spiral: turned, perhaps mirrored, and with a budget of its own. */
export interface SpiralTask {
  /** Radians by which the spiral is turned. */
  angle: number;
  /** Whether it winds the other way. */
  mirrored: boolean;
  /** 0 to 0.5, as engine/points/generators has it. */
  noise: number;
  /** Weights and biases that the network may have. */
  budget: number;
  /** Test accuracy from which on the goal is reached. */
  goal: number;
}

/** Names the streams of random numbers: what is dealt, the points to learn from, the hidden ones. */
const STREAM = 0x591a1;
const SHOWN_STREAM = 0x591a2;
const HIDDEN_STREAM = 0x591a3;

/** Points that a class trains and tests with, and points that decide. */
const SHOWN_POINTS = 500;
const HIDDEN_POINTS = 1000;

const GOAL = 0.95;
const NOISE = 0.1;
/** Too few for 2-8-8-1, which has 105 and takes long: with well-chosen features far smaller networks do it. */
const BUDGETS = [56, 60, 64, 68, 72] as const;

/** Points on the class's spiral. */
function spiralPoints({ angle, mirrored, noise }: SpiralTask, count: number, random: Random): PointSet {
  const points = drawPoints('spiral', count, noise, random);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const sign = mirrored ? -1 : 1;
  return {
    ...takePoints(points, points.xs.keys()),
    xs: points.xs.map((x, i) => sign * (x * cos - points.ys[i]! * sin)),
    ys: points.ys.map((y, i) => points.xs[i]! * sin + y * cos),
  };
}

/** The points that everybody in the class sees. */
export function shownSpiral(task: SpiralTask, seed: number): PointSet {
  return spiralPoints(task, SHOWN_POINTS, createRandom(seed, SHOWN_STREAM));
}

/** Lesson 4: two spirals, as well as possible within a budget of weights. Scored on points that nobody has seen. */
export const spiralChallenge: Challenge<SpiralTask, SpiralAnswer> = {
  deal(seed) {
    const random = createRandom(seed, STREAM);
    return {
      angle: (2 * Math.PI * random.int(360)) / 360,
      mirrored: random.int(2) === 1,
      noise: NOISE,
      budget: BUDGETS[random.int(BUDGETS.length)]!,
      goal: GOAL,
    };
  },
  parts: () => ['all'],
  check(task, { weights, ...network }, hiddenSeed): ChallengeResult {
    const hidden = spiralPoints(task, HIDDEN_POINTS, createRandom(hiddenSeed, HIDDEN_STREAM));
    const score = scoreWeights({ ...network, loss: 'cross-entropy' }, weights, hidden, task.budget);
    // Too many weights, or not those of this network: it does not count at all.
    const accuracy = score.ok ? score.accuracy : 0;
    return {
      part: 'all',
      value: accuracy,
      shown: { kind: 'share', amount: accuracy, of: null },
      reached: accuracy >= task.goal,
    };
  },
};
