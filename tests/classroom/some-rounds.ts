import type { RoundResult, Rounds } from '@/protocol/rounds';

/** What a round could have come to. */
export const aRoundResult = (round: number, given: Partial<RoundResult> = {}): RoundResult => ({
  ...{ round, took: 2, here: 3, right: 0.5, other: 0.4, at: 1_800_000_000_100 + round },
  byLabel: Array.from({ length: 10 }, (_, label) => label / 10),
  ...{ up: 407_120, down: 610_680 },
  ...given,
});

/** Rounds that are over, with this student as the saboteur. */
export function someRounds(id: string, studentId: string, openedAt: number): Rounds {
  return {
    ...{ id, dataset: 'digits', rule: 'mean', each: 2, saboteurs: 1, epochs: 1, openedAt },
    ...{ dealt: { [studentId]: 0 }, sabotaging: [studentId], seed: 7 },
    ...{ stage: 'over', round: 3, roundAt: null, arrived: 0, network: 'a'.repeat(64) },
    alone: { [studentId]: { right: 0.19, byLabel: [0.9, 0, 0, 0.95, 0, 0, 0, 0, 0, 0] } },
    done: [aRoundResult(1), aRoundResult(2, { right: 0.6 })],
    closedAt: openedAt + 60,
  };
}
