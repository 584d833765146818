/** Weights that an answer may carry at all; the class's own budget is smaller and is checked by the challenge. */
export const MOST_SPIRAL_WEIGHTS = 400;

/** What a network is told of a place on the plane; engine/points/features has the functions. */
export const SPIRAL_FEATURES = ['x1', 'x2', 'x1-squared', 'x2-squared', 'x1-x2', 'sin-x1', 'sin-x2'] as const;
