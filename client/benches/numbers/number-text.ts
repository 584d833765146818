const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** A small number as it is written on paper: at most two decimals, none that are not needed, a real minus sign. */
export function writeNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100 + 0;
  return String(rounded).replace('-', '−');
}

/** As `writeNumber`, always with a sign: for changes. */
export function writeChange(value: number): string {
  return value > 0 ? `+${writeNumber(value)}` : value === 0 ? '±0' : writeNumber(value);
}

/** A name with its number below the line: x₁, w₂. `index` counts from 0. */
export function numbered(letter: string, index: number): string {
  return `${letter}${SUBSCRIPTS[index + 1] ?? index + 1}`;
}

/** A number with so many decimals, with a real minus sign; one that rounds to nothing carries none. */
export function writeFixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}
