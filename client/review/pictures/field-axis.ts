import { ticks } from 'd3-array';

/** Where the values of a field lie along an axis, 0 to 1. */
export interface FieldAxis {
  /** Null: the value is not known. */
  place(value: number | string | null): number | null;
  /** Values that are written at the axis, with their places, from 0 to 1. */
  ticks: { value: number | string; place: number }[];
  logarithmic: boolean;
  /** Few different values, each of which is written. */
  few: boolean;
}

/** From one end to the other by so many times, all above zero: equal ratios take equal room. */
const LOGARITHMIC_FROM = 30;
/** So few different numbers are written one by one. */
const MOST_WRITTEN = 6;
/** The same of words. */
const MOST_WORDS = 12;

/** An axis for numbers: linear, or logarithmic where they span more than the eye could part; all at the middle where there is one value. */
export function numberAxis(values: readonly (number | null)[]): FieldAxis {
  const known = [...new Set(values.filter((value) => value !== null))].sort((a, b) => a - b);
  const [low = 0, high = 0] = [known[0], known.at(-1)];
  const logarithmic = low > 0 && high / low >= LOGARITHMIC_FROM;
  const there = logarithmic ? Math.log : (value: number) => value;
  const place = (value: number | string | null) => {
    if (typeof value !== 'number') return null;
    return high === low ? 0.5 : (there(value) - there(low)) / (there(high) - there(low));
  };
  const few = known.length <= MOST_WRITTEN;
  const written = few ? known : logarithmic ? powersOfTen(low, high) : ticks(low, high, 5);
  return { place, logarithmic, few, ticks: written.map((value) => ({ value, place: place(value)! })) };
}

/** Those between two numbers above zero; there is one at least in each thirtyfold. */
function powersOfTen(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
}

/** An axis for words, in their order, evenly; one word lies in the middle. */
export function wordAxis(words: readonly string[]): FieldAxis {
  const places = new Map(
    words.map((word, index) => [word, words.length === 1 ? 0.5 : index / (words.length - 1)]),
  );
  return {
    logarithmic: false,
    few: words.length <= MOST_WORDS,
    place: (value) => (value === null ? null : (places.get(String(value)) ?? null)),
    ticks: words.map((value) => ({ value, place: places.get(value)! })),
  };
}
