import type { ClassEvent } from './class-event';
import type { DatasetId } from './datasets';
import type { Mark } from './views';

/**
 * A sitting as it travels to the page that goes through it again. Small, so that a class of 200 × 10 runs is there at once: times are milliseconds
 * since the class began (`from`, server's clock), moments of runs lie flat in one list, students are told by their place in the list.
 */
export interface ReplayedClass {
  classId: string;
  lessonId: string;
  /** What the class trains on; null in a lesson that trains no pictures. */
  dataset: DatasetId | null;
  /** Ids of the class's steps, in order. */
  steps: string[];
  /** Students are told by their marks alone. */
  anonymised: boolean;
  /** Milliseconds since 1970. */
  from: number;
  /** How long it went on. */
  length: number;
  students: { id: string; nickname: string; mark: Mark; joinedAt: number }[];
  runs: PackedRun[];
  /** What the server verified: of networks the visible half, of a challenge its mean over all parts. */
  scores: { student: number; at: number; value: number }[];
  guesses: {
    stepId: string;
    choice: number;
    at: number;
    outcome: number | null;
    cameTrueAt: number | null;
  }[];
  messages: { at: number; text: string; to: number }[];
  bookmarks: { at: number; note: string; stepNumber: number | null }[];
  snapshots: { id: string; student: number; stepId: string; caption: string; named: boolean; at: number }[];
  /** The class's drawings that are still there, at most so many; of all of them when they came. */
  drawings: { pixels: string; at: number }[];
  drawn: number[];
  /** Empty where the class is from before there was a history. Without its version; times like all others. */
  events: ReplayedEvent[];
}

export type ReplayedEvent = ClassEvent extends infer Event
  ? Event extends ClassEvent
    ? Omit<Event, 'version' | 'studentId'> & { student: number | null }
    : never
  : never;

export interface PackedRun {
  student: number;
  beganAt: number;
  endedAt: number;
  diverged: boolean;
  /** Of the newest point: what steps and seconds are told from. */
  epoch: number;
  speed: number;
  /** Flat: time, step, loss, accuracy; null: no number. */
  moments: (number | null)[];
}

/** Where a run stood at a moment; accuracy on validation data where that was just measured, else on training data. */
export interface ReplayMoment {
  at: number;
  step: number;
  loss: number | null;
  accuracy: number | null;
}

/** As many digits as an eye tells apart in a replay. */
const rounded = (value: number | null, digits: number) =>
  value === null || value === 0 ? value : Number(value.toPrecision(digits));

export function packMoments(moments: readonly ReplayMoment[], from: number): (number | null)[] {
  return moments.flatMap(({ at, step, loss, accuracy }) => [
    Math.round(at - from),
    step,
    rounded(loss, 4),
    rounded(accuracy, 4),
  ]);
}

/** The other way; times stay relative. */
export function unpackMoments(flat: PackedRun['moments']): ReplayMoment[] {
  const moments: ReplayMoment[] = [];
  for (let at = 0; at + 3 < flat.length; at += 4)
    moments.push({ at: flat[at]!, step: flat[at + 1]!, loss: flat[at + 2]!, accuracy: flat[at + 3]! });
  return moments;
}
