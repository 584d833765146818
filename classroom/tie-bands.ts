import type { BitSet } from '@/base/bit-set';
import type { SharedPlace } from '@/protocol/shared-place';
import { canBeToldApart } from './told-apart';

/**
 * Places that say no more than the pictures do. The first opens a band, and those that follow belong to it as long as they cannot be told from
 * that first one; the next opens another. (Comparing neighbours would chain the best and the worst of a large class into one band.)
 * @param rights best first: the pictures that each has right; null: not known, which has no such place and ends a band
 */
export function tieBands(rights: readonly (BitSet | null)[]): (SharedPlace | null)[] {
  const bands: (SharedPlace | null)[] = [];
  for (let first = 0; first < rights.length; ) {
    const anchor = rights[first]!;
    let next = first + 1;
    if (anchor !== null)
      while (next < rights.length && rights[next] && !canBeToldApart(anchor, rights[next]!)) next += 1;
    const place = anchor === null ? null : { first: first + 1, last: next };
    for (; first < next; first += 1) bands.push(place);
  }
  return bands;
}
