/** What the class's network can come to in the end, each from so many right answers on: what is guessed. */
export const ROUND_OUTCOMES = ['quarter', 'half', 'most', 'nearly'] as const;

/** Where the second, third and fourth of them begin. */
const FROM = [0.25, 0.5, 0.75] as const;

/** Which of them a share of right answers is. */
export const roundOutcome = (right: number): number => FROM.filter((from) => right >= from).length;
