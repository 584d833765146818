/** A line through the axes of a picture, as far as its values are known. */
export interface AxisLine {
  /** By axis, CSS pixels from the top; null: not known. */
  heights: readonly (number | null)[];
}

/**
 * The line that lies nearest above or below a place.
 * @param across CSS pixels of the axes from the left, rising
 * @param reach CSS pixels from the place at most
 * @returns its index; null: none is as near
 */
export function axisLineAt(
  lines: readonly AxisLine[],
  across: readonly number[],
  { x, y }: { x: number; y: number },
  reach: number,
): number | null {
  const after = across.findIndex((axis) => axis >= x);
  if (after < 0) return null;
  const before = across[after] === x ? after : after - 1;
  if (before < 0) return null;
  const [from, to] = [across[before]!, across[after]!];
  const part = to === from ? 0 : (x - from) / (to - from);
  let nearest: number | null = null;
  let least = reach;
  for (const [index, { heights }] of lines.entries()) {
    const [one, other] = [heights[before] ?? null, heights[after] ?? null];
    if (one === null || other === null) continue;
    const away = Math.abs(one + part * (other - one) - y);
    if (away > least) continue;
    least = away;
    nearest = index;
  }
  return nearest;
}
