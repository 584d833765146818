import { averagedMerges } from '@/classroom/merge-views';
import { chanceOf, mergeOutcome } from '@/protocol/merge-outcome';
import type { ExportSource } from './export-source';

/** Averages of the class's networks, one a row, as far as the class has seen them. Which unit sat where is in `class.json`. */
export function* networkAverages({ state }: ExportSource) {
  for (const { id, averagedAt, start, dataset, dealt, result } of averagedMerges(state)) {
    if (result === null) continue;
    const { pictures, networks, leftOut, best, median, worst, plain, aligned, moved } = result;
    yield {
      average_id: id,
      averaged_at: new Date(averagedAt).toISOString(),
      first_weights: start,
      dataset,
      pictures,
      dealt,
      networks,
      other_layers: leftOut.shape,
      other_start: leftOut.start,
      weights_lost: leftOut.lost,
      best_accuracy: best,
      median_accuracy: median,
      worst_accuracy: worst,
      averaged_accuracy: plain,
      outcome: mergeOutcome({ plain, best, worst, chance: chanceOf(dataset) }),
      moved_units: moved?.units ?? null,
      units: moved?.of ?? null,
      aligned_accuracy: aligned,
    };
  }
}

export const NETWORK_AVERAGE_COLUMNS = [
  'average_id',
  'averaged_at',
  'first_weights',
  'dataset',
  'pictures',
  'dealt',
  'networks',
  'other_layers',
  'other_start',
  'weights_lost',
  'best_accuracy',
  'median_accuracy',
  'worst_accuracy',
  'averaged_accuracy',
  'outcome',
  'moved_units',
  'units',
  'aligned_accuracy',
] as const;
