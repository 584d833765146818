/** What the bench's lists offer. A link may name any value within the limits: then the list has it too. */
export const PLAYGROUND_LEARNING_RATES = [0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10] as const;
export const PLAYGROUND_BATCH_SIZES = [1, 2, 5, 10, 20, 30, 50, 100] as const;
export const PENALTIES = [0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1] as const;

/** The choices by size, with the present value among them. */
export function withPresent(choices: readonly number[], present: number): number[] {
  return choices.includes(present) ? [...choices] : [...choices, present].sort((a, b) => a - b);
}

/** Steps a second that can be watched; besides them there is full speed. */
export const SPEEDS = [5, 100, 1000] as const;
