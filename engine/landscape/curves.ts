import type { Random } from '@/engine/random';

/** A loss over one weight: lesson 7's curve. */
export interface Curve {
  /** Loss at w. */
  of(w: number): number;
  /** Its derivative. */
  slope(w: number): number;
  /** Part of the axis that is shown. */
  range: readonly [number, number];
  formula: string;
}

/** Curves by name. A seed moves and bends them a little; without one they are as written. */
export const CURVES = {
  /** One valley. Gradient descent diverges from a learning rate of 2 / c on (c = 1: 2). */
  parabola: (random?: Random): Curve => {
    const centre = random ? random.uniform() * 2 - 1 : 0;
    const c = random ? 0.6 + random.uniform() : 1;
    return {
      of: (w) => (c / 2) * (w - centre) ** 2,
      slope: (w) => c * (w - centre),
      range: [-4, 4],
      formula: 'L = c/2 · (w − m)²',
    };
  },
  /** Two valleys, one deeper: which one is reached depends on the start and on the rate. */
  'two-valleys': (random?: Random): Curve => {
    const tilt = random ? 0.15 + 0.25 * random.uniform() : 0.3;
    const side = random && random.int(2) === 0 ? -1 : 1;
    return {
      of: (w) => (w * w - 1) ** 2 + side * tilt * w + 1,
      slope: (w) => 4 * w * (w * w - 1) + side * tilt,
      range: [-1.8, 1.8],
      formula: 'L = (w² − 1)² + k·w + 1',
    };
  },
  /** Nearly flat on the left, where small rates get nowhere. */
  plateau: (random?: Random): Curve => {
    const bend = random ? 1.5 + random.uniform() : 2;
    return {
      of: (w) => 1 / (1 + Math.exp(bend * w)) + 0.05 * Math.max(0, w) ** 2,
      slope: (w) => {
        const y = 1 / (1 + Math.exp(bend * w));
        return -bend * y * (1 - y) + 0.1 * Math.max(0, w);
      },
      range: [-5, 5],
      formula: 'L = σ(−k·w) + 0.05 · max(0, w)²',
    };
  },
} as const satisfies Record<string, (random?: Random) => Curve>;

export type CurveId = keyof typeof CURVES;
