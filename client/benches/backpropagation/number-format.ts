/** How a number of the network is written: decimals fit its kind, a real minus sign, no minus before 0. */
export function writeValue(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−');
}

/** A given number: as few decimals as it has, at most two. */
export function writeGiven(value: number): string {
  return String(Math.round(value * 100) / 100 + 0).replace('-', '−');
}

/** Decimals of numbers calculated forward and of slopes: as many, so that what is multiplied bears the digits of the product. */
export const FORWARD_DECIMALS = 4;
export const SLOPE_DECIMALS = 4;
