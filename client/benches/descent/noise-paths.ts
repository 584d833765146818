import { integer, object, oneOf, type Shape } from '@/base/shape';
import {
  dealRegression,
  descendExamples,
  type ExamplePoint,
  type Regression,
} from '@/engine/landscape/regression';
import { createRandom } from '@/engine/random';
import type { PathLook } from './method-looks';
import { type RateRange, rateShape } from './rate-scale';

/** Examples that the line is fitted to. */
const NOISE_EXAMPLES = 24;
/** How much of the data one step looks at. */
export const BATCHES = { all: NOISE_EXAMPLES, some: 6, one: 1 } as const;
export type BatchId = keyof typeof BATCHES;
export const BATCH_IDS = Object.keys(BATCHES) as BatchId[];

export const BATCH_LOOKS: Readonly<Record<BatchId, PathLook>> = {
  all: { colour: 'var(--series-1)' },
  some: { colour: 'var(--series-2)', dash: '8 4' },
  one: { colour: 'var(--series-4)', dash: '2 3' },
};

/** `steps`: each takes one step a tick; `examples`: each has looked at as many examples, six a tick. */
export type Clock = 'steps' | 'examples';
/** Ticks that it goes on at most: 40 times through the data by the clock of examples. */
export const NOISE_TICKS = 160;
/** Examples in one tick. */
const PER_TICK = 6;
export const NOISE_RATES: RateRange = { least: 0.005, most: 2 };

export interface NoiseWork {
  clock: Clock;
  rate: number;
  /** How often new orders were asked for. */
  draw: number;
  taken: number;
}

/** Names this bench's streams of random numbers. */
const STREAM = 0x5ca77e;

export function dealNoise(seed: number): Regression {
  return dealRegression(createRandom(seed, STREAM), NOISE_EXAMPLES, 0.45);
}

/** Steps that a batch size has taken after so many ticks. */
export function stepsAfter(batch: BatchId, clock: Clock, ticks: number): number {
  return clock === 'steps' ? ticks : Math.floor((ticks * PER_TICK) / BATCHES[batch]);
}

/** A whole path; for each tick there is a place on it, unless it diverges. */
export function noisePath(
  regression: Regression,
  batch: BatchId,
  { rate, clock, draw }: NoiseWork,
  seed: number,
): readonly ExamplePoint[] {
  const most = stepsAfter(batch, clock, NOISE_TICKS);
  const points: ExamplePoint[] = [];
  const settings = { optimizer: 'sgd', learningRate: rate, batch: BATCHES[batch] } as const;
  const order = createRandom(seed, STREAM, draw + 1).bits();
  for (const point of descendExamples(regression, settings, order)) {
    points.push(point);
    if (point.step >= most) break;
  }
  return points;
}

export const noiseShape: Shape<NoiseWork> = object({
  clock: oneOf(['steps', 'examples']),
  rate: rateShape(NOISE_RATES),
  draw: integer(0, 1e6),
  taken: integer(0, NOISE_TICKS),
});
