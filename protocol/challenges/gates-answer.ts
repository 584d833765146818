import { z } from 'zod';
import { CHALLENGE_GATES } from './gates';

/** A weight or threshold in an answer; far wider than any bench goes, so that the wire sets no goal. */
const parameterSchema = z.number().min(-100).max(100);

/** One perceptron for one gate. */
export const gatesAnswerSchema = z.strictObject({
  part: z.enum(CHALLENGE_GATES),
  weights: z.array(parameterSchema).min(1).max(3),
  threshold: parameterSchema,
});

/** As the wire lets it through. Whoever imports the type alone carries no parser. */
export type GatesAnswer = z.infer<typeof gatesAnswerSchema>;
