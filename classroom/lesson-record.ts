import type { Shown } from '@/protocol/challenge';
import type { RunSummary } from '@/protocol/run';
import { finalAccuracy, trainingTime } from '@/protocol/run-figures';
import { type BoardPlace, rankClass } from './board';
import type { ClassState } from './state';

/** What one student did in one class. */
export interface LessonRecord {
  studentId: string;
  /** The best that was handed in, as the server checked it, else the best training that was not; null: nothing. */
  best: { shown: Shown; checked: boolean } | null;
  runs: number;
  /** Of training, in milliseconds. */
  time: number;
  /** Guesses that were committed, and how many of them came true. */
  guesses: { made: number; right: number };
}

/**
 * What each student did in a class: of everybody who came or has left something. What is handed in counts by the hidden half once the class has
 * ended, as on the board.
 * @param runs of the whole class
 */
export function lessonRecords(state: ClassState, runs: readonly RunSummary[]): LessonRecord[] {
  const places = new Map(rankClass(state).places.map((place) => [place.student.id, place]));
  return Object.values(state.students).flatMap(({ id: studentId, membership }) => {
    const own = runs.filter((run) => run.studentId === studentId);
    const place = places.get(studentId);
    const made = Object.values(state.predictions).filter((guess) => guess.studentId === studentId);
    if (membership !== 'in' && own.length === 0 && !place && made.length === 0) return [];
    const checked = place === undefined ? null : checkedOf(place, state.phase === 'ended');
    const trained = bestAccuracy(own);
    return {
      studentId,
      best: checked
        ? { shown: checked, checked: true }
        : trained === null
          ? null
          : { shown: { kind: 'share', amount: trained, of: null }, checked: false },
      runs: own.length,
      time: own.reduce((sum, run) => sum + trainingTime(run), 0),
      guesses: {
        made: made.length,
        right: made.filter(({ choice, outcome }) => outcome === choice).length,
      },
    };
  });
}

/** Of a network its accuracy, whatever its race was about. */
function checkedOf({ hidden, accuracy, shown }: BoardPlace, ended: boolean): Shown {
  if (hidden !== null && ended) return { kind: 'share', amount: hidden, of: null };
  return shown.kind === 'weights' || shown.kind === 'examples'
    ? { kind: 'share', amount: accuracy, of: null }
    : shown;
}

function bestAccuracy(runs: readonly RunSummary[]): number | null {
  return runs.reduce<number | null>((best, run) => {
    const { value } = finalAccuracy(run);
    return value === null || (best !== null && best >= value) ? best : value;
  }, null);
}
