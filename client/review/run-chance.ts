import type { GuessingLevel } from '@/client/charts/curve-rows';
import { pointsSetup } from '@/engine/runs/points-experiment';
import { DATASETS } from '@/protocol/datasets';
import type { RunExperiment } from '@/protocol/experiment';
import { isOnPoints } from '@/protocol/run-kind';

/** What a network comes to that knows nothing of what a run trains; null: it cannot be told, as of a regression. */
export function chanceOfRun(experiment: RunExperiment): GuessingLevel {
  if (!isOnPoints(experiment)) return DATASETS[experiment.dataset].chance;
  const { classes } = experiment;
  if (classes === 0) return { loss: null, accuracy: null };
  const isEntropy = pointsSetup(experiment).loss === 'cross-entropy';
  return { loss: isEntropy ? Math.log(classes) : null, accuracy: 1 / classes };
}
