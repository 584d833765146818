/** The ink of a picture between its pixels, at column `x` and row `y`: weighed by how near the four around it are; paper outside. */
export function inkBetween(picture: Uint8Array, side: number, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const fx = x - left;
  const fy = y - top;
  const at = top * side + left;
  const whole = left >= 0 && top >= 0 && left < side - 1 && top < side - 1;
  const upperLeft = whole ? picture[at]! : inkAt(picture, side, left, top);
  const upperRight = whole ? picture[at + 1]! : inkAt(picture, side, left + 1, top);
  const lowerLeft = whole ? picture[at + side]! : inkAt(picture, side, left, top + 1);
  const lowerRight = whole ? picture[at + side + 1]! : inkAt(picture, side, left + 1, top + 1);
  const upper = upperLeft * (1 - fx) + upperRight * fx;
  const lower = lowerLeft * (1 - fx) + lowerRight * fx;
  return upper * (1 - fy) + lower * fy;
}

function inkAt(picture: Uint8Array, side: number, x: number, y: number): number {
  return x < 0 || y < 0 || x >= side || y >= side ? 0 : picture[y * side + x]!;
}
