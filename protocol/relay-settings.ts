/** Where the weights come from: everybody sets the own unit's by hand, or all learn them by gradients. */
export const RELAY_WAYS = ['hand', 'gradient'] as const;
export type RelayWay = (typeof RELAY_WAYS)[number];

/** Hidden units of each network; with the output unit one seat more. */
export const HIDDEN_SEATS = [2, 3, 4] as const;
export type HiddenSeats = (typeof HIDDEN_SEATS)[number];

/** The four cases of exclusive or. */
export const RELAY_CASES = [
  { inputs: [0, 0], target: 0 },
  { inputs: [0, 1], target: 1 },
  { inputs: [1, 0], target: 1 },
  { inputs: [1, 1], target: 0 },
] as const;

/** Steps on all four cases after which a network that learns is stopped. */
export const RELAY_STEPS = 500;
/** Every so many steps the loss is kept. */
export const LOSS_EVERY = 5;
/** Learning rate. */
export const RELAY_RATE = 1;
/** An answer that is nearer to what is wanted counts as learned. */
export const RELAY_MARGIN = 0.1;

/** Weights that are set by hand: halves, and no larger. */
export const HAND_WEIGHT = { most: 10, step: 0.5 } as const;

/** Networks that one class makes at most. */
export const MOST_TEAMS = 12;

/** What is guessed before: how many of the four cases one unit alone can answer, and what happens when somebody leaves. */
export const RELAY_GUESSES = {
  alone: ['two', 'three', 'four'],
  leaving: ['anew', 'worse', 'same'],
} as const;
export type RelayGuess = keyof typeof RELAY_GUESSES;
export const RELAY_GUESS_IDS = Object.keys(RELAY_GUESSES) as RelayGuess[];

/** Which of them is right; the tests and the class find out. */
export const RELAY_TRUTH: Readonly<Record<RelayGuess, number>> = { alone: 1, leaving: 2 };

/** Weights of all units, biases among them: hidden unit after hidden unit, then their biases, then the output unit's. */
export const relayWeightCount = (hidden: number): number => 4 * hidden + 1;

/** Whether an answer to a case is right: on the right side of one half. */
export const isCaseRight = (answer: number, at: number): boolean =>
  answer >= 0.5 === (RELAY_CASES[at]!.target === 1);
