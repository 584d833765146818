import { alignLayers, inOrder, type LayerSize, likenessOf } from './align-units';
import { meanOf } from './mean-of';

/**
 * Two networks small enough to be read: two inputs, three hidden units with ReLU, one output. Both answer exclusive or, by the same three jobs (“the first”,
 * “the second”, “both”), which sit in other seats: on them a student steps through why units are matched before networks are averaged.
 */

const LAYERS: readonly LayerSize[] = [
  { inputs: 2, units: 3 },
  { inputs: 3, units: 1 },
];

/** Weights and biases, layer after layer: of both inputs to each unit, biases, of each unit to the output, its bias. */
export type SmallNetwork = readonly Float32Array[];

const network = (...parts: number[][]): SmallNetwork => parts.map((part) => Float32Array.from(part));

/** Sits in the order first, second, both; its numbers are whole. */
export const SMALL_A = network([1, 0, 1, 0, 1, 1], [0, 0, -1], [1, 1, -2], [0]);
/** Sits in the order both, first, second; its numbers are a little off, as those of a network that has learnt are. */
export const SMALL_B = network([0.9, 1.1, 0.1, 1.1, -0.1, 0.9], [-1, 0, 0.1], [-2, 0.9, 1.1], [0]);

export const SMALL_INPUTS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

/** y = Σ vⱼ · max(0, w₁ⱼ x₁ + w₂ⱼ x₂ + bⱼ) + c, of each of the inputs. */
export function smallAnswers([into, bias, out, last]: SmallNetwork): number[] {
  const { units } = LAYERS[0]!;
  return SMALL_INPUTS.map((inputs) => {
    let answer = last![0]!;
    for (let unit = 0; unit < units; unit++) {
      const sum = inputs.reduce((so, input, at) => so + input * into![at * units + unit]!, bias![unit]!);
      answer += out![unit]! * Math.max(0, sum);
    }
    return answer;
  });
}

/** The same network with two of its units in each other's seats. */
export function swapSmall(small: SmallNetwork, one: number, other: number): SmallNetwork {
  const order = [0, 1, 2].map((unit) => (unit === one ? other : unit === other ? one : unit));
  return inOrder(LAYERS, 0, small, order);
}

/** How alike each unit of the first (row) is to each of the other (column), and which of these is chosen for each row. */
export function matchSmall(
  reference: SmallNetwork,
  other: SmallNetwork,
): { likeness: number[][]; order: number[]; aligned: SmallNetwork } {
  const flat = likenessOf(LAYERS, 0, reference, other);
  const { parts, orders } = alignLayers(LAYERS, reference, other);
  const likeness = [0, 1, 2].map((row) => [...flat.subarray(row * 3, row * 3 + 3)]);
  return { likeness, order: [...orders[0]!], aligned: parts };
}

/** Weight by weight. */
export const meanSmall = (one: SmallNetwork, other: SmallNetwork): SmallNetwork =>
  one.map((part, at) => meanOf([part, other[at]!]));
