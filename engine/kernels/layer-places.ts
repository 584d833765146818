import { SLOTS } from '@/engine/network/optimizer-slots';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { type WeightLayer, weightLayers } from '@/protocol/weight-shapes';
import type { Arena } from './arena';

/** Where a layer lies in the arena: addresses in bytes. */
export interface LayerPlaces {
  /** What it is by its weights. */
  of: WeightLayer;
  /**
   * Units (or filters), rounded up to multiples of four, since kernels work on four at a time. Padding is zero and stays so: its slopes are zero.
   */
  width: number;
  /** Bytes of a row of its weights, and of its answers at one place. */
  row: number;
  /** Side of its maps, pooled: each unit answers at so many places, squared. A dense layer has 1. */
  side: number;
  /** Numbers that it answers to one picture, padding with them: side² · width. */
  answersEach: number;
  /** The weights, a row an input; `inputs` rows, those of padding with them. */
  weights: number;
  inputs: number;
  /** A row. */
  biases: number;
  /** Sums, then answers: picture after picture, in each place after place. */
  answers: number;
  /** Slopes of the sums. */
  slopes: number;
}

/** What a network is in the arena. */
export interface NetworkPlaces {
  layers: LayerPlaces[];
  /** All weights and biases with their padding lie between these; a slot lies `size` bytes behind, a second one twice as far. */
  parameters: { from: number; size: number };
}

/** Rounded up to a multiple of four. */
const padded = (count: number) => Math.ceil(count / 4) * 4;

/** Asks the arena for a network: parameters and slots in one piece, then the answers and slopes of so many pictures. */
export function placeNetwork(arena: Arena, experiment: Experiment, pictures: number): NetworkPlaces {
  let { side }: { side: number } = DATASETS[experiment.dataset];
  let before: { units: number; width: number } | null = null;
  const shapes = weightLayers(experiment).map((of) => {
    const { units } = of;
    const width = padded(units);
    side = of.kind === 'convolution' ? Math.floor(side / 2) : 1;
    // Inputs come in groups: all units of the layer before at one place, and its padding.
    const inputs: number = before ? (of.inputs / before.units) * before.width : of.inputs;
    before = { units, width };
    return { of, width, row: 4 * width, side, answersEach: side * side * width, inputs };
  });
  // Four rows at a time are packed as columns, for the product that sends slopes back.
  const own = shapes.map(({ inputs, row }) => ({ weights: row * padded(inputs), biases: row }));
  const size = own.reduce((sum, { weights, biases }) => sum + weights + biases, 0);
  const from = arena.bytes(size * (1 + SLOTS[experiment.optimizer]));
  let at = from;
  const layers = shapes.map((shape, i) => {
    const weights = at;
    const biases = weights + own[i]!.weights;
    at = biases + own[i]!.biases;
    return {
      ...shape,
      weights,
      biases,
      answers: arena.numbers(shape.answersEach * pictures),
      slopes: arena.numbers(shape.answersEach * pictures),
    };
  });
  return { layers, parameters: { from, size } };
}

/**
 * Puts flat numbers in storage order (protocol/weight-shapes) where the kernels have them.
 * @param shift bytes from the weights: 0, or the way to a slot
 * @throws RangeError on a wrong number of them
 */
export function putIn(arena: Arena, layers: readonly LayerPlaces[], flat: Float32Array, shift: number): void {
  let at = 0;
  eachRow(layers, (address, units) => {
    if (at + units <= flat.length) arena.floatsAt(address + shift, units).set(flat.subarray(at, at + units));
    at += units;
  });
  if (at !== flat.length) throw new RangeError(`${flat.length} weights where ${at} are needed`);
}

/** The inverse of putIn. */
export function takeOut(arena: Arena, layers: readonly LayerPlaces[], shift: number): Float32Array {
  const flat = new Float32Array(layers.reduce((sum, { of }) => sum + of.weights + of.biases, 0));
  let at = 0;
  eachRow(layers, (address, units) => {
    flat.set(arena.floatsAt(address + shift, units), at);
    at += units;
  });
  return flat;
}

/** Rows in storage order: each layer's weights, an input after the other, and then its biases. */
function eachRow(layers: readonly LayerPlaces[], visit: (address: number, units: number) => void): void {
  layers.forEach(({ of, row, weights, biases }, i) => {
    const before = layers[i - 1];
    const group = before ? before.of.units : of.inputs;
    const room = before ? before.width : of.inputs;
    for (let input = 0; input < of.inputs; input++)
      visit(weights + (Math.floor(input / group) * room + (input % group)) * row, of.units);
    visit(biases, of.units);
  });
}
