import { epochsDone } from '@/engine/training/schedule';
import type { Experiment } from '@/protocol/experiment';
import type { Batch } from '@/protocol/run';

/**
 * A batch as far as the server can believe it. What follows from the stored experiment is not taken from the wire, and
 * nobody has trained longer than the class has gone on.
 * @param most milliseconds that the run can have been training for, by the server's clock
 */
export function believableBatch(experiment: Experiment, batch: Batch, most: number): Batch {
  const { points, report } = batch;
  return {
    ...batch,
    points: points.map((point) => ({
      ...point,
      epoch: Math.min(experiment.epochs, epochsDone(experiment, point.step)),
    })),
    // A clock that was set back says nothing.
    report: report && most > 0 ? { ...report, seconds: Math.min(report.seconds, most / 1_000) } : report,
  };
}
