import { listOf, made, nullOr, number, object, oneOf, type Shape } from '@/base/shape';
import { thinPoints } from '@/client/charts/thin-points';
import { schemaShape } from '@/client/live/schema-shape';
import type { CurrentRun } from '@/client/training/training';
import { type Experiment, experimentSchema } from '@/protocol/experiment';
import type { Point } from '@/protocol/run';

/** Points of a run's curve that others are shown: more cannot be told apart over a shoulder. */
const SHOWN_POINTS = 80;
const STATES = ['ready', 'training', 'paused', 'finished', 'diverged', 'stopped'] as const;

/** A run as others see it: what it trains, and its curve so far, thinned. */
export interface OpenRun {
  experiment: Experiment;
  state: CurrentRun['state'];
  totalSteps: number;
  points: readonly Point[];
}

/** Of each point step, epoch, losses, shares and speed, rounded to what can be seen. */
type Row = readonly (number | null)[];

export function writeRun(run: OpenRun | null): unknown {
  if (run === null) return null;
  const { experiment, state, totalSteps, points } = run;
  return {
    experiment,
    state,
    totalSteps,
    points: thinPoints(points, SHOWN_POINTS).map(
      (point): Row => [
        point.step,
        short(point.epoch),
        short(point.loss),
        short(point.accuracy),
        short(point.validationLoss),
        short(point.validationAccuracy),
        Math.round(point.examplesPerSecond),
      ],
    ),
  };
}

const short = (value: number | null) =>
  value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(4));

export const experimentShape: Shape<Experiment> = schemaShape(experimentSchema);

const pointShape: Shape<Point> = made(
  listOf(nullOr(number(0)), 7, 7),
  ([step, epoch, loss, accuracy, validationLoss, validationAccuracy, speed]) =>
    typeof step === 'number' &&
    typeof epoch === 'number' &&
    isShare(accuracy!) &&
    isShare(validationAccuracy!)
      ? {
          step,
          epoch,
          loss: loss!,
          accuracy: accuracy!,
          validationLoss: validationLoss!,
          validationAccuracy: validationAccuracy!,
          examplesPerSecond: speed ?? 0,
        }
      : undefined,
);

const isShare = (value: number | null) => value === null || value <= 1;

export const shownRunShape: Shape<OpenRun | null> = nullOr(
  object<OpenRun>({
    experiment: experimentShape,
    state: oneOf(STATES),
    totalSteps: number(1),
    points: listOf(pointShape, 0, SHOWN_POINTS),
  }),
);
