/** Of 20 such intervals, 19 hold what they are about. */
const Z = 1.96;

/**
 * How far a share that was measured on some of the validation pictures may lie from that of all, to either side: half of
 * Wilson's interval, narrower since the pictures are part of those that they stand for. Null where all were measured, or
 * where it is not known on how many.
 * @param all validation pictures that there are
 */
export function partInterval(
  share: number | null,
  examples: number | null | undefined,
  all: number,
): number | null {
  if (share === null || examples == null || examples >= all) return null;
  const spread = Math.sqrt((share * (1 - share)) / examples + Z ** 2 / (4 * examples ** 2));
  return ((Z * spread) / (1 + Z ** 2 / examples)) * Math.sqrt(1 - examples / all);
}
