import { listOf, object, type Shape, where } from '@/base/shape';
import { perceptronShape } from '@/client/benches/unit/kept-perceptron';
import type { Circuit } from '@/engine/perceptron/circuit';
import type { Perceptron } from '@/engine/perceptron/perceptron';
import { MOST_FIRST_UNITS } from '@/protocol/challenges/circuits';
import type { CircuitGoalSetup, TwoLayers } from './circuit-goals';
import { freshUnit } from './circuit-goals';

/** Which unit is meant: a place in the first layer, or the last unit. */
export type UnitPlace = number | 'last';

export function unitAt({ first, last }: TwoLayers, place: UnitPlace): Perceptron {
  return place === 'last' ? last : first[place]!;
}

export function withUnit(layers: TwoLayers, place: UnitPlace, unit: Perceptron): TwoLayers {
  if (place === 'last') return { ...layers, last: unit };
  return { ...layers, first: layers.first.map((old, i) => (i === place ? unit : old)) };
}

/** One more first unit; the last unit does not listen to it yet. */
export function withOneMore({ first, last }: TwoLayers, setup: CircuitGoalSetup): TwoLayers {
  if (first.length >= MOST_FIRST_UNITS) return { first, last };
  return {
    first: [...first, freshUnit(setup)],
    last: { ...last, weights: [...last.weights, 0] },
  };
}

/** Without one of the first units; the last one stays. A unit with a given weight stays too: the goal needs it. */
export function without({ first, last }: TwoLayers, index: number): TwoLayers {
  if (first.length <= 1) return { first, last };
  const rest = <Item>(list: readonly Item[]) => list.filter((_, i) => i !== index);
  return { first: rest(first), last: { ...last, weights: rest(last.weights) } };
}

/** As the engine knows it. */
export function circuitOf({ first, last }: TwoLayers, inputs: number): Circuit {
  return { inputs, layers: [first, [last]] };
}

/** A kept circuit that fits the goal. */
export function layersShape({ inputs, given }: CircuitGoalSetup): Shape<TwoLayers> {
  return where(
    object({ first: listOf(perceptronShape(inputs), 1, MOST_FIRST_UNITS), last: perceptronShape(null) }),
    ({ first, last }) =>
      last.weights.length === first.length && (!given || first[0]!.weights[given.input] === given.value),
  );
}
