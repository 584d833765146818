/**
 * Background of a cell: blue on the diagonal, orange off it, by the cell's share of its row. Up to a half the tint stays
 * light enough for ink on it, above it is strong enough for paper on it: the numbers are readable throughout.
 */
export function cellShade(
  count: number,
  ofRow: number,
  right: boolean,
): { background: string; dark: boolean } {
  const share = ofRow > 0 ? count / ofRow : 0;
  const token = right ? 'positive' : 'negative';
  const dark = share > 0.5;
  // Square root below: a few wrong ones among two hundred must be seen.
  const percent = dark ? 90 + 20 * (share - 0.5) : 45 * Math.sqrt(2 * share);
  return {
    background:
      count === 0
        ? 'var(--surface-sunken)'
        : `color-mix(in srgb, var(--${token}) ${percent.toFixed(0)}%, var(--surface-raised))`,
    dark,
  };
}

/** Where a key leads in a square grid of cells, or null for a key that does not move. */
export function moveInGrid(
  [row, column]: [number, number],
  key: string,
  size: number,
): [number, number] | null {
  const clamp = (index: number) => Math.min(size - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowUp':
      return [clamp(row - 1), column];
    case 'ArrowDown':
      return [clamp(row + 1), column];
    case 'ArrowLeft':
      return [row, clamp(column - 1)];
    case 'ArrowRight':
      return [row, clamp(column + 1)];
    case 'Home':
      return [row, 0];
    case 'End':
      return [row, size - 1];
    default:
      return null;
  }
}

/** The commonest confusion: which label was most often taken for which other one; null where none was. */
export function commonestConfusion(
  counts: readonly (readonly number[])[],
): { label: number; answer: number; count: number } | null {
  let worst: { label: number; answer: number; count: number } | null = null;
  counts.forEach((row, label) => {
    row.forEach((count, answer) => {
      if (label !== answer && count > (worst?.count ?? 0)) worst = { label, answer, count };
    });
  });
  return worst;
}
