import type { Random } from '@/engine/random';

/** A place, or a slope by each of the two weights. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/** A loss over two weights. */
export interface Landscape {
  /** Loss at (a, b). */
  of(a: number, b: number): number;
  /** (∂L/∂a, ∂L/∂b) */
  slope(a: number, b: number): Pair;
  /** Where paths begin. */
  start: Pair;
  /** The lowest place. */
  lowest: Pair;
  /** Another place that is exactly as low. */
  twin?: Pair;
  /** Half the side of the square that is shown, around (0, 0). */
  half: number;
}

/** Turns a landscape about its middle, so that no valley lies along an axis: there momentum and Adam would have it too easy. */
function turned(inner: Landscape, cos: number, sin: number): Landscape {
  const into = (a: number, b: number): Pair => ({ a: cos * a + sin * b, b: -sin * a + cos * b });
  const back = ({ a, b }: Pair): Pair => ({ a: cos * a - sin * b, b: sin * a + cos * b });
  return {
    ...inner,
    of(a, b) {
      const place = into(a, b);
      return inner.of(place.a, place.b);
    },
    slope(a, b) {
      const place = into(a, b);
      return back(inner.slope(place.a, place.b));
    },
    start: back(inner.start),
    lowest: back(inner.lowest),
    ...(inner.twin && { twin: back(inner.twin) }),
  };
}

/** ½ (p a² + q b²), moved to a middle. */
function quadratic(p: number, q: number, start: Pair): Landscape {
  return {
    of: (a, b) => (p * a * a + q * b * b) / 2,
    slope: (a, b) => ({ a: p * a, b: q * b }),
    start,
    lowest: { a: 0, b: 0 },
    half: 4,
  };
}

/** Landscapes by name, as written; `dealLandscape` turns them by a seed. A new one is one more row. */
export const LANDSCAPES = {
  /** Round: every direction is as steep. */
  bowl: quadratic(1, 1, { a: -3, b: 2 }),
  /** Twenty times as steep across as along: plain descent jumps from wall to wall. */
  'narrow-valley': quadratic(0.5, 10, { a: -3, b: 1 }),
  /** Two valleys, one deeper; the near one is the shallow one. */
  'two-valleys': {
    of: (a, b) => ((a * a - 2) * (a * a - 2)) / 4 - 0.3 * a + (b * b) / 2 + 1,
    slope: (a, b) => ({ a: a * (a * a - 2) - 0.3, b }),
    start: { a: -2.2, b: 1.5 },
    // The largest root of a³ − 2a = 0.3.
    lowest: { a: 1.4836, b: 0 },
    half: 3,
  },
  /** Flat in the middle between two ways down: descent slows beside the saddle at (0, 0). */
  saddle: {
    of: (a, b) => (a * a) / 2 - (b * b) / 2 + (b * b * b * b) / 16 + 1,
    slope: (a, b) => ({ a, b: -b + (b * b * b) / 4 }),
    start: { a: -2.5, b: 0.01 },
    lowest: { a: 0, b: 2 },
    twin: { a: 0, b: -2 },
    half: 3.2,
  },
  /** A hole in a plain: far away there is hardly a slope. */
  plateau: {
    of: (a, b) => 1 - Math.exp(-(a * a + b * b) / 3),
    slope: (a, b) => {
      const factor = (2 / 3) * Math.exp(-(a * a + b * b) / 3);
      return { a: factor * a, b: factor * b };
    },
    start: { a: -2.6, b: 1.8 },
    lowest: { a: 0, b: 0 },
    half: 4,
  },
} as const satisfies Record<string, Landscape>;

export type LandscapeId = keyof typeof LANDSCAPES;
export const LANDSCAPE_IDS = Object.keys(LANDSCAPES) as LandscapeId[];

/** A landscape turned by a random angle and mirrored or not: the same task for everybody, but not the same answer. */
export function dealLandscape(id: LandscapeId, random: Random): Landscape {
  // A direction by rejection in the disc: exact operations only, so that all devices deal the same.
  let x = 0;
  let y = 0;
  let length = 0;
  do {
    x = random.uniform() * 2 - 1;
    y = random.uniform() * 2 - 1;
    length = Math.sqrt(x * x + y * y);
  } while (length < 0.1 || length > 1);
  return turned(LANDSCAPES[id], x / length, y / length);
}

/** The same landscape, so many times as high: a rate has the effect that `factor` times the rate had before. */
export function steeper(inner: Landscape, factor: number): Landscape {
  return {
    ...inner,
    of: (a, b) => factor * inner.of(a, b),
    slope(a, b) {
      const slope = inner.slope(a, b);
      return { a: factor * slope.a, b: factor * slope.b };
    },
  };
}

/** The same landscape with paths that begin elsewhere. */
export function startingAt(inner: Landscape, start: Pair): Landscape {
  return { ...inner, start };
}

/**
 * The loss at every cell's centre of a square grid, row by row from the top: for drawing.
 * @param size cells along each side
 */
export function landscapeGrid(landscape: Landscape, size: number): Float32Array<ArrayBuffer> {
  const step = (2 * landscape.half) / size;
  return Float32Array.from({ length: size * size }, (_, cell) =>
    landscape.of(
      -landscape.half + ((cell % size) + 0.5) * step,
      landscape.half - (Math.floor(cell / size) + 0.5) * step,
    ),
  );
}
