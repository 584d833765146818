import { z } from 'zod';
import { BACKENDS, experimentSchema } from './experiment';
import { LIMITS } from './limits';

/** Ids that a client makes: 16 random bytes in hex, since plain http has no `randomUUID`. */
export const idSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** A number that training can turn into NaN or infinity, which JSON cannot say: then null. */
const measureSchema = z.number().nullable();

/** One moment of a run. Loss and accuracy are means over the examples since the last point; validation ones come when measured. */
export const pointSchema = z.strictObject({
  step: z.int().min(0),
  /** Epochs done so far, with a fraction. */
  epoch: z.number().min(0),
  loss: measureSchema,
  accuracy: measureSchema,
  validationLoss: measureSchema,
  validationAccuracy: measureSchema,
  examplesPerSecond: z.number().min(0),
});
export type Point = z.infer<typeof pointSchema>;

/** `training` and `paused` go on; the others end a run's stream. `stopped`: the student reset it or began another. */
export const RUN_STATES = ['training', 'paused', 'finished', 'diverged', 'stopped'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Whether a run in this state still takes points. */
export function isOpen(state: RunState): boolean {
  return state === 'training' || state === 'paused';
}

/** What is known at the end of a run (or at a submission): counts on the validation set, row = digit, column = answer. */
export const runReportSchema = z.strictObject({
  confusion: z.array(z.array(z.int().min(0)).max(10)).max(10),
  /** Seconds of training, pauses left out. */
  seconds: z.number().min(0),
});
export type RunReport = z.infer<typeof runReportSchema>;

/** Consecutive points of a run, sent, acknowledged and stored as one piece. `sequence` starts at 1 and has no gaps. */
export const batchSchema = z.strictObject({
  sequence: z.int().min(1),
  points: z.array(pointSchema).max(LIMITS.pointsPerBatch),
  /** The run's state after these points. */
  state: z.enum(RUN_STATES),
  report: runReportSchema.nullable(),
});
export type Batch = z.infer<typeof batchSchema>;

/** Opens a run or takes it up again; the same for both, so a run that began offline needs nothing special. */
export const runAttachSchema = z.strictObject({
  runId: idSchema,
  experiment: experimentSchema,
  backend: z.enum(BACKENDS),
  /** Milliseconds since 1970 by the student's clock; for show only. */
  startedAt: z.int().min(0),
});
export type RunAttach = z.infer<typeof runAttachSchema>;

/** `epoch` is the one that `run:attach` gave: a newer attach makes it stale, which fences old tabs. */
export const runAppendSchema = z.strictObject({ runId: idSchema, epoch: z.int().min(1), batch: batchSchema });
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
  experiment: z.infer<typeof experimentSchema>;
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
}
