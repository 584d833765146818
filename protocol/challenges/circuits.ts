/** What lesson 3 asks for, in order. */
export const CIRCUIT_GOALS = ['xor', 'parity-3', 'box'] as const;
export type CircuitGoal = (typeof CIRCUIT_GOALS)[number];

/** Units that the first layer may have: enough for every goal, few enough to check in a moment. */
export const MOST_FIRST_UNITS = 6;
