/** A logarithmic axis: values from `from` to `to` on pixels from `start` to `end`. */
export interface LogScale {
  from: number;
  to: number;
  start: number;
  end: number;
}

/** Where a value stands; outside the axis at its end. */
export function placeOf({ from, to, start, end }: LogScale, value: number): number {
  const share = Math.log(value / from) / Math.log(to / from);
  return start + Math.min(1, Math.max(0, share)) * (end - start);
}

/** Powers of ten within the axis. */
export function decadesOf({ from, to }: Pick<LogScale, 'from' | 'to'>): number[] {
  const first = Math.ceil(Math.log10(from) - 1e-9);
  const last = Math.floor(Math.log10(to) + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => 10 ** (first + i));
}

/** Whole powers of ten around all values and what must be in sight anyway. */
export function decadesAround(values: readonly number[], always: readonly number[]): [number, number] {
  const all = [...values, ...always].filter((value) => value > 0 && Number.isFinite(value));
  if (all.length === 0) return [0.1, 10];
  const from = 10 ** Math.floor(Math.log10(Math.min(...all)) + 1e-9);
  const to = 10 ** Math.ceil(Math.log10(Math.max(...all)) - 1e-9);
  return [from, to > from ? to : from * 10];
}

/** Moves names that would stand on each other apart, as little as it takes, and keeps them inside. */
export function apart(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const places = [...wanted];
  let before = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    places[i] = Math.max(top, places[i]!, before + gap);
    before = places[i]!;
  }
  let after = Number.POSITIVE_INFINITY;
  for (const i of order.toReversed()) {
    places[i] = Math.min(places[i]!, bottom, after - gap);
    after = places[i]!;
  }
  return places;
}
