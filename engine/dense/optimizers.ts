/**
 * Update rules: how a gradient g moves the weights w at rate r. What a rule remembers between steps are its slots, each as
 * long as the weights, at first 0. A new rule is one more row.
 */
export interface OptimizerRule {
  /** Arrays that it remembers. */
  slots: number;
  /** @param step number of this step, from 1 */
  update(w: Float64Array, g: Float64Array, slots: readonly Float64Array[], r: number, step: number): void;
  formula: string;
}

const MOMENTUM = 0.9;
const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;

const OPTIMIZER_RULES = {
  sgd: {
    slots: 0,
    update(w, g, _slots, r) {
      for (let i = 0; i < w.length; i++) w[i]! -= r * g[i]!;
    },
    formula: 'w ← w − r g',
  },
  /** A ball that rolls: what it did before counts on. Polyak (1964). */
  momentum: {
    slots: 1,
    update(w, g, slots, r) {
      const v = slots[0]!;
      for (let i = 0; i < w.length; i++) {
        v[i] = MOMENTUM * v[i]! + g[i]!;
        w[i]! -= r * v[i]!;
      }
    },
    formula: 'v ← 0.9 v + g;  w ← w − r v',
  },
  /** Every weight gets a step length of its own. Kingma and Ba, "Adam" (2015). */
  adam: {
    slots: 2,
    update(w, g, slots, r, step) {
      const [m, s] = slots as [Float64Array, Float64Array];
      // Both averages start at 0 and are too small at first.
      const mUp = 1 / (1 - BETA1 ** step);
      const sUp = 1 / (1 - BETA2 ** step);
      for (let i = 0; i < w.length; i++) {
        m[i] = BETA1 * m[i]! + (1 - BETA1) * g[i]!;
        s[i] = BETA2 * s[i]! + (1 - BETA2) * g[i]! * g[i]!;
        w[i]! -= (r * m[i]! * mUp) / (Math.sqrt(s[i]! * sUp) + EPSILON);
      }
    },
    formula: 'm ← 0.9 m + 0.1 g;  s ← 0.999 s + 0.001 g²;  w ← w − r m̂ / (√ŝ + ε)',
  },
} as const satisfies Record<string, OptimizerRule>;

export type OptimizerId = keyof typeof OPTIMIZER_RULES;
export const OPTIMIZER_IDS = Object.keys(OPTIMIZER_RULES) as OptimizerId[];

export function optimizerRule(optimizer: OptimizerId): OptimizerRule {
  return OPTIMIZER_RULES[optimizer];
}

/** Empty slots for so many weights. */
export function emptySlots(optimizer: OptimizerId, weights: number): Float64Array[] {
  return Array.from({ length: optimizerRule(optimizer).slots }, () => new Float64Array(weights));
}
