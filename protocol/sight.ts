import { z } from 'zod';
import { worksSchema } from './bench-work';
import { idSchema } from './run';

/** Looking over a student's shoulder: docs/decisions/0025. */

/** What a bench shows now: the step that the page is at, and the work on its bench. */
export const sightSchema = z.strictObject({
  stepId: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9-]*$/),
  works: worksSchema,
});
export type Sight = z.infer<typeof sightSchema>;

/** Asks to look over a student's shoulder, or ends it. */
export const sightWatchSchema = z.strictObject({ studentId: idSchema, on: z.boolean() });
export type SightWatch = z.infer<typeof sightWatchSchema>;

/** What a watcher is told: the newest. */
export interface SightFrame {
  /** Null on a projector, which is told of nobody who it is. */
  studentId: string | null;
  /** Null: there is nothing to see any more, and the looking has ended. */
  sight: Sight | null;
}

/** Who looks at a student's bench, as the student's page is told. */
export type Watched = 'nobody' | 'teacher' | 'class';
