/** Whole powers of ten around all values and what must be in sight anyway. */
export function decadesAround(values: readonly number[], always: readonly number[]): [number, number] {
  const all = [...values, ...always].filter((value) => value > 0 && Number.isFinite(value));
  if (all.length === 0) return [0.1, 10];
  const from = 10 ** Math.floor(Math.log10(Math.min(...all)) + 1e-9);
  const to = 10 ** Math.ceil(Math.log10(Math.max(...all)) - 1e-9);
  return [from, to > from ? to : from * 10];
}
