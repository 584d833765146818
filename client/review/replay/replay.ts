import type { DatasetId } from '@/protocol/datasets';
import type { ReplayedClass, ReplayedEvent } from '@/protocol/replay';
import { readTraceTable, type TracedRun } from '@/protocol/run-traces';
import type { Mark, Membership } from '@/protocol/views';
import { type Timeline, timelineOf } from './timeline';

/** A student of a class that is replayed, with all that is known of when it did what; each list in order. */
export interface ReplayStudent {
  id: string;
  nickname: string;
  mark: Mark;
  joinedAt: number;
  runs: readonly ReplayRun[];
  /** Empty where the class is from before there was a history. */
  memberships: readonly { at: number; membership: Membership }[];
  presence: readonly { at: number; here: boolean }[];
  /** Own steps; null: where the class is. */
  steps: readonly { at: number; index: number | null }[];
}

/** A run: where it stood at some moments. */
export type ReplayRun = Omit<TracedRun, 'studentId'>;

/** A sitting as it can be gone through again. Times in milliseconds since it began. */
export interface Replay
  extends Pick<
    ReplayedClass,
    | 'classId'
    | 'anonymised'
    | 'from'
    | 'length'
    | 'guesses'
    | 'race'
    | 'teams'
    | 'votes'
    | 'messages'
    | 'bookmarks'
    | 'snapshots'
    | 'drawings'
    | 'drawn'
  > {
  dataset: DatasetId | null;
  students: readonly ReplayStudent[];
  scores: ReplayedClass['scores'];
  timeline: Timeline;
}

/** The class as it came, sorted so that any moment of it is found quickly. */
export function unpackReplay(packed: ReplayedClass): Replay {
  const { students, runs, events, lessonId: _lesson, steps: _steps, ...rest } = packed;
  const runsOf = students.map((): ReplayRun[] => []);
  const { from } = packed;
  for (const { student, beganAt, endedAt, moments, ...run } of readTraceTable(runs.packed))
    runsOf[runs.places[student] ?? -1]?.push({
      ...run,
      beganAt: beganAt - from,
      endedAt: endedAt - from,
      moments: moments.map((moment) => ({ ...moment, at: moment.at - from })),
    });
  const eventsOf = students.map((): ReplayedEvent[] => []);
  for (const event of events) if (event.student !== null) eventsOf[event.student]?.push(event);
  return {
    ...rest,
    students: students.map((student, index) => ({
      ...student,
      runs: runsOf[index]!,
      memberships: eventsOf[index]!.flatMap((event) =>
        event.kind === 'membership' ? { at: event.at, membership: event.membership } : [],
      ),
      presence: eventsOf[index]!.flatMap(({ kind, at }) =>
        kind === 'away' || kind === 'back' ? { at, here: kind === 'back' } : [],
      ),
      steps: eventsOf[index]!.flatMap((event) =>
        event.kind === 'went' ? { at: event.at, index: event.index } : [],
      ),
    })),
    timeline: timelineOf(events, packed.length),
  };
}
