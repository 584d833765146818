import type { Point, RunSummary } from './run';

/** A run's accuracy as it is told: on validation data where that was measured, else on training data. */
export interface RunAccuracy {
  value: number | null;
  measured: 'validation' | 'training' | null;
}

/**
 * The accuracy at the end of a run: from the report's confusion counts, which are the whole validation set, else from
 * the last point.
 */
export function finalAccuracy(run: Pick<RunSummary, 'report' | 'last'>): RunAccuracy {
  const counted = run.report ? shareOnDiagonal(run.report.confusion) : null;
  if (counted !== null) return { value: counted, measured: 'validation' };
  const last = run.last;
  if (last?.validationAccuracy != null) return { value: last.validationAccuracy, measured: 'validation' };
  return last?.accuracy == null
    ? { value: null, measured: null }
    : { value: last.accuracy, measured: 'training' };
}

/** Right answers over all answers of a matrix of counts; null where it is empty. */
export function shareOnDiagonal(counts: readonly (readonly number[])[]): number | null {
  let right = 0;
  let all = 0;
  counts.forEach((row, label) => {
    row.forEach((count, answer) => {
      all += count;
      if (answer === label) right += count;
    });
  });
  return all === 0 ? null : right / all;
}

/** Milliseconds of training: what the student's browser measured (pauses left out), else from first to last sign of life. */
export function trainingTime(run: Pick<RunSummary, 'report' | 'createdAt' | 'updatedAt'>): number {
  return run.report ? run.report.seconds * 1000 : Math.max(0, run.updatedAt - run.createdAt);
}

/** The newest point that has a validation loss; null where none has. */
export function lastValidated(points: readonly Point[]): Point | null {
  return points.findLast((point) => point.validationLoss !== null) ?? null;
}
