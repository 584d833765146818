import type { BitSet } from '@/base/bit-set';

/**
 * What a team has right, picture by picture: the mean over its members, of whom those who have handed nothing in have each picture right as often as
 * somebody who guesses.
 */
export interface TeamRights {
  /** Of each member who has handed in the pictures that count for it; all of the same length. */
  rights: readonly BitSet[];
  missing: number;
  /** The share of right guesses. */
  chance: number;
}

/** How two teams differ on the same pictures. */
export interface TeamDifference {
  /** Of all pictures together, in pictures: above 0 where the first has more. */
  by: number;
  squares: number;
  /** The least by which it could be another. */
  step: number;
}

/** Two teams that are as good as each other are told apart by mistake at most about once in twenty times. */
const QUANTILE = 1.959964;

const sizeOf = ({ rights, missing }: TeamRights) => rights.length + missing;

/** The share of its members that has a picture right, picture by picture. */
export function meanByPicture(team: TeamRights): Float64Array {
  const { rights, missing, chance } = team;
  const pictures = (rights[0]?.length ?? 0) * 8;
  const counts = new Float64Array(pictures);
  for (const right of rights)
    for (let i = 0; i < pictures; i += 1) counts[i]! += (right[i >> 3]! >> (i & 7)) & 1;
  const size = sizeOf(team);
  return counts.map((count) => (count + missing * chance) / size);
}

/** @param one what meanByPicture has said of it, as of the other */
export function differenceOf(
  one: Float64Array,
  other: Float64Array,
  sizes: readonly [number, number],
): TeamDifference {
  let by = 0;
  let squares = 0;
  for (let i = 0; i < one.length; i += 1) {
    const d = one[i]! - other[i]!;
    by += d;
    squares += d * d;
  }
  return { by, squares, step: 1 / leastCommonMultiple(...sizes) };
}

/**
 * Whether more than luck makes the difference: were both teams as good, each picture could as well speak for the other, which is a sum of signs drawn
 * by lot. Of teams of one it is McNemar's test (classroom/told-apart) in its usual approximation with Edwards' correction.
 * Source: Edwards (1948), "Note on the correction for continuity in testing the significance of the difference between correlated proportions".
 */
export function isMoreThanLuck({ by, squares, step }: TeamDifference): boolean {
  return Math.abs(by) - step > QUANTILE * Math.sqrt(squares);
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
}
