import { halfWidth } from '@/base/wilson';

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
  return halfWidth(share, examples) * Math.sqrt(1 - examples / all);
}
