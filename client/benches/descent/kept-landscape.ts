import {
  LANDSCAPE_IDS,
  LANDSCAPES,
  type Landscape,
  type LandscapeId,
  type Pair,
} from '@/engine/landscape/landscapes';
import { isRate, type RateRange } from './rate-scale';

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

/** The part of kept work that says where and how far; null where it is damaged. */
export function acceptPlace(kept: unknown): PlaceWork | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { landscape, start, taken } = kept as Partial<PlaceWork>;
  if (!landscape || !LANDSCAPE_IDS.includes(landscape)) return null;
  if (!Number.isInteger(taken) || taken! < 0 || taken! > MAP_STEPS) return null;
  if (start === null) return { landscape, start, taken: taken! };
  const { half } = shownLandscape(landscape);
  const isInside = (value: unknown) => typeof value === 'number' && Math.abs(value) <= half;
  if (!start || !isInside(start.a) || !isInside(start.b)) return null;
  return { landscape, start: { a: start.a, b: start.b }, taken: taken! };
}

export interface LandscapeWork extends PlaceWork {
  rate: number;
}

export function acceptLandscape(kept: unknown): LandscapeWork | null {
  const place = acceptPlace(kept);
  const rate = (kept as Partial<LandscapeWork> | null)?.rate;
  return place && isRate(rate, MAP_RATES) ? { ...place, rate } : null;
}
