import { z } from 'zod';
import { type Work, worksSchema } from './bench-work';
import { LIMITS } from './limits';
import { idSchema } from './run';

/** What weights are called by: SHA-256 of their bytes, in hexadecimal digits. */
export const weightsDigestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What a teacher puts on students' benches: pieces of the own bench's work, read there by the same bench's shapes (docs/decisions/0025). */
export const setUpHandFields = {
  /** Made by whoever hands it, so that asking again is the same set-up. */
  setUpId: idSchema,
  stepId: z.string().min(1).max(100),
  /** Null: everybody, and whoever joins while the class is at this step. */
  to: z.array(idSchema).min(1).max(LIMITS.studentsPerClass).nullable(),
  works: worksSchema.min(1),
  /** The digest of the weights that go along; left out: none do. */
  weights: weightsDigestSchema.optional(),
};

/** A set-up that was handed, without what is in it: that is asked for. */
export interface HandedSetUp {
  id: string;
  stepId: string;
  /** The server's clock, milliseconds since 1970. */
  handedAt: number;
}

export const setUpReadSchema = z.strictObject({ setUpId: idSchema });
export type SetUpRead = z.infer<typeof setUpReadSchema>;

/** A set-up with what is in it. */
export interface SetUp extends HandedSetUp {
  to: readonly string[] | null;
  works: readonly Work[];
  /** The digest of the weights that go along. */
  weights?: string | undefined;
}
