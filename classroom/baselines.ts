import { DATASETS } from '@/protocol/datasets';
import type { Baseline, BaselineId, RaceRules } from '@/protocol/race';
import { datasetOf } from './dataset';
import { LINEAR_BASELINES } from './linear-baselines';
import { type Entry, figureOf, isOverBar } from './race-rules';
import type { ClassState } from './state';

/** What stands below the board of a race, best known to least: none of it ranks, and nobody is named. */
export function baselinesOf(state: ClassState): Baseline[] {
  const { race, lastBest, phase, ownHalf } = state;
  const dataset = datasetOf(state);
  if (!race.baselines || dataset === null) return [];
  const ended = phase === 'ended';
  const { drawnAccuracy, ...packed } = LINEAR_BASELINES[dataset];
  const linear = ownHalf ? { ...packed, privateAccuracy: drawnAccuracy } : packed;
  const told = [baseline(race, 'linear', linear, figureOf(race, linear), ended)];
  // Of how it did on the public half nobody has kept anything.
  if (lastBest?.dataset === dataset) {
    const { accuracy } = lastBest;
    const own = { publicAccuracy: accuracy, privateAccuracy: accuracy };
    told.push(baseline(race, 'last', own, race.metric === 'accuracy' ? null : lastBest[race.metric], ended));
  }
  // Who guesses is over no bar.
  if (race.metric === 'accuracy') {
    const { accuracy } = DATASETS[dataset].chance;
    const guesses = { publicAccuracy: accuracy, privateAccuracy: accuracy };
    told.push(baseline(race, 'chance', guesses, null, ended));
  }
  return told;
}

function baseline(
  race: RaceRules,
  id: BaselineId,
  entry: Pick<Entry, 'publicAccuracy' | 'privateAccuracy'>,
  figure: number | null,
  ended: boolean,
): Baseline {
  return {
    id,
    accuracy: ended ? entry.privateAccuracy : entry.publicAccuracy,
    figure: isOverBar(race, entry, ended) ? figure : null,
  };
}
