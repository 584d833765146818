import type { Relay, RelayTeam } from '@/protocol/relay';

/** One network of two hidden units in which this student has taken over a seat. */
function aRelayTeam(studentId: string, given: Partial<RelayTeam> = {}): RelayTeam {
  return {
    ...{ seed: 7, seats: [studentId, null, null], standIns: [] },
    weights: [0.5, -0.5, 0.25, 0.75, 0, 0.125, 1, -1, 0],
    ...{ steps: 20, answers: [0.1, 0.9, 0.8, 0.2], losses: [0.7, 0.69, 0.6, 0.5], solvedAt: null },
    ...{ messages: 99, refused: 1, same: true },
    moves: [{ seat: 0, step: 4, from: null, to: studentId, at: 1_800_000_000_100 }],
    ...given,
  };
}

/** A class that was a network, over. */
export function aRelay(id: string, studentId: string, openedAt: number): Relay {
  return {
    ...{ id, way: 'gradient', hidden: 2, openedAt, stage: 'over', until: 500 },
    ...{ teams: [aRelayTeam(studentId)], closedAt: openedAt + 60 },
  };
}
