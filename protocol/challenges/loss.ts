/** What lesson 6 asks for: out of a start that is badly wrong, and from a start of one's own choice. */
export const LOSS_PARTS = ['stuck', 'free'] as const;
export type LossPart = (typeof LOSS_PARTS)[number];

export const LOSS_CHOICES = ['squared-error', 'binary-cross-entropy'] as const;
export type LossChoice = (typeof LOSS_CHOICES)[number];

/** How the weights begin: names of engine/dense/initialisers. */
export const START_CHOICES = ['fitting', 'tiny', 'large', 'saturated'] as const;

/** Learning rates to choose from. */
export const RATE_CHOICES = [0.03, 0.1, 0.3, 1, 2, 3, 5, 10] as const;
