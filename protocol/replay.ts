import type { ClassEvent } from './class-event';
import type { DatasetId } from './datasets';
import type { RaceRules } from './race';
import type { RaceSpent } from './race-spent';
import type { TraceTable } from './run-traces';
import type { Mark } from './views';
import type { VoteQuestion, VoteResult, VoteRound } from './vote';

/**
 * A sitting as it travels to the page that goes through it again. Small, so that a class of 200 × 10 runs is there at once: times are milliseconds
 * since the class began (`from`, server's clock), runs are one packed text (protocol/run-traces), students are told by their place in the list.
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
  runs: ReplayedRuns;
  /** What the server verified: of networks the visible half, of a challenge its mean over all parts. */
  scores: ReplayedScore[];
  /** The rules of the race as they are now; when they changed is among the events. */
  race: RaceRules;
  /** Who is in which team, as it was at the end; left out where no race ever ranked them. */
  teams?: ReplayedTeam[];
  votes: ReplayedVote[];
  guesses: {
    stepId: string;
    choice: number;
    at: number;
    outcome: number | null;
    cameTrueAt: number | null;
  }[];
  messages: { at: number; text: string; to: number }[];
  bookmarks: { id: string; at: number; note: string; stepNumber: number | null }[];
  snapshots: { id: string; student: number; stepId: string; caption: string; named: boolean; at: number }[];
  /** The class's drawings that are still there, at most so many; of all of them when they came. */
  drawings: { pixels: string; at: number }[];
  drawn: number[];
  /** Empty where the class is from before there was a history. Without its version; times like all others. */
  events: ReplayedEvent[];
}

/** A team; `name` null: it has its place alone. */
interface ReplayedTeam {
  name: string | null;
  colour: number;
  students: number[];
}

/** What was handed in, and where a race asks for it what the network has and has had, and whether that is over a bar (the visible half of the hidden pictures). */
export interface ReplayedScore {
  student: number;
  at: number;
  value: number;
  had?: RaceSpent & { accuracy: number };
}

/** A vote of the class: what came of it, and when votes came in each round. */
export interface ReplayedVote {
  id: string;
  stepId: string;
  question: VoteQuestion;
  result: VoteResult;
  cast: Record<VoteRound, number[]>;
}

/** How the runs went: a packed table, and where each of its students is in the list; null: not in the replay. */
interface ReplayedRuns extends Pick<TraceTable, 'packed'> {
  places: (number | null)[];
}

export type ReplayedEvent = ClassEvent extends infer Event
  ? Event extends ClassEvent
    ? Omit<Event, 'version' | 'studentId'> & { student: number | null }
    : never
  : never;
