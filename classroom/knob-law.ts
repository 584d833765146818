import type { KnobLaw } from '@/protocol/knob-views';

/** Networks, and different values among them, from which a line may be drawn. */
const LEAST_POINTS = 6;
const LEAST_VALUES = 4;

/** 97.5 % quantiles of Student's t for 1, 2, 3, … degrees of freedom (Fisher and Yates's table); beyond them that of the next lower row. */
const T_QUANTILES: readonly (readonly [degrees: number, quantile: number])[] = [
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [5, 2.571],
  [6, 2.447],
  [8, 2.306],
  [10, 2.228],
  [15, 2.131],
  [20, 2.086],
  [30, 2.042],
  [60, 2.0],
];

/** A network's value and the share of pictures that it has wrong, both above 0. */
export interface ValueAndError {
  value: number;
  error: number;
}

/**
 * The power law that goes through the points best: the least squares' line through the logarithms of value and error, and the prediction interval of one new
 * result at another value (Draper and Smith, Applied Regression Analysis, 1.4). Null: there are too few points for a line. Holds as far as errors
 * scatter alike around a line; a bent curve is foretold too high or too low.
 */
export function lawOf(points: readonly ValueAndError[], next: number): KnobLaw | null {
  const usable = points.filter(({ value, error }) => value > 0 && error > 0);
  const count = usable.length;
  if (count < LEAST_POINTS || new Set(usable.map(({ value }) => value)).size < LEAST_VALUES) return null;
  const x = usable.map(({ value }) => Math.log(value));
  const y = usable.map(({ error }) => Math.log(error));
  const meanX = mean(x);
  const meanY = mean(y);
  const spreadX = sum(x.map((one) => (one - meanX) ** 2));
  const slope = sum(x.map((one, i) => (one - meanX) * (y[i]! - meanY))) / spreadX;
  const start = meanY - slope * meanX;
  const rest = sum(x.map((one, i) => (y[i]! - start - slope * one) ** 2)) / (count - 2);
  const at = Math.log(next);
  const middle = start + slope * at;
  const wide = tQuantile(count - 2) * Math.sqrt(rest * (1 + 1 / count + (at - meanX) ** 2 / spreadX));
  return {
    slope,
    start: Math.exp(start),
    next: {
      value: next,
      error: Math.exp(middle),
      low: Math.exp(middle - wide),
      high: Math.min(1, Math.exp(middle + wide)),
    },
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length;
const tQuantile = (degrees: number) => T_QUANTILES.findLast(([row]) => row <= degrees)![1];
