/** Three values that part others into quarters. */
export interface Quartiles {
  low: number;
  middle: number;
  high: number;
}

/** Quartiles by linear interpolation between the two values around each (type 7 of Hyndman and Fan, 1996). NaN of none. */
export function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? Number.NaN;
    return below + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - below);
  };
  return { low: at(0.25), middle: at(0.5), high: at(0.75) };
}
