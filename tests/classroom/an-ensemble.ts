import type { Ensemble, EnsembleFound } from '@/protocol/ensemble';

/** What a vote of three networks could have come to. */
export function foundOf(studentId: string, given: Partial<EnsembleFound> = {}): EnsembleFound {
  return {
    ...{ dataset: 'digits', pictures: 2_000, networks: 3, leftOut: 0 },
    ...{ voted: 0.9, best: 0.85, mean: 0.8 },
    curve: [
      { voters: 1, mean: 0.8, low: 0.75, high: 0.85 },
      { voters: 3, mean: 0.9, low: 0.9, high: 0.9 },
    ],
    ...{ onlyVote: 140, onlyBest: 40, nobody: 60, outvoted: 30 },
    alone: { [studentId]: 7 },
    average: { networks: 3, plain: 0.3, aligned: 0.82 },
    ...given,
  };
}

/** A vote of networks that was counted a second after it was opened, and put away a second later. */
export function anEnsemble(id: string, studentId: string, openedAt: number): Ensemble {
  return {
    ...{ id, openedAt, countedAt: openedAt + 1_000, closedAt: openedAt + 2_000 },
    found: foundOf(studentId),
  };
}
