import type { Experiment } from './experiment';

/** Whether two experiments are the same training, whatever the order of their fields. */
export function isSameExperiment(one: Experiment, other: Experiment): boolean {
  return isSame(one, other);
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  const left = Object.entries(one);
  return (
    left.length === Object.keys(other).length &&
    left.every(([key, value]) => isSame(value, (other as Record<string, unknown>)[key]))
  );
}
