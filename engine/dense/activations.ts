import { exactExp } from './exact-exponential';
import { exactTanh } from './exact-tanh';

/**
 * Activation functions: what a unit makes of its weighted sum z. A new one is one more row. Its value comes from operations that every engine
 * rounds alike (exact-exponential.ts).
 */
export interface ActivationRule {
  /** y = f(z) */
  f(z: number): number;
  /** f′(z); y = f(z) is given too, since most derivatives are shortest in it. */
  derivative(z: number, y: number): number;
  /** For show, in plain mathematical notation. */
  formula: string;
  derivativeFormula: string;
  /** The smallest and largest output; null where there is none. */
  range: readonly [number | null, number | null];
  /** False where the derivative is 0 everywhere, so that nothing before such a unit can learn. */
  learns: boolean;
}

/** sigmoid(z) = 1 / (1 + e^−z). For large −z, e^−z overflows to Infinity and the answer is 0: right. */
export function sigmoid(z: number): number {
  return 1 / (1 + exactExp(-z));
}

const ACTIVATION_RULES = {
  /** The perceptron's own. Only for show: its slope is 0 wherever it has one. */
  step: {
    f: (z) => (z >= 0 ? 1 : 0),
    derivative: () => 0,
    formula: 'f(z) = 1 if z ≥ 0, else 0',
    derivativeFormula: 'f′(z) = 0',
    range: [0, 1],
    learns: false,
  },
  linear: {
    f: (z) => z,
    derivative: () => 1,
    formula: 'f(z) = z',
    derivativeFormula: 'f′(z) = 1',
    range: [null, null],
    learns: true,
  },
  sigmoid: {
    f: sigmoid,
    derivative: (_z, y) => y * (1 - y),
    formula: 'f(z) = 1 / (1 + e⁻ᶻ)',
    derivativeFormula: 'f′(z) = y (1 − y)',
    range: [0, 1],
    learns: true,
  },
  tanh: {
    f: exactTanh,
    derivative: (_z, y) => 1 - y * y,
    formula: 'f(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)',
    derivativeFormula: 'f′(z) = 1 − y²',
    range: [-1, 1],
    learns: true,
  },
  /** At 0 it has no slope; 0 is taken. Nair and Hinton (2010). */
  relu: {
    f: (z) => Math.max(0, z),
    derivative: (z) => (z > 0 ? 1 : 0),
    formula: 'f(z) = max(0, z)',
    derivativeFormula: 'f′(z) = 1 if z > 0, else 0',
    range: [0, null],
    learns: true,
  },
} as const satisfies Record<string, ActivationRule>;

/** An activation of each unit for itself. */
export type UnitActivation = keyof typeof ACTIVATION_RULES;

export const UNIT_ACTIVATIONS = Object.keys(ACTIVATION_RULES) as UnitActivation[];

/** What a layer may have; softmax looks at all units of a layer together and stands at the end only. */
export type LayerActivation = UnitActivation | 'softmax';

/** The rule of a name, as the interface: inner loops then see one shape of object for all. */
export function activationRule(name: UnitActivation): ActivationRule {
  return ACTIVATION_RULES[name];
}

/**
 * softmax: yₖ = e^zₖ / Σⱼ e^zⱼ. All above 0 and together 1, so they can be read as probabilities. The largest z comes off
 * first: the result is the same, and nothing overflows.
 * @param z,y units of one example, at [from, from + units)
 */
export function softmax(z: Float64Array, y: Float64Array, from: number, units: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = from; k < from + units; k++) if (z[k]! > top) top = z[k]!;
  let sum = 0;
  for (let k = from; k < from + units; k++) {
    y[k] = exactExp(z[k]! - top);
    sum += y[k]!;
  }
  for (let k = from; k < from + units; k++) y[k]! /= sum;
}
