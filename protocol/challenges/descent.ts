import { z } from 'zod';

/** The landscapes that lesson 7 deals out, in order. */
export const DESCENT_PARTS = ['narrow-valley', 'saddle', 'two-valleys'] as const;
export type DescentPart = (typeof DESCENT_PARTS)[number];

export const DESCENT_METHODS = ['sgd', 'momentum', 'adam'] as const;
export type DescentMethod = (typeof DESCENT_METHODS)[number];

/** Steps that a walk may take. */
export const DESCENT_STEPS = 200;
/** How often the rate may change on the way. */
export const MOST_RATE_CHANGES = 2;
/** Learning rates that may be chosen. */
export const DESCENT_RATES = { least: 0.001, most: 10 } as const;

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
export type DescentAnswer = z.infer<typeof descentAnswerSchema>;
