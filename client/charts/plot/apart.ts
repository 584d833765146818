/** Moves names that would stand on each other apart, as little as it takes, and keeps them inside. */
export function apart(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const places = [...wanted];
  let before = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    places[i] = Math.max(top, places[i]!, before + gap);
    before = places[i]!;
  }
  let after = Number.POSITIVE_INFINITY;
  for (const i of order.toReversed()) {
    places[i] = Math.min(places[i]!, bottom, after - gap);
    after = places[i]!;
  }
  return places;
}
