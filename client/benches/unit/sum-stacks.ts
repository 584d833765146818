/** How far the line of sums reaches to both sides: one of a few steps, so that it seldom changes. */
export function lineReach(values: readonly number[]): number {
  const most = Math.max(...values.map(Math.abs));
  return [3.4, 6.8, 13.5, 27].find((reach) => most <= reach) ?? most * 1.1;
}

/** For each sum how many equal ones (to the width of a mark) lie under it: equal sums are stacked, not hidden. */
export function stackSums(sums: readonly number[]): number[] {
  return sums.map((sum, i) => sums.slice(0, i).filter((other) => Math.abs(other - sum) < 0.15).length);
}
