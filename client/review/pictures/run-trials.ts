import { chanceOfRun } from '@/client/review/run-chance';
import { SETTING_IDS, settingOf } from '@/client/review/settings';
import type { RunResult } from '@/protocol/run-table';
import type { RunTrial } from './setting-effects';

/**
 * The runs that say something of their settings, with their accuracy in percent: those that were trained to their end. One that diverged
 * ends with a network that guesses, and counts as one that guesses. What was broken off, still runs, or was measured on training data alone
 * tells less of the settings than of the moment: it is left out.
 */
export function runTrials(runs: readonly RunResult[]): {
  trials: RunTrial[];
  diverged: number;
  leftOut: number;
} {
  let diverged = 0;
  const trials = runs.flatMap(({ experiment, state, accuracy }): RunTrial[] => {
    const settings = Object.fromEntries(SETTING_IDS.map((id) => [id, settingOf(experiment, id)]));
    if (state === 'diverged') {
      diverged += 1;
      const chance = chanceOfRun(experiment).accuracy;
      return chance === null ? [] : [{ settings, result: chance * 100 }];
    }
    if (state !== 'finished' || accuracy.measured !== 'validation' || accuracy.value === null) return [];
    return [{ settings, result: accuracy.value * 100 }];
  });
  return { trials, diverged, leftOut: runs.length - trials.length };
}
