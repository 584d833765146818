import { integer, nullOr, number, object, oneOf, type Shape, where } from '@/base/shape';
import {
  LANDSCAPE_IDS,
  LANDSCAPES,
  type Landscape,
  type LandscapeId,
  type Pair,
} from '@/engine/landscape/landscapes';
import { type RateRange, rateShape } from './rate-scale';

/** Steps that a walk on the map goes on at most. */
export const MAP_STEPS = 200;
export const MAP_RATES: RateRange = { least: 0.001, most: 5 };

/** The landscapes in the order in which they are met. */
export const SHOWN_LANDSCAPES = [
  'bowl',
  'narrow-valley',
  'two-valleys',
  'saddle',
  'plateau',
] as const satisfies readonly LandscapeId[];

/** A landscape and where the ball starts on it; null: the landscape's own start. */
export interface PlaceWork {
  landscape: LandscapeId;
  start: Pair | null;
  taken: number;
}

export function shownLandscape(id: LandscapeId): Landscape {
  return LANDSCAPES[id];
}

/** What of kept work says where and how far: a ball that lies on its landscape. */
export const PLACE_FIELDS = {
  landscape: oneOf(LANDSCAPE_IDS),
  start: nullOr(object<Pair>({ a: number(), b: number() })),
  taken: integer(0, MAP_STEPS),
};

export function isInside({ landscape, start }: PlaceWork): boolean {
  const { half } = shownLandscape(landscape);
  return start === null || (Math.abs(start.a) <= half && Math.abs(start.b) <= half);
}

export interface LandscapeWork extends PlaceWork {
  rate: number;
}

export const landscapeShape: Shape<LandscapeWork> = where(
  object({ ...PLACE_FIELDS, rate: rateShape(MAP_RATES) }),
  isInside,
);
