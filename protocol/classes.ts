import { z } from 'zod';
import { DATASET_IDS } from './datasets';
import { LIMITS } from './limits';
import { idSchema } from './run';
import { STORAGE_STATES } from './storage';
import { PHASES, type Phase } from './views';

/** What starting a class says (CLASSES_PATH). */
export const createClassSchema = z.strictObject({
  lessonId: z.string().min(1).max(100),
  /** What the class trains on, where the lesson trains pictures; left out: what the lesson says. */
  dataset: z.enum(DATASET_IDS).optional(),
  /** Which steps of the lesson, by their ids, and in which order; left out: all, in the lesson's. */
  steps: z.array(z.string().min(1).max(100)).min(1).max(LIMITS.stepsPerLesson).optional(),
  /** The group in which it is the next sitting; left out: a class of its own. */
  group: idSchema.optional(),
  /** Held before the lesson with simulated students: a class of its own, whichever group it is for. */
  dryRun: z.boolean().optional(),
  /** Two questions are asked before the lesson and two after it; left out: none. */
  quiz: z.boolean().optional(),
  /** Handed-in networks are trained again on the server, where that is possible; left out: they are not. */
  reproduce: z.boolean().optional(),
  /** The sitting that is still open in the group may be ended for it. */
  endOpen: z.boolean().optional(),
});
export type CreateClass = z.infer<typeof createClassSchema>;

/** A class that has just been made: `code` is what students type. Answered as `Answer<ClassCreated>`, 201. */
export interface ClassCreated {
  id: string;
  code: string;
}

/** What anybody with the code may know before joining (entrancePath). */
export const classEntranceSchema = z.strictObject({
  code: z.string(),
  phase: z.enum(PHASES),
  lessonId: z.string(),
  /** Newcomers are not let in for now. */
  locked: z.boolean(),
  full: z.boolean(),
  /** What the class trains on; left out where it is what the lesson says. */
  dataset: z.enum(DATASET_IDS).optional(),
  /** Why nobody can join for now, whoever opens the door; left out while all is well. */
  storage: z.enum(STORAGE_STATES).optional(),
});
export type ClassEntrance = z.infer<typeof classEntranceSchema> & { phase: Phase };

/** Ids of classes: 32 hex digits, so that they are never taken for a code. */
export const classIdSchema = idSchema;
