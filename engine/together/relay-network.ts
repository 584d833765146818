import { DenseNetwork } from '@/engine/dense/dense-network';
import { initialDenseWeights } from '@/engine/dense/initialisers';
import type { LossId } from '@/engine/dense/losses';
import { optimizerRule } from '@/engine/dense/optimizers';
import { biasIndex, type DenseShape, denseShape, layerSpans, weightIndex } from '@/engine/dense/shape';
import { createRandom, STREAMS } from '@/engine/random';
import { RELAY_CASES, RELAY_RATE, type RelayWay, relayWeightCount } from '@/protocol/relay-settings';

/** The whole network whose units are students: what the engine makes of it, with which every unit's message is compared. */

/** Of one that learns. */
export const RELAY_LOSS: LossId = 'binary-cross-entropy';

/** By hand each unit decides yes or no; one that learns needs slopes. */
export function relayShape(way: RelayWay, hidden: number): DenseShape {
  return way === 'hand'
    ? denseShape(2, [hidden], 'step', 1, 'step')
    : denseShape(2, [hidden], 'tanh', 1, 'sigmoid');
}

/** Where it begins: all 0 by hand, else drawn by the seed. */
export function relayStart(way: RelayWay, hidden: number, seed: number): Float64Array {
  if (way === 'hand') return new Float64Array(relayWeightCount(hidden));
  return initialDenseWeights(relayShape(way, hidden), 'fitting', createRandom(seed, STREAMS.weights));
}

/** Case after case, in each input after input; and what is wanted of each. */
export const RELAY_INPUTS = Float64Array.from(RELAY_CASES.flatMap(({ inputs }) => [...inputs]));
export const RELAY_TARGETS = Float64Array.from(RELAY_CASES.map(({ target }) => target));
const COUNT = RELAY_CASES.length;
const CASES_AT = RELAY_CASES.map((_case, at) => at);
const ROWS = Uint32Array.from(CASES_AT);

/** The places of a seat's weights in those of the whole network, its bias last: hidden units first, the output unit last. */
function placesOf(hidden: number, seat: number): number[] {
  const [first, last] = layerSpans(relayShape('gradient', hidden));
  const [span, unit] = seat < hidden ? [first!, seat] : [last!, 0];
  const inputs = Array.from({ length: span.inputs }, (_, input) => weightIndex(span, unit, input));
  return [...inputs, biasIndex(span, unit)];
}

/** A seat's own weights, its bias last. */
export function seatWeights(weights: ArrayLike<number>, hidden: number, seat: number): number[] {
  return placesOf(hidden, seat).map((place) => weights[place]!);
}

/** The network's weights with others in one seat. */
export function withSeatWeights(
  weights: readonly number[],
  hidden: number,
  seat: number,
  own: readonly number[],
): number[] {
  const changed = [...weights];
  for (const [i, place] of placesOf(hidden, seat).entries()) changed[place] = own[i]!;
  return changed;
}

/** One step on all four cases, as the engine does it: what each unit says, and the weights after it. */
export interface RelayPass {
  /** y of a hidden unit, one a case. */
  outputsOf(unit: number): number[];
  answers: number[];
  /** Mean loss. */
  loss: number;
  /** w · δ that the output unit sends back, case after case, in each hidden unit after hidden unit. */
  back: number[];
  /** After gradient descent; by hand, as they were. */
  next: Float64Array;
}

export function relayPass(way: RelayWay, hidden: number, weights: ArrayLike<number>): RelayPass {
  const network = new DenseNetwork(relayShape(way, hidden), weights);
  const answers = [...network.forwardRange(RELAY_INPUTS, 0, COUNT)];
  const hiddenOutputs = network.outputsOf(0);
  const outputsOf = (unit: number) => CASES_AT.map((at) => hiddenOutputs[at * hidden + unit]!);
  const next = network.weights.slice();
  if (way === 'hand') {
    const wrong = answers.filter((answer, at) => answer !== RELAY_TARGETS[at]).length;
    return { outputsOf, answers, loss: wrong / COUNT, back: [], next };
  }
  const loss = network.batchLoss(RELAY_LOSS, RELAY_TARGETS, ROWS, 0, COUNT);
  network.backward(RELAY_LOSS, RELAY_TARGETS, ROWS, 0, COUNT);
  const delta = network.slopesOf(1);
  const out = seatWeights(weights, hidden, hidden);
  const back = CASES_AT.flatMap((at) => Array.from({ length: hidden }, (_, unit) => out[unit]! * delta[at]!));
  optimizerRule('sgd').update(next, network.gradient, [], RELAY_RATE, 1);
  return { outputsOf, answers, loss, back, next };
}

/** The weights after so many steps of one that learns and that nobody ever leaves. */
export function relayUndisturbed(hidden: number, seed: number, steps: number): Float64Array {
  let weights = relayStart('gradient', hidden, seed);
  for (let step = 0; step < steps; step++) weights = relayPass('gradient', hidden, weights).next;
  return weights;
}
