/** The same to float32's precision, with room for sums in another order. */
export function near(got: ArrayLike<number>, wanted: ArrayLike<number>, tolerance: number): boolean {
  for (let i = 0; i < wanted.length; i++) {
    // Written so that NaN is not near.
    if (!(Math.abs(got[i]! - wanted[i]!) <= tolerance * Math.max(1, Math.abs(wanted[i]!)))) return false;
  }
  return true;
}
