import { z } from 'zod';
import { LIMITS } from './limits';

/** Index of a step among those of a class. */
export const stepIndexSchema = z
  .int()
  .min(0)
  .max(LIMITS.stepsPerLesson - 1);

/**
 * Who decides at which step a student is. `teacher`: the class goes from step to step together; `range`: from the first to the last of the
 * steps that are open each goes as it likes; `free`: the same over all steps. In every mode a student may look back.
 */
export const pacingSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('teacher') }),
  z.strictObject({ mode: z.literal('range'), first: stepIndexSchema, last: stepIndexSchema }),
  z.strictObject({ mode: z.literal('free') }),
]);
export type Pacing = z.infer<typeof pacingSchema>;

/** What says where students may be. */
export interface PacingFacts {
  pacing: Pacing;
  /** The class's own step: the projector's, and at the teacher's pace everybody's. */
  stepIndex: number;
}

/** Steps from the first to the last, both included. */
export interface StepRange {
  first: number;
  last: number;
}

/** The steps at which students work now. Earlier ones may be looked at, later ones may not. @param count how many the class has */
export function openSteps({ pacing, stepIndex }: PacingFacts, count: number): StepRange {
  switch (pacing.mode) {
    case 'teacher':
      return { first: stepIndex, last: stepIndex };
    case 'range':
      return { first: pacing.first, last: Math.min(pacing.last, count - 1) };
    case 'free':
      return { first: 0, last: Math.max(0, count - 1) };
  }
}
