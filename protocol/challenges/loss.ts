import { z } from 'zod';

/** What lesson 6 asks for: out of a start that is badly wrong, and from a start of one's own choice. */
export const LOSS_PARTS = ['stuck', 'free'] as const;
export type LossPart = (typeof LOSS_PARTS)[number];

export const LOSS_CHOICES = ['squared-error', 'binary-cross-entropy'] as const;
export type LossChoice = (typeof LOSS_CHOICES)[number];

/** How the weights begin: names of engine/dense/initialisers. */
export const START_CHOICES = ['fitting', 'tiny', 'large', 'saturated'] as const;
export type StartChoice = (typeof START_CHOICES)[number];

/** Learning rates to choose from. */
export const RATE_CHOICES = [0.03, 0.1, 0.3, 1, 2, 3, 5, 10] as const;
export type RateChoice = (typeof RATE_CHOICES)[number];

/** Settings of one training; the server runs it and counts its steps. */
export const lossAnswerSchema = z.strictObject({
  part: z.enum(LOSS_PARTS),
  loss: z.enum(LOSS_CHOICES),
  /** For `stuck` it is given: saturated. */
  start: z.enum(START_CHOICES),
  rate: z.literal(RATE_CHOICES),
});
export type LossAnswer = z.infer<typeof lossAnswerSchema>;
