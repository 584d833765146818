import { chosenOf, object, type Shape, where } from '@/base/shape';
import { DESCENT_METHODS, type DescentMethod } from '@/protocol/challenges/descent';
import { isInside, MAP_RATES, PLACE_FIELDS, type PlaceWork } from './kept-landscape';
import { rateShape } from './rate-scale';

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

const rate = rateShape(MAP_RATES);

export const aheadShape: Shape<AheadWork> = where(
  object({
    ...PLACE_FIELDS,
    rates: object({ sgd: rate, momentum: rate, adam: rate }),
    shown: chosenOf(DESCENT_METHODS),
  }),
  isInside,
);
