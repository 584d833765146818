import { keptInOrder } from './moved-up';

/**
 * An order nearer to the wanted one: at most so many of those that are out of order are put in their place, the foremost of the wanted order first; the
 * others wait where they stand.
 * @param shown the same ids as in `wanted`
 */
export function nearerOrder(
  shown: readonly string[],
  wanted: readonly string[],
  mostMoves: number,
): readonly string[] {
  const kept = keptInOrder(shown, wanted);
  const out = wanted.filter((id) => !kept.has(id));
  if (out.length <= mostMoves) return wanted;
  const moved = new Set(out.slice(0, mostMoves));
  const order = shown.filter((id) => !moved.has(id));
  let inPlace: string | null = null;
  for (const id of wanted) {
    if (moved.has(id)) order.splice(inPlace === null ? 0 : order.indexOf(inPlace) + 1, 0, id);
    if (moved.has(id) || kept.has(id)) inPlace = id;
  }
  return order;
}
