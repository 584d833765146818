import { mostStepsOfRun, stepsPerEpochOfRun } from '@/engine/runs/run-sizes';
import type { RunExperiment } from '@/protocol/experiment';
import type { Batch } from '@/protocol/run';

/**
 * A batch as far as the server can believe it. What follows from the stored experiment is not taken from the wire, and
 * nobody has trained longer than the class has gone on.
 * @param most milliseconds that the run can have been training for, by the server's clock
 */
export function believableBatch(experiment: RunExperiment, batch: Batch, most: number): Batch {
  const { points, report } = batch;
  const perEpoch = stepsPerEpochOfRun(experiment);
  const steps = mostStepsOfRun(experiment);
  return {
    ...batch,
    points: points.map((point) => ({
      ...point,
      epoch: Math.min(steps, point.step) / perEpoch,
    })),
    // A clock that was set back says nothing.
    report: report && most > 0 ? { ...report, seconds: Math.min(report.seconds, most / 1_000) } : report,
  };
}
