import { type ClassRun, runRows } from '@/client/review/runs/run-fields';
import { EXPERIMENT } from '@/people/sample-run';
import type { Experiment } from '@/protocol/experiment';
import type { RunResult } from '@/protocol/run-table';

export const idOf = (index: number) => index.toString(16).padStart(32, '0');

/** What came of a run; `given` takes the place of what is made up. */
export function aResult(
  index: number,
  given: Partial<RunResult> = {},
  set: Partial<Experiment> = {},
): RunResult {
  return {
    id: idOf(index),
    studentId: 'a',
    experiment: { ...EXPERIMENT, ...set },
    backend: 'cpu',
    state: 'finished',
    createdAt: 1_000_000 + index * 60_000,
    steps: 10,
    accuracy: { value: 0.5, measured: 'validation' },
    verifiedAccuracy: null,
    finalLoss: 1,
    time: 5_000,
    ...given,
  };
}

export const rowsOf = (results: readonly RunResult[]): ClassRun[] => runRows(results);
