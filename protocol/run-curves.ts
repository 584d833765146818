import { z } from 'zod';
import { CLASSES_PATH } from './class-paths';
import { runsOfAddress } from './compare-runs';
import type { DrawnPoints } from './drawn-points';
import { LIMITS } from './limits';

/** `GET`, for an owner: the accuracy of each student's best run along its steps. */
export const classCurvesPath = (classId: string) => `${CLASSES_PATH}/${classId}/curves`;

/** A run's accuracy by steps, on validation data where that was measured, else on training data. */
export interface ClassCurve {
  runId: string;
  places: (readonly [step: number, accuracy: number])[];
}
export interface ToldCurves {
  curves: ClassCurve[];
}

/** `GET`, for an owner: every point of some runs of the class between two steps. */
export const stretchPath = (classId: string, runIds: readonly string[], { from, to }: Stretch) =>
  `${CLASSES_PATH}/${classId}/points?runs=${runIds.join(',')}&from=${from}&to=${to}`;

/** Steps from one to another, both counted in. */
export interface Stretch {
  from: number;
  to: number;
}

const step = z.coerce.number().int().min(0).max(LIMITS.stepsPerRun);

/** What stands in the address of a stretch. */
export const stretchAddress = {
  runs: z.string().max(2_000).transform(runsOfAddress),
  from: step,
  to: step,
};

export interface StretchPoints {
  /** `exact` false: there were more points than a picture can show, and some are left out. */
  runs: { runId: string; points: DrawnPoints; exact: boolean }[];
}
