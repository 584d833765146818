/** 95 % of a normal distribution lie within so many standard deviations. */
const Z = 1.96;

/**
 * Between which shares the true one lies with 95 %, where `right` of `count` were seen: Wilson's score interval (1927), which stays within
 * 0 and 1 and is honest for few.
 */
export function shareInterval(right: number, count: number): readonly [low: number, high: number] {
  if (count === 0) return [0, 1];
  const share = right / count;
  const scale = 1 + Z ** 2 / count;
  const middle = (share + Z ** 2 / (2 * count)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
