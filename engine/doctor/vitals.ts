/** What the doctor measures of one layer, on the probe (some training examples). */
export interface LayerVitals {
  units: number;
  /** Share of its units that no example of the probe wakes (ReLU alone; else 0). */
  dead: number;
  /** Share of its outputs, over units and examples, that sit on a flat end (sigmoid and tanh alone; else 0). */
  saturated: number;
  /** Root mean square of ∂L/∂z over units and examples. */
  slope: number;
}

/** What a few steps on a copy of the training show: the training itself does not feel it. */
export interface Trial {
  /** Steps that it took. */
  steps: number;
  /** Share of these steps that made the loss of their own batch larger, the very examples from which they were calculated. */
  overshot: number;
  /** How much of the probe's loss single steps throw up, and others must take back: 2 Σ max(0, Lₙ₊₁ − Lₙ) / Σ Lₙ. Falling fast is none. */
  unrest: number;
  /** Loss of the probe before the steps, after them, and ten times as far along the same way. */
  before: number;
  after: number;
  far: number;
}

/** One examination of a training: numbers, no judgement. */
export interface Vitals {
  step: number;
  /** Hidden layers from the input on, then the output layer. */
  layers: readonly LayerVitals[];
  trial: Trial;
  /**
   * Share of the judged examples that the network, by its own confidence, takes for another label; null where there is nothing to judge by.
   */
  doubtful: number | null;
}

/** What does not change while a training goes on. */
export interface TrainingFacts {
  /** Labels that the answers have; 0 for regression. */
  classes: number;
  /** The loss of somebody who knows nothing of the example. */
  chanceLoss: number;
  /** Training examples of each label; empty for regression. */
  labelCounts: readonly number[];
  /** Training examples. */
  examples: number;
  batchSize: number;
  stepsPerEpoch: number;
}

/** How a training stood at one moment. Losses are means; null: not measured then. */
export interface Note {
  step: number;
  epoch: number;
  loss: number | null;
  accuracy: number | null;
  /** On examples that are held back from the training. */
  heldLoss: number | null;
  heldAccuracy: number | null;
}

/** Trial.unrest of a row of losses, one before the first step and one after each. */
export function unrestOf(losses: readonly number[]): number {
  let thrown = 0;
  let sum = 0;
  for (let i = 1; i < losses.length; i++) {
    thrown += 2 * Math.max(0, losses[i]! - losses[i - 1]!);
    sum += (losses[i]! + losses[i - 1]!) / 2;
  }
  return thrown === 0 ? 0 : thrown / sum;
}

/** How many times farther than its own steps a trial looks. */
export const FAR = 10;

/** On a flat end: less than this part of the activation's steepest slope is left. */
const FLAT = 0.04;

/** The share of dead units, and of outputs on a flat end, from a layer's answers: example (and place) after example, in each unit after unit. */
export function wakefulness(
  y: ArrayLike<number>,
  units: number,
  activation: string,
): Pick<LayerVitals, 'units' | 'dead' | 'saturated'> {
  let dead = 0;
  let flat = 0;
  for (let unit = 0; activation === 'relu' && unit < units; unit++) {
    let at = unit;
    while (at < y.length && !(y[at]! > 0)) at += units;
    if (at >= y.length) dead++;
  }
  if (activation === 'tanh') for (let k = 0; k < y.length; k++) flat += 1 - y[k]! * y[k]! < FLAT ? 1 : 0;
  if (activation === 'sigmoid')
    for (let k = 0; k < y.length; k++) flat += 4 * y[k]! * (1 - y[k]!) < FLAT ? 1 : 0;
  return { units, dead: dead / units, saturated: flat / y.length };
}

/** Root mean square. */
export function rootMeanSquare(values: ArrayLike<number>): number {
  let squares = 0;
  for (let k = 0; k < values.length; k++) squares += values[k]! ** 2;
  return Math.sqrt(squares / values.length);
}
