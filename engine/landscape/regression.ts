import { emptySlots, type OptimizerId, optimizerRule } from '@/engine/dense/optimizers';
import { createRandom, type Random } from '@/engine/random';
import type { PathPoint } from './descent';
import { LOST } from './descent';
import type { Landscape, Pair } from './landscapes';

/**
 * A line y = a + b x to be fitted to points: the smallest model that really learns, with two weights, so that its loss is
 * a landscape that can be drawn.
 */
export interface Regression {
  xs: readonly number[];
  ys: readonly number[];
}

/** Half the side of the square of weights that is shown, and where paths begin. */
const HALF = 2.5;
const START: Pair = { a: -2, b: 1.7 };

/** Points around a line whose height and slope are drawn too. */
export function dealRegression(random: Random, count: number, scatter: number): Regression {
  const a = 0.4 + 0.8 * random.uniform();
  const b = -(0.3 + 0.9 * random.uniform());
  const xs = Array.from({ length: count }, () => 2.4 * random.uniform() - 1.2);
  return { xs, ys: xs.map((x) => a + b * x + scatter * random.normal()) };
}

function mean(count: number, of: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += of(i);
  return sum / count;
}

/** The mean loss of some examples' squared errors, and its slope: L = mean (a + b x − y)², ∂L/∂a = mean 2 e, ∂L/∂b = mean 2 e x. */
export function slopeOn({ xs, ys }: Regression, rows: readonly number[], { a, b }: Pair): Pair {
  const error = (i: number) => a + b * xs[rows[i]!]! - ys[rows[i]!]!;
  return {
    a: mean(rows.length, (i) => 2 * error(i)),
    b: mean(rows.length, (i) => 2 * error(i) * xs[rows[i]!]!),
  };
}

/** The loss over all examples as a landscape over the two weights. */
export function regressionLandscape(regression: Regression): Landscape {
  const { xs, ys } = regression;
  const count = xs.length;
  const all = xs.map((_, i) => i);
  // Least squares in closed form: the covariance by the variance.
  const mx = mean(count, (i) => xs[i]!);
  const my = mean(count, (i) => ys[i]!);
  const b =
    mean(count, (i) => (xs[i]! - mx) * (ys[i]! - my)) / mean(count, (i) => (xs[i]! - mx) * (xs[i]! - mx));
  return {
    of: (wa, wb) => mean(count, (i) => (wa + wb * xs[i]! - ys[i]!) ** 2),
    slope: (wa, wb) => slopeOn(regression, all, { a: wa, b: wb }),
    start: START,
    lowest: { a: my - b * mx, b },
    half: HALF,
  };
}

export interface ExampleSettings {
  optimizer: OptimizerId;
  learningRate: number;
  /** Examples a step; all of them or more: the whole set. */
  batch: number;
  start?: Pair;
}

/** A place on the way, and what the step from it looks at. */
export interface ExamplePoint extends PathPoint {
  /** Examples that the next step uses, by number; empty after the last. */
  rows: readonly number[];
  /** Examples looked at so far, counted each time. */
  seen: number;
}

/**
 * Stochastic gradient descent as training does it: each epoch takes all examples once in an order of its own, so many a step. The
 * path wanders because a few examples see another slope than all do, and for no other reason.
 */
export function* descendExamples(
  regression: Regression,
  { optimizer, learningRate, batch, start = START }: ExampleSettings,
  seed: number,
): Generator<ExamplePoint, void> {
  const landscape = regressionLandscape(regression);
  const count = regression.xs.length;
  const place = Float64Array.of(start.a, start.b);
  const gradient = new Float64Array(2);
  const slots = emptySlots(optimizer, 2);
  let order: number[] = [];
  let at = 0;
  let seen = 0;
  for (let step = 0, epoch = 0; ; step++) {
    const [a, b] = place as unknown as [number, number];
    const loss = landscape.of(a, b);
    const near = Math.abs(a) < LOST * landscape.half && Math.abs(b) < LOST * landscape.half;
    if (!near || !Number.isFinite(loss)) {
      yield { a, b, step, loss, slope: null, diverged: true, rows: [], seen };
      return;
    }
    if (at >= order.length) {
      order = regression.xs.map((_, i) => i);
      if (batch < count) createRandom(seed, epoch).shuffle(order);
      epoch++;
      at = 0;
    }
    const rows = order.slice(at, at + batch);
    at += batch;
    const slope = slopeOn(regression, rows, { a, b });
    yield { a, b, step, loss, slope, diverged: false, rows, seen };
    seen += rows.length;
    gradient[0] = slope.a;
    gradient[1] = slope.b;
    optimizerRule(optimizer).update(place, gradient, slots, learningRate, step + 1);
  }
}
