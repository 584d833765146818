/** Slopes that lesson 8 asks for: of six weights and three biases. */
export const GRADIENT_BLANKS = 9;
