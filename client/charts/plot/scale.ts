/** An axis: from a value to its place in the picture. */
export interface Scale {
  /** NaN for what is no number. */
  (value: number): number;
  /** The value at a place, also beyond the ends. */
  invert(place: number): number;
  /** The values at both ends. */
  readonly domain: readonly [from: number, to: number];
}

/**
 * Equal steps of the value, or equal ratios where it is logarithmic, take equal room.
 * @param held values beyond an end stand at it
 */
export function scaleBetween(
  domain: readonly [from: number, to: number],
  [first, last]: readonly [place: number, place: number],
  { logarithmic = false, held = false }: { logarithmic?: boolean; held?: boolean } = {},
): Scale {
  const [there, back] = logarithmic ? [Math.log, Math.exp] : [same, same];
  const [low, high] = [there(domain[0]), there(domain[1])];
  const place = (value: number) => {
    const inside = held ? Math.min(domain[1], Math.max(domain[0], value)) : value;
    return first + ((there(inside) - low) / (high - low)) * (last - first);
  };
  const invert = (at: number) => back(low + ((at - first) / (last - first)) * (high - low));
  return Object.assign(place, { invert, domain });
}

const same = (value: number) => value;
