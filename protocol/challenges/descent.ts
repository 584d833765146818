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
