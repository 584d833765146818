import { integer, listOf, made, nullOr, number, object, oneOf, or, type Shape, where } from '@/base/shape';
import { thinPoints } from '@/client/charts/thin-points';
import type { CurrentRun } from '@/client/training/current-run';
import { experimentShape } from '@/client/training/experiment-shape';
import { MOST_LABELS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { Point } from '@/protocol/run';

/** Points of a run's curve that others are shown: more cannot be told apart over a shoulder. */
const SHOWN_POINTS = 80;
const STATES = ['ready', 'training', 'paused', 'finished', 'diverged', 'stopped'] as const;

/** What a run has got right and wrong, counted; the pictures themselves are too much to travel. */
export interface OpenReport {
  step: number;
  seconds: number;
  /** Row = label, column = answer. */
  confusion: readonly (readonly number[])[];
}

/** A run as others see it: what it trains, its curve so far, thinned, and its newest report. */
export interface OpenRun {
  experiment: Experiment;
  state: CurrentRun['state'];
  totalSteps: number;
  points: readonly Point[];
  report: OpenReport | null;
}

/** Of each point step, epoch, losses, shares and speed, rounded to what can be seen. */
type Row = readonly (number | null)[];

export function writeRun(run: OpenRun | null): unknown {
  if (run === null) return null;
  const { experiment, state, totalSteps, points, report } = run;
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
    report: report && {
      step: report.step,
      seconds: Math.round(report.seconds * 10) / 10,
      confusion: report.confusion,
    },
  };
}

const short = (value: number | null) =>
  value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(4));

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

const countsShape = listOf(integer(0, 1_000_000), 2, MOST_LABELS);
const reportShape: Shape<OpenReport> = object<OpenReport>({
  step: integer(0, Number.MAX_SAFE_INTEGER),
  seconds: number(0),
  confusion: where(listOf(countsShape, 2, MOST_LABELS), (rows) =>
    rows.every(({ length }) => length === rows.length),
  ),
});

export const shownRunShape: Shape<OpenRun | null> = nullOr(
  object<OpenRun>({
    experiment: experimentShape,
    state: oneOf(STATES),
    totalSteps: number(1),
    points: listOf(pointShape, 0, SHOWN_POINTS),
    report: or(reportShape, null),
  }),
);
