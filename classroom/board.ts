import type { ChallengeProgress, Shown } from '@/protocol/challenge';
import type { RaceRules, RaceShown } from '@/protocol/race';
import type { SharedPlace } from '@/protocol/shared-place';
import type { BoardKind } from '@/protocol/views';
import { challengeOfClass, progressOf, rankResults } from './challenge';
import { figureOf } from './race-rules';
import { rerunOf } from './rerun';
import type { RacedAgain } from './run-again';
import { rank } from './scoring';
import type { ClassState, Student, VerifiedScore } from './state';

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
  shown: Shown | RaceShown;
  /** The submission that counts, and its run; null where none are handed in. */
  submissionId: string | null;
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

/** In a race with a bar everybody knows of an accuracy, before the end, that it is over the bar, and no more: else small networks could be tried out on it. */
function toldOf(
  race: RaceRules,
  score: VerifiedScore,
  ended: boolean,
): Pick<BoardPlace, 'accuracy' | 'shown'> {
  const { publicAccuracy } = score;
  if (race.metric === 'accuracy')
    return { accuracy: publicAccuracy, shown: { kind: 'share', amount: publicAccuracy, of: null } };
  const shown: RaceShown = { kind: race.metric, amount: figureOf(race, score)!, of: null };
  return { accuracy: ended ? publicAccuracy : race.bar, shown };
}

/** The board of a class: by the results of its lesson's challenge where rules check it, else by the rules of its race. */
export function rankClass(state: ClassState): RankedClass {
  if (challengeOfClass(state) === null) {
    const standings = rank(state);
    const again = rerunOf(state, standings);
    const { race, phase } = state;
    const places = standings.map(({ best, ...standing }) => ({
      ...standing,
      place: standing.place ?? again?.get(best.id)?.shared ?? null,
      ...(again && { again: again.get(best.id)! }),
      submissionId: best.id,
      ...toldOf(race, best, phase === 'ended'),
      hidden: best.privateAccuracy,
      runId: best.runId,
      ...(best.reproduced !== undefined && { reproduced: best.reproduced }),
      at: best.submittedAt,
    }));
    return { kind: race.metric, places, progress: null };
  }
  const standings = rankResults(state);
  const places = standings.map(({ total, finished: _finished, ...place }) => ({
    ...place,
    place: null,
    submissionId: null,
    accuracy: total,
    hidden: null,
    runId: null,
  }));
  const parts = Object.values(state.results)[0]?.parts ?? 1;
  return { kind: parts > 1 ? 'parts' : 'result', places, progress: progressOf(standings) };
}
