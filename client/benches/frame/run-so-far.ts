import { integer, object, type Shape } from '@/base/shape';

/** A run of a challenge on its way: what was chosen, and how many steps it has taken. Everything else follows from that and the task. */
export interface RunSoFar<Settings> {
  settings: Settings;
  taken: number;
}

/** Far beyond the longest run of any challenge. */
const MOST_STEPS = 10_000;

export function runSoFarShape<Settings>(settings: Shape<Settings>): Shape<RunSoFar<Settings>> {
  return object<RunSoFar<Settings>>({ settings, taken: integer(0, MOST_STEPS) });
}
