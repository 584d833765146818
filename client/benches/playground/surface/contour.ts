/**
 * The line along which a picture has a value (marching squares): pieces from place to place, in cells, where a cell's centre
 * is at whole numbers. x to the right, y down.
 * Source: Lorensen and Cline, "Marching Cubes", SIGGRAPH 1987, in two dimensions.
 * @returns x and y of both ends of every piece: four numbers each
 */
export function contour(values: Float32Array, size: number, level: number): number[] {
  const pieces: number[] = [];
  const cross = (a: number, b: number) => (level - a) / (b - a);
  for (let y = 0; y < size - 1; y++) {
    for (let x = 0; x < size - 1; x++) {
      const at = y * size + x;
      const nw = values[at]!;
      const ne = values[at + 1]!;
      const sw = values[at + size]!;
      const se = values[at + size + 1]!;
      const mask =
        (nw >= level ? 1 : 0) | (ne >= level ? 2 : 0) | (se >= level ? 4 : 0) | (sw >= level ? 8 : 0);
      if (mask === 0 || mask === 15) continue;
      const ends: number[] = [];
      if (nw >= level !== ne >= level) ends.push(x + cross(nw, ne), y);
      if (ne >= level !== se >= level) ends.push(x + 1, y + cross(ne, se));
      if (sw >= level !== se >= level) ends.push(x + cross(sw, se), y + 1);
      if (nw >= level !== sw >= level) ends.push(x, y + cross(nw, sw));
      if (ends.length === 4) pieces.push(...ends);
      // A saddle: which corners belong together, the mean of the four decides.
      else if (nw + ne + sw + se >= 4 * level === nw >= level) {
        pieces.push(ends[0]!, ends[1]!, ends[2]!, ends[3]!, ends[4]!, ends[5]!, ends[6]!, ends[7]!);
      } else pieces.push(ends[0]!, ends[1]!, ends[6]!, ends[7]!, ends[2]!, ends[3]!, ends[4]!, ends[5]!);
    }
  }
  return pieces;
}
