import { activationRule, type LayerActivation } from './activations';

/**
 * Losses: one number for how wrong an answer is. Each is a sum over the outputs; over several examples the mean is taken.
 * A new one is one more row.
 */
export interface LossRule {
  /** What one output y adds when t is wanted. */
  of(y: number, t: number): number;
  /** Its slope by y. */
  slope(y: number, t: number): number;
  formula: string;
  slopeFormula: string;
  /** Output layers that it can be used with: cross-entropy needs outputs that are probabilities. */
  outputs: readonly LayerActivation[];
}

/** 0 · ln 0 counts as 0: what is not wanted at all costs nothing for having probability 0. */
function weighted(t: number, logarithm: number): number {
  return t === 0 ? 0 : t * logarithm;
}

export const LOSS_RULES = {
  /** Differences, squared, summed. */
  'squared-error': {
    of: (y, t) => (y - t) * (y - t),
    slope: (y, t) => 2 * (y - t),
    formula: 'L = Σ (y − t)²',
    slopeFormula: '∂L/∂y = 2 (y − t)',
    outputs: ['linear', 'sigmoid', 'tanh', 'relu', 'step', 'softmax'],
  },
  /** For yes-or-no outputs, each a probability of its own (sigmoid). */
  'binary-cross-entropy': {
    of: (y, t) => -weighted(t, Math.log(y)) - weighted(1 - t, Math.log1p(-y)),
    slope: (y, t) => (y - t) / (y * (1 - y)),
    formula: 'L = −Σ (t ln y + (1 − t) ln(1 − y))',
    slopeFormula: '∂L/∂y = (y − t) / (y (1 − y))',
    outputs: ['sigmoid'],
  },
  /** For one out of several classes (softmax): only the wanted class's probability counts. */
  'cross-entropy': {
    of: (y, t) => -weighted(t, Math.log(y)),
    slope: (y, t) => (t === 0 ? 0 : -t / y),
    formula: 'L = −Σ t ln y',
    slopeFormula: '∂L/∂y = −t / y',
    outputs: ['softmax'],
  },
} as const satisfies Record<string, LossRule>;

export type LossId = keyof typeof LOSS_RULES;
export const LOSS_IDS = Object.keys(LOSS_RULES) as LossId[];

export function lossRule(loss: LossId): LossRule {
  return LOSS_RULES[loss];
}

/** ln(1 + e^x) without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/**
 * The loss of one example. Cross-entropy is taken from the sums z and not from the outputs y: where y has been rounded
 * to 0 or 1, z still tells how confident it was.
 * @param z,y sums and outputs of the output layer, at [from, from + units)
 * @param t what is wanted, at [targetFrom, targetFrom + units)
 */
export function exampleLoss(
  loss: LossId,
  z: Float64Array,
  y: Float64Array,
  from: number,
  units: number,
  t: Float64Array,
  targetFrom: number,
): number {
  let sum = 0;
  if (loss === 'squared-error') {
    for (let k = 0; k < units; k++) {
      const error = y[from + k]! - t[targetFrom + k]!;
      sum += error * error;
    }
  } else if (loss === 'binary-cross-entropy') {
    // −t ln σ(z) − (1 − t) ln σ(−z) = ln(1 + e^z) − t z
    for (let k = 0; k < units; k++) sum += softplus(z[from + k]!) - t[targetFrom + k]! * z[from + k]!;
  } else {
    // −Σ t ln softmax(z) = Σ t (ln Σ e^z − z)
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < units; k++) top = Math.max(top, z[from + k]!);
    let total = 0;
    for (let k = 0; k < units; k++) total += Math.exp(z[from + k]! - top);
    const all = top + Math.log(total);
    for (let k = 0; k < units; k++) sum += t[targetFrom + k]! * (all - z[from + k]!);
  }
  return sum;
}

/**
 * δ = ∂L/∂z of the output layer for one example, times `scale`.
 * Cross-entropy cancels against its activation to y − t (for softmax: when the t sum to 1). That is not only shorter: on a
 * saturated output the two factors are Infinity and 0, their product would be NaN, and the slope is really ±1.
 */
export function outputDelta(
  loss: LossId,
  activation: LayerActivation,
  z: Float64Array,
  y: Float64Array,
  delta: Float64Array,
  from: number,
  units: number,
  t: Float64Array,
  targetFrom: number,
  scale: number,
): void {
  if (loss !== 'squared-error') {
    for (let k = 0; k < units; k++) delta[from + k] = (y[from + k]! - t[targetFrom + k]!) * scale;
    return;
  }
  if (activation === 'softmax') {
    // ∂yⱼ/∂zₖ = yⱼ ([j = k] − yₖ), so δₖ = yₖ (gₖ − Σⱼ gⱼ yⱼ) with g = ∂L/∂y
    let mixed = 0;
    for (let k = 0; k < units; k++) mixed += 2 * (y[from + k]! - t[targetFrom + k]!) * y[from + k]!;
    for (let k = 0; k < units; k++) {
      const slope = 2 * (y[from + k]! - t[targetFrom + k]!);
      delta[from + k] = y[from + k]! * (slope - mixed) * scale;
    }
    return;
  }
  const { derivative } = activationRule(activation);
  for (let k = 0; k < units; k++) {
    const at = from + k;
    delta[at] = 2 * (y[at]! - t[targetFrom + k]!) * derivative(z[at]!, y[at]!) * scale;
  }
}
