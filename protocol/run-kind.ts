import type { Experiment, PointsExperiment, RunExperiment } from './experiment';
import type { RunSummary } from './run';

/** Whether a run is one of the 2-D bench. */
export function isOnPoints(experiment: RunExperiment): experiment is PointsExperiment {
  return 'kind' in experiment;
}

/** Whether it trains pictures. */
export function trainsPictures<Run extends Pick<RunSummary, 'experiment'>>(
  run: Run,
): run is Run & { experiment: Experiment } {
  return !isOnPoints(run.experiment);
}
