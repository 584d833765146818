import type { BitSet } from '@/base/bit-set';
import type { SharedPlace } from '@/protocol/shared-place';
import { canBeToldApart } from './told-apart';

/**
 * Places that say no more than the pictures do. The first opens a band, and those that follow belong to it as long as they cannot be told from
 * that first one; the next opens another. (Comparing neighbours would chain the best and the worst of a large class into one band.)
 * @param rights best first: the pictures that each has right; null: not known, which has no such place and ends a band
 */
export function tieBands(rights: readonly (BitSet | null)[]): (SharedPlace | null)[] {
  return bandsOf(rights, canBeToldApart);
}

/** The same of whatever can be told apart. @param told best first */
export function bandsOf<One>(
  told: readonly (One | null)[],
  isApart: (first: One, other: One) => boolean,
): (SharedPlace | null)[] {
  const bands: (SharedPlace | null)[] = [];
  for (let first = 0; first < told.length; ) {
    const anchor = told[first]!;
    let next = first + 1;
    if (anchor !== null) while (next < told.length && told[next] && !isApart(anchor, told[next]!)) next += 1;
    const place = anchor === null ? null : { first: first + 1, last: next };
    for (; first < next; first += 1) bands.push(place);
  }
  return bands;
}
