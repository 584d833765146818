import { emptySlots, type OptimizerId, optimizerRule } from '@/engine/dense/optimizers';
import type { Random } from '@/engine/random';
import type { Curve } from './curves';
import type { Landscape, Pair } from './landscapes';

/** From a step on, another learning rate. */
interface RateChange {
  /** Number of the first step that takes it, from 1. */
  step: number;
  learningRate: number;
}

export interface DescentSettings {
  optimizer: OptimizerId;
  learningRate: number;
  /** The rate's changes, in the order of their steps. */
  changes?: readonly RateChange[];
  /**
   * How many of the examples one step looks at: all of them give the true slope; a few give the slope plus an error that shrinks
   * with their square root, as with a mean of so many samples.
   */
  batch: 'full' | number;
  /** Where to begin; the landscape's start when left out. */
  start?: Pair;
}

/** A place on the way. */
export interface PathPoint extends Pair {
  step: number;
  loss: number;
  /** The slope that the next step follows, its error included; null after the last. */
  slope: Pair | null;
  /** So far away, or no number at all, that it will not come back. The path ends here. */
  diverged: boolean;
}

/** Standard deviation of the slope by one single example. */
const ONE_EXAMPLE_ERROR = 1.5;

/** Farther out than so many half sides is lost. */
export const LOST = 25;

/** The learning rate at a step (from 1). */
function rateAt(
  { learningRate, changes = [] }: Pick<DescentSettings, 'learningRate' | 'changes'>,
  step: number,
): number {
  return changes.reduce((rate, change) => (change.step <= step ? change.learningRate : rate), learningRate);
}

/**
 * The way down, point by point from the start; without an end of its own unless it diverges: take as many as are needed.
 * @param random for the errors of small batches
 */
export function* descend(
  landscape: Landscape,
  settings: DescentSettings,
  random: Random,
): Generator<PathPoint, void> {
  const { optimizer, batch, start = landscape.start } = settings;
  const place = Float64Array.of(start.a, start.b);
  const gradient = new Float64Array(2);
  const slots = emptySlots(optimizer, 2);
  const error = batch === 'full' ? 0 : ONE_EXAMPLE_ERROR / Math.sqrt(batch);
  for (let step = 0; ; step++) {
    const [a, b] = place as unknown as [number, number];
    const loss = landscape.of(a, b);
    // Written so that NaN counts as lost too.
    const near = Math.abs(a) < LOST * landscape.half && Math.abs(b) < LOST * landscape.half;
    if (!near || !Number.isFinite(loss)) {
      yield { a, b, step, loss, slope: null, diverged: true };
      return;
    }
    const exact = landscape.slope(a, b);
    const slope =
      error === 0 ? exact : { a: exact.a + error * random.normal(), b: exact.b + error * random.normal() };
    yield { a, b, step, loss, slope, diverged: false };
    gradient[0] = slope.a;
    gradient[1] = slope.b;
    optimizerRule(optimizer).update(place, gradient, slots, rateAt(settings, step + 1), step + 1);
  }
}

/** The same on a curve: `b` stays 0. */
export function descendCurve(
  curve: Curve,
  start: number,
  settings: Omit<DescentSettings, 'start'>,
  random: Random,
): Generator<PathPoint, void> {
  const half = (curve.range[1] - curve.range[0]) / 2;
  const flat: Landscape = {
    of: (a) => curve.of(a),
    slope: (a) => ({ a: curve.slope(a), b: 0 }),
    start: { a: start, b: 0 },
    lowest: { a: 0, b: 0 },
    half,
  };
  return descend(flat, settings, random);
}

/** Close enough to the lowest place to count as there, in parts of the half side. */
export const ARRIVED = 0.05;

/** The lowest places: one, or two that are equally low. */
export function lowestPlaces({ lowest, twin }: Landscape): readonly Pair[] {
  return twin ? [lowest, twin] : [lowest];
}

/** Whether a place lies in the ring around a lowest place. */
export function isThere(landscape: Landscape, { a, b }: Pair): boolean {
  const radius = ARRIVED * landscape.half;
  // Exact operations only: what a server replays is to arrive at the same step as in the browser.
  return lowestPlaces(landscape).some(
    (lowest) => (a - lowest.a) * (a - lowest.a) + (b - lowest.b) * (b - lowest.b) <= radius * radius,
  );
}

/** How a way down ended. */
export type DescentEnd = { outcome: 'arrived' | 'diverged' | 'not-there'; steps: number; loss: number };

/**
 * Walks until the lowest place is reached and not left at once, the path diverges, or the steps are used up: the score of the
 * challenge is the number of steps. Flying through the ring is no arrival: the step after it must lie within, too.
 * @param mostSteps the last step that counts as an arrival
 */
export function walkDown(
  landscape: Landscape,
  settings: DescentSettings,
  random: Random,
  mostSteps: number,
): DescentEnd {
  let last: PathPoint | null = null;
  let wasThere = false;
  for (const point of descend(landscape, settings, random)) {
    if (point.diverged) return { outcome: 'diverged', steps: point.step, loss: point.loss };
    const there = isThere(landscape, point);
    if (there && wasThere && last) return { outcome: 'arrived', steps: last.step, loss: last.loss };
    if (point.step > mostSteps) break;
    wasThere = there;
    last = point;
  }
  return { outcome: 'not-there', steps: mostSteps, loss: last?.loss ?? Number.NaN };
}
