import { isRight } from '@/engine/dense/backpropagation-exercise';
import { type QuantityId, quantity, type Values } from './quantities';

/** Why an answer is wrong, as far as it shows in the number. */
const WRONG_REASONS = [
  'sign',
  'rounded',
  'noTwo',
  'noSlope',
  'outputForSlope',
  'slopeAlone',
  'otherUnit',
  'otherDelta',
  'otherFactor',
  'weightForInput',
  'inputForWeight',
  'beforeSlope',
  'oneFactor',
  'sumForProduct',
  'withBias',
  'unknown',
] as const;
type WrongReason = (typeof WRONG_REASONS)[number];

export interface BlankVerdict {
  right: boolean;
  /** Null when right. */
  reason: WrongReason | null;
  /** The number that was mistaken for another, where the reason names one. */
  about: QuantityId | null;
}

interface Mistake {
  reason: WrongReason;
  value: number;
  about?: QuantityId;
}

const RIGHT: BlankVerdict = { right: true, reason: null, about: null };

/**
 * Judges one filled-in slope, and where it is wrong looks which of the usual mistakes gives that number.
 * @param answer what was filled in
 */
export function judge(id: QuantityId, answer: number, values: Values): BlankVerdict {
  const right = values[id];
  if (isRight(answer, right)) return RIGHT;
  for (const { reason, value, about } of mistakesOf(id, values)) {
    // A mistake is only named when the number points to it much more than to the right one.
    const points = isClose(answer, value) && Math.abs(answer - value) * 3 < Math.abs(answer - right);
    if (!isRight(value, right) && points) return { right: false, reason, about: about ?? null };
  }
  if (Math.abs(answer - right) <= 0.12 * Math.abs(right))
    return { right: false, reason: 'rounded', about: null };
  return { right: false, reason: 'unknown', about: null };
}

/** As `isRight`, for a number that a mistake would give. */
function isClose(answer: number, value: number): boolean {
  return Math.abs(answer - value) <= Math.max(0.0006, 0.015 * Math.abs(value));
}

function mistakesOf(id: QuantityId, v: Values): Mistake[] {
  const { recipe } = quantity(id);
  const sign: Mistake = { reason: 'sign', value: -v[id] };
  switch (recipe.kind) {
    case 'twice':
      return [
        sign,
        { reason: 'noTwo', value: v[recipe.a] - v[recipe.b] },
        { reason: 'noTwo', value: v[recipe.b] - v[recipe.a] },
      ];
    case 'through': {
      const { slope, y } = recipe;
      const own = v[y] * (1 - v[y]);
      const other: QuantityId = y === 'y1' ? 'y2' : 'y1';
      return [
        sign,
        { reason: 'noSlope', value: v[slope], about: slope },
        { reason: 'outputForSlope', value: v[slope] * v[y], about: y },
        { reason: 'outputForSlope', value: v[slope] * (1 - v[y]), about: y },
        { reason: 'slopeAlone', value: own, about: slope },
        ...(slope === 'dy3' ? [{ reason: 'noTwo', value: v[id] / 2 } as const] : []),
        ...(slope === 'dy3'
          ? []
          : [
              { reason: 'otherUnit', value: v[slope] * v[other] * (1 - v[other]), about: other } as const,
              { reason: 'otherUnit', value: v[slope] * v.y3 * (1 - v.y3), about: 'y3' } as const,
            ]),
        { reason: 'sumForProduct', value: v[slope] + own },
      ];
    }
    case 'product':
      return id.startsWith('dy') ? passedBack(id, recipe.a, v) : weightSlope(id, recipe.a, recipe.b, v);
    case 'same': {
      const bias = id.slice(1) as QuantityId;
      return [
        sign,
        { reason: 'withBias', value: v[recipe.as] * v[bias], about: bias },
        ...beforeSlope(recipe.as, 1, v),
        ...otherDeltas(recipe.as, 1, v),
      ];
    }
    default:
      return [sign];
  }
}

/** ∂L/∂h = w δ */
function passedBack(id: QuantityId, weight: QuantityId, v: Values): Mistake[] {
  const otherWeight: QuantityId = weight === 'w5' ? 'w6' : 'w5';
  const unit = id.slice(1) as QuantityId;
  return [
    { reason: 'sign', value: -v[id] },
    { reason: 'otherFactor', value: v[otherWeight] * v.d3, about: otherWeight },
    { reason: 'inputForWeight', value: v[unit] * v.d3, about: weight },
    { reason: 'beforeSlope', value: v[weight] * v.dy3, about: 'd3' },
    { reason: 'oneFactor', value: v.d3, about: weight },
    { reason: 'oneFactor', value: v[weight], about: 'd3' },
    { reason: 'sumForProduct', value: v[weight] + v.d3 },
  ];
}

/** ∂L/∂w = δ x */
function weightSlope(id: QuantityId, delta: QuantityId, input: QuantityId, v: Values): Mistake[] {
  const weight = id.slice(1) as QuantityId;
  const otherInput = { x1: 'x2', x2: 'x1', y1: 'y2', y2: 'y1' }[input as string] as QuantityId;
  return [
    { reason: 'sign', value: -v[id] },
    { reason: 'otherFactor', value: v[delta] * v[otherInput], about: otherInput },
    { reason: 'weightForInput', value: v[delta] * v[weight], about: input },
    ...beforeSlope(delta, v[input], v),
    ...otherDeltas(delta, v[input], v),
    { reason: 'oneFactor', value: v[delta], about: input },
    { reason: 'oneFactor', value: v[input], about: delta },
    { reason: 'sumForProduct', value: v[delta] + v[input] },
  ];
}

/** ∂L/∂output taken for δ: the slope of the activation is missing. */
function beforeSlope(delta: QuantityId, times: number, v: Values): Mistake[] {
  const slope = `dy${delta.at(-1)}` as QuantityId;
  return [{ reason: 'beforeSlope', value: v[slope] * times, about: delta }];
}

function otherDeltas(delta: QuantityId, times: number, v: Values): Mistake[] {
  return (['d1', 'd2', 'd3'] as const)
    .filter((other) => other !== delta)
    .map((other) => ({ reason: 'otherDelta', value: v[other] * times, about: other }));
}
