import { z } from 'zod';
import { LOSS_CHOICES, LOSS_PARTS, RATE_CHOICES, START_CHOICES } from './loss';

/** Settings of one training; the server runs it and counts its steps. */
export const lossAnswerSchema = z.strictObject({
  part: z.enum(LOSS_PARTS),
  loss: z.enum(LOSS_CHOICES),
  /** For `stuck` it is given: saturated. */
  start: z.enum(START_CHOICES),
  rate: z.literal(RATE_CHOICES),
});

/** As the wire lets it through. Whoever imports the type alone carries no parser. */
export type LossAnswer = z.infer<typeof lossAnswerSchema>;
