import type { PictureRun } from '@/protocol/run';

/** How many different settings were trained to the end; the same with another seed is the same. */
export function settingsTried(runs: readonly Pick<PictureRun, 'state' | 'experiment'>[]): number {
  const finished = runs.filter(({ state }) => state === 'finished');
  return new Set(finished.map(({ experiment: { seed: _, ...settings } }) => JSON.stringify(settings))).size;
}
