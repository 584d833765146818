import { integer, listOf, made, number, object, oneOf, or, type Shape, text } from '@/base/shape';
import type { OpenWork } from '@/client/benches/frame/open-work';
import { shownPiece } from '@/client/benches/frame/use-laid';
import type { PlaygroundSetup } from '@/engine/playground/setup';
import { formatSetup, parseSetup } from '@/engine/playground/setup-link';
import type { OwnPoints } from '@/engine/points/own-points';
import type { Work } from '@/protocol/bench-work';
import { LARGEST_LOSS } from '@/protocol/largest-loss';
import { LIMITS } from '@/protocol/limits';
import type { BenchModel } from './bench-model';
import type { LoggedPoint } from './curve-log';
import { keepOwn, ownShape } from './kept-bench';
import type { LeftTraining } from './left-training';
import {
  type OpenNames,
  openNames,
  openNamesShape,
  openPoints,
  openPointsShape,
  withNames,
} from './shown-own';

/** Places of a curve that others are shown. */
const SHOWN_PLACES = 60;
const STATES = ['ready', 'training', 'paused', 'reached', 'diverged'] as const;

export const standingShape: Shape<LeftTraining> = made(
  object({
    weights: listOf(number(-LIMITS.largestWeight, LIMITS.largestWeight), 1, 1_000),
    step: integer(0, Number.MAX_SAFE_INTEGER),
  }),
  ({ weights, step }) => ({ weights: Float32Array.from(weights), step }),
);
const lossShape = number(0, LARGEST_LOSS);
export const lossCurveShape: Shape<LoggedPoint[]> = made(
  listOf(listOf(lossShape, 3, 3), 0, SHOWN_PLACES + 2),
  (rows) => rows.map(([step, train, test]): LoggedPoint => ({ step: step!, train: train!, test: test! })),
);

/**
 * Opens a 2-D bench to the class: the own points that it trains with, its setup and its weights, which can be put there in this order, and the
 * curve of its losses.
 * @param fixed what of a setup this bench may not take over; where that is its points, own ones are nothing to it
 * @returns how to end it
 */
export function openPlayground(
  open: OpenWork,
  model: BenchModel,
  fixed: Partial<PlaygroundSetup>,
): () => void {
  /** Names that came before the points that they are for. */
  let names: OpenNames | null = null;
  const stops = [
    open.lay('own-names', {
      read: () => ownOf(model, openNames),
      put(value) {
        names = openNamesShape(value) ?? null;
        return names !== null;
      },
    }),
    open.lay('own-points', {
      read: () => ownOf(model, openPoints),
      // All of them, whether they are trained with or not: they would be lost, and what travels is a share and rounded.
      keep: () => {
        const { own } = model.snapshot();
        return own && keepOwn(own);
      },
      put(value) {
        const handed = openPointsShape(value)?.own;
        const own = handed ? withNames(handed, names) : ownShape(value);
        names = null;
        if (own === undefined || fixed.points !== undefined) return false;
        model.takeOwn(own);
        return true;
      },
    }),
    open.lay('setup', {
      read: () => formatSetup(model.snapshot().setup),
      put(value) {
        const wanted = text(2_000)(value);
        if (wanted === undefined) return false;
        const now = model.snapshot().setup;
        const { setup, problems } = parseSetup(wanted, now);
        if (problems.length > 0) return false;
        // Own points that have not come along: the student's stay.
        const points = setup.points === 'own' && !model.snapshot().own ? now.points : setup.points;
        model.change({ ...setup, ...fixed, points: fixed.points ?? points });
        return true;
      },
    }),
    open.lay('standing', {
      read: () => {
        const stands = model.standsAt;
        if (!stands?.weights.every(Number.isFinite)) return null;
        return {
          weights: Array.from(stands.weights, (weight) => Number(weight.toPrecision(5))),
          step: stands.step,
        };
      },
      put(value) {
        const wanted = standingShape(value);
        if (!wanted) return false;
        model.takeWeights(wanted.weights);
        return true;
      },
    }),
    open.lay('state', { read: () => model.snapshot().state.name }),
    open.lay('curve', {
      read: () => shownCurve(model.curve.all),
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Of the own points, while the bench trains with them. */
function ownOf<Part>(model: BenchModel, part: (own: OwnPoints) => Part): Part | null {
  const { own, setup } = model.snapshot();
  return own && setup.points === 'own' ? part(own) : null;
}

function shownCurve(all: readonly LoggedPoint[]): number[][] {
  const every = Math.max(1, Math.ceil(all.length / SHOWN_PLACES));
  return all
    .filter((_, i) => i % every === 0 || i === all.length - 1)
    .map(({ step, train, test }) => [step, short(train), short(test)]);
}

/** A training of before as a bench shows another's. @param stands `weights` null: those of the seed */
export function worksOf(
  setup: string,
  { weights, step }: { weights: Float32Array | null; step: number },
  curve: readonly LoggedPoint[],
): Work[] {
  const works = {
    setup,
    ...(weights && { standing: { weights: Array.from(weights), step } }),
    state: weights ? 'paused' : 'ready',
    curve: shownCurve(curve),
  };
  return Object.entries(works).map(([name, value]) => ({ name, text: JSON.stringify(value) }));
}

const short = (loss: number) => Number(Math.min(LARGEST_LOSS, loss).toPrecision(4));

/** Another's 2-D bench, as their page shows it. */
export function shownPlayground(shown: readonly Work[], initial: PlaygroundSetup) {
  const setup = parseSetup(shownPiece(shown, 'setup', text(2_000)) ?? '', initial).setup;
  return {
    setup,
    left: shownPiece(shown, 'standing', standingShape) ?? null,
    state: shownPiece(shown, 'state', oneOf(STATES)) ?? 'ready',
    curve: shownPiece(shown, 'curve', or(lossCurveShape, [])) ?? [],
  };
}
