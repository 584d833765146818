import type { Random } from '@/engine/random';
import { countDenseWeights, type DenseShape, type LayerSpan, layerSpans } from './shape';

/**
 * Weights to begin with. Only operations that IEEE 754 rounds exactly are used, so that the same seed gives the same bits on
 * every device.
 */
type Initialiser = (span: LayerSpan, last: boolean, random: Random, weights: Float64Array) => void;

function uniform(span: LayerSpan, limit: number, random: Random, weights: Float64Array): void {
  for (let i = span.weightsAt; i < span.biasesAt; i++) weights[i] = (random.uniform() * 2 - 1) * limit;
}

/** Glorot's limit √(6 / (inputs + units)), before relu He's √(6 / inputs). Glorot and Bengio (2010), He et al. (2015). */
function fittingLimit({ inputs, units, activation }: LayerSpan): number {
  return Math.sqrt(6 / (activation === 'relu' ? inputs : inputs + units));
}

/** How far a saturated output is pushed: sigmoid(6) = 0.9975. */
const SATURATED_BIAS = 6;

const INITIALISERS = {
  /** Right for the activation: signals neither die out nor blow up. Biases 0. */
  fitting: (span, _last, random, weights) => uniform(span, fittingLimit(span), random, weights),
  /** Much too small: everything starts at about the same. */
  tiny: (span, _last, random, weights) => uniform(span, 0.01, random, weights),
  /** All 0: the units of a layer are alike and stay alike, for ever. */
  zero: () => {},
  /** Much too large: sigmoid and tanh units sit on their flat ends. */
  large: (span, _last, random, weights) => uniform(span, 10 * fittingLimit(span), random, weights),
  /**
   * Badly wrong on purpose: the first output says "yes" to everything, with confidence, since its bias is 6. On its flat end the
   * sigmoid has a slope of 0.0025, and squared error learns as slowly as that.
   */
  saturated: (span, last, random, weights) => {
    uniform(span, fittingLimit(span), random, weights);
    if (last) weights[span.biasesAt] = SATURATED_BIAS;
  },
} as const satisfies Record<string, Initialiser>;

export type InitialiserId = keyof typeof INITIALISERS;
export const INITIALISER_IDS = Object.keys(INITIALISERS) as InitialiserId[];

/** All weights of a network at step 0. */
export function initialDenseWeights(
  shape: DenseShape,
  initialiser: InitialiserId,
  random: Random,
): Float64Array {
  const weights = new Float64Array(countDenseWeights(shape));
  const spans = layerSpans(shape);
  const fill: Initialiser = INITIALISERS[initialiser];
  spans.forEach((span, layer) => {
    fill(span, layer === spans.length - 1, random, weights);
  });
  return weights;
}
