import { z } from 'zod';
import { DESCENT_METHODS, DESCENT_PARTS, DESCENT_RATES, DESCENT_STEPS, MOST_RATE_CHANGES } from './descent';

const rateSchema = z.number().min(DESCENT_RATES.least).max(DESCENT_RATES.most);

/** Settings of one walk; the server walks it and counts the steps. */
export const descentAnswerSchema = z.strictObject({
  part: z.enum(DESCENT_PARTS),
  method: z.enum(DESCENT_METHODS),
  rate: rateSchema,
  /** Other rates from a step on; in rising order. */
  changes: z
    .array(z.strictObject({ step: z.int().min(2).max(DESCENT_STEPS), rate: rateSchema }))
    .max(MOST_RATE_CHANGES)
    .refine((changes) => changes.every(({ step }, i) => i === 0 || step > changes[i - 1]!.step)),
});

/** As the wire lets it through. Whoever imports the type alone carries no parser. */
export type DescentAnswer = z.infer<typeof descentAnswerSchema>;
