import { z } from 'zod';
import { MOST_LABELS } from './datasets';
import { type Experiment, type PointsExperiment, runExperimentSchema } from './experiment';
import { BACKENDS } from './experiment-choices';
import { ID } from './id';
import { LARGEST_LOSS } from './largest-loss';
import { LIMITS } from './limits';
import { RUN_STATES, type RunState } from './run-state';

export const idSchema = z.string().regex(ID);

/** No device trains on more examples a second; a coarse clock can make it seem so. */
export const MOST_EXAMPLES_PER_SECOND = 1e7;
/** Beyond float32 there is no loss. */
const FLOAT32_MOST = 3.5e38;
/** What sums of floats may go past an end by. */
const ROUNDING = 1e-6;
const MOST_SECONDS = 7 * 24 * 3600;

/** A loss: one that training has turned into NaN or infinity, which JSON cannot say, is null. One that explodes is brought to where it stops to mean more. */
const lossSchema = z
  .number()
  .min(-ROUNDING)
  .max(FLOAT32_MOST)
  .transform((loss) => Math.min(LARGEST_LOSS, Math.max(0, loss)))
  .nullable();
/** A share of right answers; null as in a loss, or where there was none. */
const shareSchema = z
  .number()
  .min(-ROUNDING)
  .max(1 + ROUNDING)
  .transform((share) => Math.min(1, Math.max(0, share)))
  .nullable();
/** What a client says that may be too much by accident: never more than this comes in. */
const atMost = (most: number) =>
  z
    .number()
    .min(0)
    .transform((value) => Math.min(most, value));

/** One moment of a run. Loss and accuracy are means over the examples since the last point; validation ones come when measured. */
export const pointSchema = z.strictObject({
  step: z.int().min(0).max(LIMITS.stepsPerRun),
  /** Epochs done so far, with a fraction. The server has it from the step and the stored experiment. */
  epoch: atMost(LIMITS.stepsPerRun),
  loss: lossSchema,
  accuracy: shareSchema,
  validationLoss: lossSchema,
  validationAccuracy: shareSchema,
  /** Validation pictures on which both were measured: fewer than all stand for them all. Left out where nothing was, or by older runs. */
  validationExamples: z.int().min(1).max(LIMITS.picturesCounted).optional(),
  examplesPerSecond: atMost(MOST_EXAMPLES_PER_SECOND),
});
export type Point = z.infer<typeof pointSchema>;

/** What is known at the end of a run (or at a submission): counts on the validation set, row = label, column = answer. */
export const runReportSchema = z.strictObject({
  confusion: z.array(z.array(z.int().min(0).max(LIMITS.picturesCounted)).max(MOST_LABELS)).max(MOST_LABELS),
  /** Seconds of training, pauses left out. The server takes no more than the class has gone on. */
  seconds: atMost(MOST_SECONDS),
});
export type RunReport = z.infer<typeof runReportSchema>;

/** Steps only grow. */
function areInOrder(points: readonly { step: number }[]): boolean {
  return points.every(({ step }, i) => i === 0 || step >= points[i - 1]!.step);
}

/** Consecutive points of a run, sent, acknowledged and stored as one piece. `sequence` starts at 1 and has no gaps. */
export const batchSchema = z.strictObject({
  sequence: z.int().min(1),
  points: z.array(pointSchema).max(LIMITS.pointsPerBatch).refine(areInOrder),
  /** The run's state after these points. */
  state: z.enum(RUN_STATES),
  report: runReportSchema.nullable(),
});
export type Batch = z.infer<typeof batchSchema>;

/** The moment of another run with whose weights a run began. */
export const runOriginSchema = z.strictObject({
  runId: idSchema,
  step: z.int().min(1).max(LIMITS.stepsPerRun),
});
export type RunOrigin = z.infer<typeof runOriginSchema>;

/** Opens a run or takes it up again; the same for both, so a run that began offline needs nothing special. */
export const runAttachSchema = z.strictObject({
  runId: idSchema,
  experiment: runExperimentSchema,
  backend: z.enum(BACKENDS),
  /** Milliseconds since 1970 by the student's clock; for show only, and never later than the server's. */
  startedAt: z.int().min(0),
  /** The class in which it was begun, where that may be an earlier sitting than the one that the student is in; left out: this one. */
  classId: idSchema.optional(),
  /** Left out: it began with the weights of its seed. */
  continues: runOriginSchema.optional(),
  /** It was trained beside what is on the student's bench, as one of many: no watcher is shown it in that place. Not kept with the run. */
  aside: z.literal(true).optional(),
});
export type RunAttach = z.infer<typeof runAttachSchema>;

/** `epoch` is the one that `run:attach` gave: a newer attach makes it stale, which fences old tabs. */
export const runAppendSchema = z.strictObject({
  runId: idSchema,
  epoch: z.int().min(1),
  batch: batchSchema,
  /** As in `run:attach`. */
  classId: idSchema.optional(),
});
export type RunAppend = z.infer<typeof runAppendSchema>;

/** `studentId` null: the own runs (student), or the runs of the whole class (teacher). */
export const runListSchema = z.strictObject({ studentId: idSchema.nullable() });
export type RunList = z.infer<typeof runListSchema>;

export const runReadSchema = z.strictObject({ runId: idSchema });
export type RunRead = z.infer<typeof runReadSchema>;

/** One row of a list of runs. */
export interface RunSummary {
  id: string;
  studentId: string;
  experiment: z.infer<typeof runExperimentSchema>;
  backend: (typeof BACKENDS)[number];
  state: RunState;
  /** Server's clock, milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
  /** Highest stored sequence. */
  highWater: number;
  pointCount: number;
  last: Point | null;
  report: RunReport | null;
  /** Best verified accuracy of this run's submissions on the public half of the hidden data, 0 to 1. */
  verifiedAccuracy: number | null;
  /** Left out: it began with the weights of its seed. */
  continues?: RunOrigin;
}

/** A run that trains pictures, and one of the 2-D bench. */
export type PictureRun = RunSummary & { experiment: Experiment };
export type PointsRun = RunSummary & { experiment: PointsExperiment };
