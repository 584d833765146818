import { quantileSorted } from 'd3-array';
import { type ClassRun, fieldOf, type GroupId } from './run-fields';

/** Runs that share a value. */
export interface RunGroup {
  /** The value as a text; empty where it is not known. */
  key: string;
  value: number | string | null;
  runs: ClassRun[];
  /** Percent; null: none of the runs has an accuracy. */
  best: number | null;
  median: number | null;
}

/** Runs by the value of a field: groups in the order in which their first run comes, runs in theirs. */
export function groupRuns(runs: readonly ClassRun[], id: GroupId): RunGroup[] {
  const groups = new Map<string, { value: number | string | null; runs: ClassRun[] }>();
  for (const run of runs) {
    const value = fieldOf(run, id);
    const key = value === null ? '' : String(value);
    const group = groups.get(key) ?? { value, runs: [] };
    groups.set(key, group);
    group.runs.push(run);
  }
  return [...groups].map(([key, group]) => {
    const accuracies = group.runs
      .flatMap((run) => fieldOf(run, 'accuracy') ?? [])
      .map(Number)
      .sort((a, b) => a - b);
    return {
      key,
      ...group,
      best: accuracies.at(-1) ?? null,
      median: quantileSorted(accuracies, 0.5) ?? null,
    };
  });
}
