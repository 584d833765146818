import { z } from 'zod';

/** The gates that lesson 2 asks for, in their order. XOR is not among them: no perceptron is one. */
export const CHALLENGE_GATES = ['and', 'or', 'nand', 'not', 'majority-3'] as const;
export type ChallengeGate = (typeof CHALLENGE_GATES)[number];

/** A weight or threshold in an answer; far wider than any bench goes, so that the wire sets no goal. */
const parameterSchema = z.number().min(-100).max(100);

/** One perceptron for one gate. */
export const gatesAnswerSchema = z.strictObject({
  part: z.enum(CHALLENGE_GATES),
  weights: z.array(parameterSchema).min(1).max(3),
  threshold: parameterSchema,
});
export type GatesAnswer = z.infer<typeof gatesAnswerSchema>;
