import { z } from 'zod';
import { WORK } from './sight-bounds';

/**
 * A piece of the work on a bench, as the bench itself keeps it in a browser: JSON under a name. Nobody reads it but a bench of the same
 * kind, by the shape that it reads what a browser has kept: what has not that shape is nothing to it.
 */
const workSchema = z.strictObject({
  name: z
    .string()
    .max(WORK.nameLetters)
    .regex(/^[a-z][a-z-]*$/),
  text: z.string().max(WORK.characters),
});
export type Work = z.infer<typeof workSchema>;

/** All that is kept of a bench at one step; each name once. */
export const worksSchema = z
  .array(workSchema)
  .max(WORK.pieces)
  .refine((works) => new Set(works.map(({ name }) => name)).size === works.length)
  .refine((works) => works.reduce((sum, { text }) => sum + text.length, 0) <= WORK.charactersTogether);
