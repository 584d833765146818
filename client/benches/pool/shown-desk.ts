import { flag, integer, listOf, nullOr, number, object, oneOf, type Shape, text } from '@/base/shape';
import { MOST_LABELS } from '@/protocol/datasets';
import type { PoolFacts } from '@/protocol/pool';
import { refuse } from '@/protocol/refusals';
import { type CurveAt, type DeskNow, type DeskRun, MOST_PAST } from './desk-now';
import { curveAtShape, dataShape, networkShape, pastTryShape } from './kept-run';
import { PoolDesk } from './pool-desk';
import type { PoolSource } from './pool-source';

/** Places of a curve that others are shown. */
const SHOWN_PLACES = 60;
const STATES = ['ready', 'training', 'paused', 'finished', 'diverged'] as const;

/** What stands on a desk, as others see it: nobody's drawings, no weights, and no names of labels, which are not a student's to say. */
export type ShownDesk = Pick<DeskNow, 'network' | 'data' | 'past'> & {
  facts: Omit<PoolFacts, 'labels'> | null;
  run: Pick<
    DeskRun,
    'state' | 'standing' | 'curve' | 'network' | 'data' | 'counts' | 'validationCount'
  > | null;
};

export function writeDesk({ network, data, past, pool, run }: DeskNow): ShownDesk {
  const { labels: _labels, ...facts } = pool.facts ?? { labels: null };
  return {
    network,
    data,
    past,
    facts: pool.facts && (facts as Omit<PoolFacts, 'labels'>),
    run: run && {
      state: run.state,
      standing: run.standing,
      curve: thinned(run.curve),
      network: run.network,
      data: run.data,
      counts: run.counts,
      validationCount: run.validationCount,
    },
  };
}

function thinned(curve: readonly CurveAt[]): CurveAt[] {
  const every = Math.max(1, Math.ceil(curve.length / SHOWN_PLACES));
  const rounded = (share: number | null) => (share === null ? null : Math.round(share * 1e4) / 1e4);
  return curve
    .filter((_, i) => i % every === 0 || i === curve.length - 1)
    .map(({ step, accuracy, validationAccuracy }) => ({
      step,
      accuracy: rounded(accuracy),
      validationAccuracy: rounded(validationAccuracy),
    }));
}

const count = integer(0);
const counts = listOf(count, 0, MOST_LABELS);
const share = nullOr(number(0, 1));
const loss = nullOr(number(0));

export const shownDeskShape: Shape<ShownDesk> = object<ShownDesk>({
  network: networkShape,
  data: dataShape,
  past: listOf(pastTryShape, 0, MOST_PAST),
  facts: nullOr(
    object<Omit<PoolFacts, 'labels'>>({
      kind: oneOf(['labels', 'digits']),
      version: text(80),
      counts,
      heldBack: counts,
      collecting: flag,
    }),
  ),
  run: nullOr(
    object<NonNullable<ShownDesk['run']>>({
      state: oneOf(STATES),
      standing: object({
        step: count,
        totalSteps: count,
        epoch: number(0),
        loss,
        accuracy: share,
        validationLoss: loss,
        validationAccuracy: share,
        confusion: listOf(counts, 0, MOST_LABELS),
      }),
      curve: listOf(curveAtShape, 0, SHOWN_PLACES + 2),
      network: networkShape,
      data: dataShape,
      counts,
      validationCount: count,
    }),
  ),
});

/** Another's desk as a bench draws it. @param labels the class's own names */
export function shownNow({ facts, run, ...rest }: ShownDesk, labels: PoolFacts['labels']): DeskNow {
  return {
    ...rest,
    source: 'class',
    pool: { facts: facts && { ...facts, labels }, own: [] },
    run: run && { ...run, source: 'class', poolVersion: facts?.version ?? '' },
    preparing: false,
    problem: null,
  };
}

const nothing = refuse('not-allowed');
const EMPTY: PoolSource = {
  snapshot: () => ({ facts: null, own: [] }),
  subscribe: () => () => {},
  file: async () => nothing,
  takeBack: async () => nothing,
  pictures: async () => null,
  heldBack: async () => null,
  close: () => {},
};
const NO_STORAGE = { getItem: () => null, setItem: () => {}, removeItem: () => {} };

/** A desk at which nothing is done: what stands on it is another's. */
export function deskToLookAt(): PoolDesk {
  return new PoolDesk({ class: EMPTY }, 0, 'class', 'shown', NO_STORAGE);
}
