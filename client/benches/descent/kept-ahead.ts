import { DESCENT_METHODS, type DescentMethod } from '@/protocol/challenges/descent';
import { acceptPlace, MAP_RATES, type PlaceWork } from './kept-landscape';
import { isRate } from './rate-scale';

export interface AheadWork extends PlaceWork {
  rates: Readonly<Record<DescentMethod, number>>;
  /** Those that walk. */
  shown: readonly DescentMethod[];
}

/** Each at a rate that is reasonable in the narrow valley. */
export const FIRST_AHEAD: AheadWork = {
  landscape: 'narrow-valley',
  start: null,
  taken: 0,
  rates: { sgd: 0.1, momentum: 0.02, adam: 0.2 },
  shown: DESCENT_METHODS,
};

export function acceptAhead(kept: unknown): AheadWork | null {
  const place = acceptPlace(kept);
  if (!place) return null;
  const { rates, shown } = kept as Partial<AheadWork>;
  if (typeof rates !== 'object' || rates === null || !Array.isArray(shown)) return null;
  if (!DESCENT_METHODS.every((method) => isRate(rates[method], MAP_RATES))) return null;
  return {
    ...place,
    rates: { sgd: rates.sgd, momentum: rates.momentum, adam: rates.adam },
    shown: DESCENT_METHODS.filter((method) => shown.includes(method)),
  };
}
