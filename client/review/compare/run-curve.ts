import { batchOfRun } from '@/engine/runs/run-sizes';
import type { RunExperiment } from '@/protocol/experiment';
import type { Point } from '@/protocol/run';

export const MEASURES = ['validationAccuracy', 'accuracy', 'validationLoss', 'loss'] as const;
export type ComparedMeasure = (typeof MEASURES)[number];

/** Whether it is a share of right answers, which is told in percent. */
export const isShare = (measure: ComparedMeasure): boolean =>
  measure === 'accuracy' || measure === 'validationAccuracy';

export const AXES = ['step', 'epoch', 'examples', 'seconds'] as const;
export type ComparedAxis = (typeof AXES)[number];

/** How a run's curve is drawn. */
export interface CurveLook {
  measure: ComparedMeasure;
  axis: ComparedAxis;
  /** 0: as it was measured; towards 1 ever smoother. */
  smoothing: number;
}

/** A place on a curve. */
export type RunCurvePoint = readonly [x: number, y: number];

/** A run's curve: where the measure was taken, against what was chosen, smoothed. */
export function runCurve(
  points: readonly Point[],
  experiment: RunExperiment,
  look: CurveLook,
): RunCurvePoint[] {
  const x = placesAlong(points, experiment, look.axis);
  const taken = points.flatMap((point, index): RunCurvePoint[] => {
    const value = point[look.measure];
    return value === null ? [] : [[x[index]!, value]];
  });
  const smooth = smoothed(
    taken.map(([, y]) => y),
    look.smoothing,
  );
  return taken.map(([at], index) => [at, smooth[index]!]);
}

/**
 * Where each point lies along an axis. Seconds are those of training alone: the examples since the point before at the speed that was
 * measured; where none was, no time has passed.
 */
export function placesAlong(
  points: readonly Point[],
  experiment: RunExperiment,
  axis: ComparedAxis,
): number[] {
  switch (axis) {
    case 'step':
      return points.map(({ step }) => step);
    case 'epoch':
      return points.map(({ epoch }) => epoch);
    case 'examples':
      return points.map(({ step }) => step * batchOfRun(experiment));
    case 'seconds': {
      const batch = batchOfRun(experiment);
      let seconds = 0;
      let before = 0;
      return points.map(({ step, examplesPerSecond }) => {
        if (examplesPerSecond > 0) seconds += ((step - before) * batch) / examplesPerSecond;
        before = step;
        return seconds;
      });
    }
  }
}

/**
 * A moving average whose weights fall off exponentially, freed of the pull towards its start (Kingma & Ba 2015, section 3), as TensorBoard
 * smooths.
 */
export function smoothed(values: readonly number[], smoothing: number): number[] {
  let mean = 0;
  let left = 1;
  return values.map((value) => {
    mean = smoothing * mean + (1 - smoothing) * value;
    left *= smoothing;
    return mean / (1 - left);
  });
}
