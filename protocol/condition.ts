import { z } from 'zod';
import { stepDoneSchema } from './done';
import { findingSchema } from './finding';
import { LIMITS } from './limits';
import { stepIndexSchema } from './pacing';

/** How it stands with a student at work, as the student's page says it; each report takes the place of the one before. */
export const conditionSchema = z.strictObject({
  /** What the doctor finds in the training on the bench, the gravest first; each kind once. */
  findings: z
    .array(findingSchema)
    .max(LIMITS.findingsPerReport)
    .refine((findings) => new Set(findings.map(({ kind }) => kind)).size === findings.length),
  /** The page is not in front: another tab or another program is. */
  hidden: z.boolean(),
  /** The step at which the student is, where that is another than the class's; left out: where the class is. */
  step: stepIndexSchema.optional(),
  /** How far the student is with the step; left out before the page knows. */
  done: stepDoneSchema.optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

/** A student's condition as teachers are told it. */
export interface StudentCondition extends Condition {
  studentId: string;
  /** Since when the student's activity (protocol/telemetry) is what it is; the server's clock, milliseconds since 1970. */
  since: number;
  /** Since when nothing more of the step's goals was reached; the server's clock. Left out where the page tells of none. */
  progressAt?: number;
  /** The learning rate of the student's latest run; null before the first. */
  rate: number | null;
}
