/** More than this no axis is that fine. */
const MOST = 4;

/** The least decimals with which every one of an axis's values is written as it is: 0, 0.25, 0.5 want two, each of them. */
export function tickDecimals(values: readonly number[]): number {
  for (let decimals = 0; decimals < MOST; decimals++) {
    const scale = 10 ** decimals;
    if (values.every((value) => Math.abs(value * scale - Math.round(value * scale)) < 1e-6)) return decimals;
  }
  return MOST;
}
