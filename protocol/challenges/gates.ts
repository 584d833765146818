/** The gates that lesson 2 asks for, in their order. XOR is not among them: no perceptron is one. */
export const CHALLENGE_GATES = ['and', 'or', 'nand', 'not', 'majority-3'] as const;
export type ChallengeGate = (typeof CHALLENGE_GATES)[number];
