/** Goals that a step may have, and hints that each of them has. Not among LIMITS, which pages without lessons bring along too. */
export const GOAL_LIMITS = { perStep: 6, hints: 3 } as const;
