import type { z } from 'zod';
import type { gatesAnswerSchema } from './gates-answer';

/** The gates that lesson 2 asks for, in their order. XOR is not among them: no perceptron is one. */
export const CHALLENGE_GATES = ['and', 'or', 'nand', 'not', 'majority-3'] as const;
export type ChallengeGate = (typeof CHALLENGE_GATES)[number];

/** As the wire lets it through. The schema stands apart: whoever needs the names above carries no parser. */
export type GatesAnswer = z.infer<typeof gatesAnswerSchema>;
