import { integer, object, or, partOf, type Shape, text } from '@/base/shape';
import { SMALLEST_SLOPE, slopesOf } from '@/engine/challenges/gradients';
import { dealExercise, type Exercise } from '@/engine/dense/backpropagation-exercise';
import { createRandom } from '@/engine/random';
import { QUANTITIES, type QuantityId } from './quantities';

/** Which numbers are left out, network after network: each a way from the loss back to one weight of the first layer. */
const BLANKS: readonly (readonly QuantityId[])[] = [
  ['dy3', 'd3', 'gw5', 'dy1', 'd1', 'gw1'],
  ['dy3', 'd3', 'gb3', 'dy2', 'd2', 'gw4'],
  ['d3', 'gw6', 'dy1', 'd1', 'gb1', 'gw2'],
  ['d3', 'gw5', 'dy2', 'd2', 'gw3', 'gb2'],
];

/** Names the stream of random numbers of this bench. */
const STREAM = 0xf111;

/** What a student has filled in so far. */
export interface FillWork {
  /** How many networks were done before. */
  round: number;
  texts: Partial<Record<QuantityId, string>>;
  /** The text of each blank when it was last judged. */
  judged: Partial<Record<QuantityId, string>>;
  /** Wrong answers so far, a blank. */
  misses: Partial<Record<QuantityId, number>>;
}

export function blanksOf(round: number): readonly QuantityId[] {
  return BLANKS[round % BLANKS.length]!;
}

/** The network of a round: large enough slopes, that a wrong sign shows. */
export function exerciseOf(seed: number, round: number): Exercise {
  const random = createRandom(seed, STREAM, round);
  for (;;) {
    const exercise = dealExercise(random);
    const fit = slopesOf(exercise).every((slope) => Math.abs(slope) >= SMALLEST_SLOPE);
    if (fit && exercise.inputs[0] !== exercise.inputs[1]) return exercise;
  }
}

export function beginWork(round: number): FillWork {
  return { round, texts: {}, judged: {}, misses: {} };
}

/** Typed texts by number, without anything else that may have been kept. */
export const textsShape = partOf(QUANTITIES, () => text(120));

const texts = or(textsShape, {});

export const fillShape: Shape<FillWork> = object({
  round: integer(0, 1_000),
  texts,
  judged: texts,
  misses: or(
    partOf(QUANTITIES, () => integer()),
    {},
  ),
});
