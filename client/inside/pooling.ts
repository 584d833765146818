/** Where a place of a map lies in the map of half its side; null: a last row or column that has no pair. @param side of the map */
export function pooledPlace(spot: number, side: number): number | null {
  const half = Math.floor(side / 2);
  const [row, column] = [Math.floor(spot / side / 2), Math.floor((spot % side) / 2)];
  return row < half && column < half ? row * half + column : null;
}

/** The 2×2 of which a place of a map is one; null: it has no pair. */
export function fourAround(spot: number, side: number): number[] | null {
  if (pooledPlace(spot, side) === null) return null;
  const first = 2 * Math.floor(spot / side / 2) * side + 2 * Math.floor((spot % side) / 2);
  return [first, first + 1, first + side, first + side + 1];
}
