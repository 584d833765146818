/**
 * The most that follow each other in one order as in the other (a longest increasing subsequence, by patience sorting): where all others are
 * moved, the new order is there. Who is in one order alone is not among them.
 */
export function keptInOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((id, index) => [id, index]));
  const both = after.filter((id) => place.has(id));
  const kept = longestRise(both.map((id) => place.get(id)!));
  return new Set(both.filter((_, index) => kept.has(index)));
}

/**
 * Who has moved up from one order to another: not all who stand higher because one above them has fallen, but those who have passed
 * somebody: who is not kept in order, and stands higher among those who are in both orders.
 */
export function movedUp(before: readonly string[], after: readonly string[]): Set<string> {
  const isAfter = new Set(after);
  const place = new Map(before.filter((id) => isAfter.has(id)).map((id, index) => [id, index]));
  const kept = keptInOrder(before, after);
  const both = after.filter((id) => place.has(id));
  return new Set(both.filter((id, index) => !kept.has(id) && index < place.get(id)!));
}

/** Indices of a longest increasing subsequence of values that are all different. */
function longestRise(values: readonly number[]): Set<number> {
  /** At `length - 1`: index of the least value that ends a rise of that length. */
  const ends: number[] = [];
  const previous = values.map(() => -1);
  values.forEach((value, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : ends[low - 1]!;
    ends[low] = index;
  });
  const rise = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) rise.add(index);
  return rise;
}
