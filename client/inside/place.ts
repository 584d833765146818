import { sumParts } from '@/engine/inside/sum-parts';
import type { TracedLayer, TracedPass } from '@/engine/network/traced-pass';
import { pooledPlace } from './pooling';

/** One sum of a layer, and which of its products is looked at. */
export interface SumPlace {
  layer: number;
  /** A unit, a filter or a label. */
  unit: number;
  /** On a filter's map: row × side + column; elsewhere 0. */
  spot: number;
  /** Which of the sum's products. */
  part: number;
}

/** Where somebody stands between the whole network and one multiplication. */
export type Place =
  | { level: 'network' }
  | { level: 'layer'; layer: number }
  | ({ level: 'unit' } & SumPlace)
  | ({ level: 'product' } & SumPlace);

/** One level up; null: at the top. */
export function higher(place: Place): Place | null {
  switch (place.level) {
    case 'network':
      return null;
    case 'layer':
      return { level: 'network' };
    case 'unit':
      return { level: 'layer', layer: place.layer };
    case 'product':
      return { ...place, level: 'unit' };
  }
}

/** The index of the largest of so many numbers; the first of equals, and 0 where none is a number. */
function largestOf(count: number, numberAt: (index: number) => number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (numberAt(i) > numberAt(best)) best = i;
  return best;
}

/** A unit or filter as it is opened: where its map says most, at the product that weighs most. */
export function openUnit({ layers }: TracedPass, layer: number, unit: number): Place {
  const traced = layers[layer]!;
  const spot = traced.side === null ? 0 : strongestSpot(traced, traced.side, unit);
  return { level: 'unit', layer, unit, spot, part: strongestPart(traced, unit, spot) };
}

/** The place of a map whose sum is farthest from what an empty picture gives. */
function strongestSpot({ sums, layer, biases }: TracedLayer, side: number, unit: number): number {
  return largestOf(side * side, (at) => Math.abs(sums[at * layer.units + unit]! - biases[unit]!));
}

/** The product that moves a sum most. */
function strongestPart(traced: TracedLayer, unit: number, spot: number): number {
  const { products } = sumParts(traced, unit, spot);
  return largestOf(products.length, (part) => Math.abs(products[part]!));
}

/**
 * Where a unit's answer goes on: into the network's answer, or the sum of the next layer in which it weighs most of those that say something,
 * at that very product. The answer layer's go on to the shares.
 */
export function onwards({ layers, logits }: TracedPass, { layer, unit, spot }: SumPlace): Place {
  const [here, next] = [layers[layer]!, layers[layer + 1]];
  if (!next) return { level: 'layer', layer };
  const half = here.side === null ? 0 : Math.floor(here.side / 2);
  // What goes on of a map is halved; a last row or column that has no pair is looked at where its neighbour goes on.
  const [row, column] =
    here.side === null
      ? [0, 0]
      : [Math.floor(spot / here.side), spot % here.side].map((at) => Math.min(half - 1, Math.floor(at / 2)));
  const pooled = row! * half + column!;
  const input = here.side === null ? unit : pooled * here.layer.units + unit;
  const nextSpot = next.side === null ? 0 : pooled;
  const to = next.layer.last
    ? largestOf(logits.length, (label) => logits[label]!)
    : largestOf(next.layer.units, (other) =>
        saysSomething(next, other, nextSpot) ? Math.abs(productOf(next, other, nextSpot, input).product) : -1,
      );
  const { part } = productOf(next, to, nextSpot, input);
  return { level: 'unit', layer: layer + 1, unit: to, spot: nextSpot, part };
}

/** Whether anything goes on from a unit, or from a filter near a place of its map. */
function saysSomething({ answers, layer, side }: TracedLayer, unit: number, spot: number): boolean {
  const at = side === null ? 0 : (pooledPlace(spot, side) ?? 0);
  return answers[at * layer.units + unit] !== 0;
}

/** The product of one number that comes in, in one sum. */
function productOf(traced: TracedLayer, unit: number, spot: number, input: number) {
  const { from, products } = sumParts(traced, unit, spot);
  const part = from.indexOf(input);
  return { part, product: products[part] ?? 0 };
}
