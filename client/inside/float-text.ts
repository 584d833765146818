/** A float32 in as few digits as bring it back: what the computer keeps, without the digits that float64 adds. */
export function floatText(value: number): string {
  const kept = Math.fround(value);
  if (!Number.isFinite(kept)) return Number.isNaN(kept) ? 'NaN' : kept > 0 ? '∞' : '−∞';
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(kept.toPrecision(digits));
    if (Math.fround(short) === kept) return withMinus(short);
  }
  return withMinus(Number(kept.toPrecision(9)));
}

const withMinus = (value: number) => String(value + 0).replace(/-/g, '−');
