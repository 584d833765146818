import { number, type Shape } from '@/base/shape';

/** Learning rates on a slider: as many steps from 0.01 to 0.1 as from 0.1 to 1. */
export interface RateRange {
  least: number;
  most: number;
}

/** Places of the slider in each tenfold. */
const PER_DECADE = 50;

export function positionOf(rate: number): number {
  return Math.round(PER_DECADE * Math.log10(rate));
}

/** The rate at a place of the slider: two digits that count, held to the range. */
export function rateOf(position: number, { least, most }: RateRange): number {
  const rate = Number((10 ** (position / PER_DECADE)).toPrecision(2));
  return Math.min(most, Math.max(least, rate));
}

/** As short as it can be: 0.1, 0.025, 1.5. */
export function writeRate(rate: number): string {
  return String(Number(rate.toPrecision(4)));
}

/** A kept rate in the range. */
export function rateShape({ least, most }: RateRange): Shape<number> {
  return number(least, most);
}
