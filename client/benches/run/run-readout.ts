import type { CurrentRun } from '@/client/training/current-run';
import type { Point } from '@/protocol/run';

/** The numbers of a run that are on show. Null: not there yet, or no number any more. */
export interface RunReadout {
  state: CurrentRun['state'];
  step: number;
  epoch: number;
  loss: number | null;
  accuracy: number | null;
  /** The newest that were measured; they come less often. */
  validationLoss: number | null;
  validationAccuracy: number | null;
  /** Pictures on which those were measured; null where that is not known. */
  validationExamples: number | null;
  examplesPerSecond: number | null;
}

/** The newest value that was measured at all. */
export function newestValue(points: readonly Point[], read: (point: Point) => number | null): number | null {
  for (let i = points.length - 1; i >= 0; i--) {
    const value = read(points[i]!);
    if (value !== null) return value;
  }
  return null;
}

/** Reads a run's newest numbers; a run that has not begun stands at step 0. */
export function readoutOf(current: CurrentRun | null): RunReadout {
  const points = current?.points ?? [];
  const last = points[points.length - 1];
  return {
    state: current?.state ?? 'ready',
    step: last?.step ?? 0,
    epoch: last?.epoch ?? 0,
    loss: last?.loss ?? null,
    accuracy: last?.accuracy ?? null,
    validationLoss: newestValue(points, (point) => point.validationLoss),
    validationAccuracy: newestValue(points, (point) => point.validationAccuracy),
    validationExamples:
      points.findLast(({ validationLoss }) => validationLoss !== null)?.validationExamples ?? null,
    examplesPerSecond: last?.examplesPerSecond ?? null,
  };
}

/** A number as a test or a script reads it: four digits, no language; empty where there is none. */
export function plainNumber(value: number | null): string {
  return value === null || !Number.isFinite(value) ? '' : value.toFixed(4);
}
