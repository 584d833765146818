import type { ChallengeProgress, Shown } from '@/protocol/challenge';
import type { BoardKind, SharedPlace } from '@/protocol/views';
import { challengeOfClass, progressOf, rankResults } from './challenge';
import type { RacedAgain } from './race-again';
import { rerunOf } from './rerun';
import { rank } from './scoring';
import type { ClassState, Student } from './state';

/** One student's place on the board, whatever the lesson ranks by. */
export interface BoardPlace {
  rank: number;
  /** See `BoardRow`; null: not known. */
  place: SharedPlace | null;
  student: Student;
  /** What counts while the class runs, 0 to 1. */
  accuracy: number;
  /** The private half, which counts at the end; null where nothing is hidden. Not for everybody's eyes before. */
  hidden: number | null;
  shown: Shown;
  runId: string | null;
  /** See `VerifiedScore`. */
  reproduced?: boolean;
  at: number;
  /** What running the race again says of it; left out: it was not. */
  again?: RacedAgain;
}

export interface RankedClass {
  kind: BoardKind;
  places: BoardPlace[];
  /** Null where weights are ranked. */
  progress: ChallengeProgress | null;
}

/** The board of a class: by the results of its lesson's challenge where rules check it, else by verified accuracies. */
export function rankClass(state: ClassState): RankedClass {
  if (challengeOfClass(state) === null) {
    const standings = rank(state);
    const again = rerunOf(state, standings);
    const places = standings.map(({ best, ...standing }) => ({
      ...standing,
      ...(again && { again: again.get(best.id)! }),
      accuracy: best.publicAccuracy,
      hidden: best.privateAccuracy,
      shown: { kind: 'share', amount: best.publicAccuracy, of: null } satisfies Shown,
      runId: best.runId,
      ...(best.reproduced !== undefined && { reproduced: best.reproduced }),
      at: best.submittedAt,
    }));
    return { kind: 'accuracy', places, progress: null };
  }
  const standings = rankResults(state);
  const places = standings.map(({ total, finished: _finished, ...place }) => ({
    ...place,
    place: null,
    accuracy: total,
    hidden: null,
    runId: null,
  }));
  const parts = Object.values(state.results)[0]?.parts ?? 1;
  return { kind: parts > 1 ? 'parts' : 'result', places, progress: progressOf(standings) };
}
