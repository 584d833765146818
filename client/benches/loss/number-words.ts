/** A number with so many decimals, with a real minus sign; one that rounds to nothing carries none. */
export function writeFixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/**
 * What somebody typed as a number, or null: full-width digits, a comma for the point and any kind of minus are understood. Held to
 * the range.
 */
export function readExact(text: string, least: number, most: number): number | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[−–—ー‐]/g, '-')
    .replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  return Math.min(most, Math.max(least, Number(plain))) + 0;
}
