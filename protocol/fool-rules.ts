/** Fool the leader: numbers and stages that both sides know. */

/** What the class does: it draws, it says what it reads, it sees what came of it. The teacher goes on and back. */
export const FOOL_STAGES = ['drawing', 'judging', 'shown'] as const;
export type FoolStage = (typeof FOOL_STAGES)[number];

export const FOOL = {
  /** Drawings that a student may have the networks read. */
  tries: 12,
  /** Networks besides the leader's that are asked at most: with their weights in memory one after another. */
  others: 60,
  /** Networks that it takes: the leader's and another one. */
  leastNetworks: 2,
  /** People who have to have said what they read before a drawing counts; all others where the class is smaller. */
  judges: 3,
  /** Enough have: it is put before nobody else. */
  mostJudges: 7,
  /** Drawings that a student's page hears of at once, to be judged one after another. */
  dealtAtOnce: 3,
  /** Drawings, and students, for which pages and the projector have room. */
  tiles: 12,
  foolers: 6,
  /** Pictures that are asked for at once. */
  picturesAtOnce: 60,
} as const;
