import type { Point } from './run';

/** Points of a run on their way to a picture: a text, since thousands of objects cost a page more than all else that it shows. */
export type DrawnPoints = string;

type DrawnPoint = [
  step: number,
  epoch: number,
  loss: number | null,
  accuracy: number | null,
  validationLoss: number | null,
  validationAccuracy: number | null,
  examplesPerSecond: number,
  validationExamples?: number,
];

/** Digits that are drawn: a picture of a thousand pixels shows three. */
const DIGITS = 5;

/** @param digits as many as there are where it is left out: for whoever looks closely */
export function packDrawnPoints(points: readonly Point[], digits: number | null = DIGITS): DrawnPoints {
  const rounded = (value: number | null) =>
    value === null || digits === null ? value : Number(value.toPrecision(digits));
  return JSON.stringify(
    points.map(
      (point): DrawnPoint => [
        point.step,
        Number(point.epoch.toFixed(3)),
        rounded(point.loss),
        rounded(point.accuracy),
        rounded(point.validationLoss),
        rounded(point.validationAccuracy),
        Math.round(point.examplesPerSecond),
        ...(point.validationExamples === undefined ? ([] as const) : ([point.validationExamples] as const)),
      ],
    ),
  );
}

export function readDrawnPoints(packed: DrawnPoints): Point[] {
  return (JSON.parse(packed) as DrawnPoint[]).map(
    ([step, epoch, loss, accuracy, validationLoss, validationAccuracy, examplesPerSecond, examples]) => ({
      ...{ step, epoch, loss, accuracy, validationLoss, validationAccuracy, examplesPerSecond },
      ...(examples === undefined ? {} : { validationExamples: examples }),
    }),
  );
}
