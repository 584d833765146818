import { createRandom, type Random } from '@/engine/random';
import {
  countUpdates,
  gradientSteps,
  loopByHand,
  slopesBack,
  squaresByHand,
  twoSlopes,
} from './learning-exercises';
import { countOperations, middleTime, smallProduct } from './matrix-exercises';
import {
  bentUnit,
  countOfPictureNetwork,
  countOfSmallNetwork,
  drawExamples,
  rightByLabel,
  slidFilter,
} from './network-exercises';
import type { PaperExercise } from './paper-exercise';
import { perceptronRound, twoLayers, weightedSums } from './perceptron-exercises';

/** Names the stream of random numbers of worksheets. */
const STREAM = 0x5e7;

/** Every exercise and what deals it. A new one is a row here, its words, and the lesson that has it (client/worksheet). */
const PAPER_EXERCISES = {
  'draw-examples': drawExamples,
  'right-by-label': rightByLabel,
  'weighted-sums': weightedSums,
  'perceptron-round': perceptronRound,
  'two-layers': twoLayers,
  'count-weights': countOfSmallNetwork,
  'bent-unit': bentUnit,
  'count-picture-weights': countOfPictureNetwork,
  'slid-filter': slidFilter,
  'squared-errors': squaresByHand,
  'two-slopes': twoSlopes,
  'gradient-steps': gradientSteps,
  'slopes-back': slopesBack,
  'count-updates': countUpdates,
  'loop-by-hand': loopByHand,
  'small-product': smallProduct,
  'count-operations': countOperations,
  'middle-time': middleTime,
} as const satisfies Record<string, (random: Random) => PaperExercise>;

export type PaperExerciseId = keyof typeof PAPER_EXERCISES;
export const PAPER_EXERCISE_IDS = Object.keys(PAPER_EXERCISES) as PaperExerciseId[];

/** An exercise with its numbers and its answers: the same seed gives the same, another one others. */
export function dealPaperExercise(id: PaperExerciseId, seed: number): PaperExercise {
  return PAPER_EXERCISES[id](createRandom(seed, STREAM, PAPER_EXERCISE_IDS.indexOf(id)));
}
