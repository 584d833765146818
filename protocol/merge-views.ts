import type { DatasetId } from './datasets';
import type { Experiment } from './experiment';
import type { MergeStage, MergeStart } from './merge-settings';

/** What everybody may know of what came of it, as far as it has been shown: nobody's network is told apart. Shares of right answers. */
export interface MergeResult {
  pictures: number;
  networks: number;
  leftOut: { shape: number; start: number; lost: number };
  best: number;
  median: number;
  worst: number;
  plain: number;
  /** Of all units of all networks but the first how many change seats; null: not shown yet. */
  moved: { units: number; of: number } | null;
  /** Null: not shown yet. */
  aligned: number | null;
  /** How often each outcome was guessed. */
  guesses: readonly number[];
}

/** One that is on, or the last that was averaged. */
export interface MergeNow {
  id: string;
  start: MergeStart;
  dataset: DatasetId;
  open: boolean;
  stage: MergeStage;
  guessed: number;
  /** Students who train, and those of them whose network can be averaged. */
  dealt: number;
  handedIn: number;
  /** Null: they have not been averaged. */
  result: MergeResult | null;
}

/** Why a student's network is not among those that are averaged; null: it is, or none was handed in. */
type MergeLeftOut = 'shape' | 'start' | 'late' | null;

/** As a student sees it. */
export interface OwnMerge extends MergeNow {
  guess: number | null;
  /** What this student trains; null: nothing was dealt. */
  experiment: Experiment | null;
  /** What the network that takes part is right on; null: none does. */
  accuracy: number | null;
  leftOut: MergeLeftOut;
  /** The own network is the first one, in whose order all others sit down; not told before they do. */
  first: boolean;
  /** Own units that change seats, and of how many; null: not shown yet, or the own network takes no part. */
  moved: { units: number; of: number } | null;
}

/** As the teacher does. */
export interface MergeDesk extends MergeNow {
  guesses: readonly number[];
  leftOut: { shape: number; start: number };
}

/** At a console: the one that is on, or was averaged last. */
export interface MergeConsole {
  now: MergeDesk | null;
}

/** A row of units as they are shown. */
export interface UnitsInRow {
  /** By their own places in the network; in its own order until they have changed seats. */
  units: readonly number[];
  /** Pictures of them in that order, a byte a number (protocol/merge). */
  pictures: string;
}

/** What `merge:units` answers: the first network, others (a student: the own), and the average. */
export interface MergeUnits {
  stage: MergeStage;
  /** Seats of the first network. */
  seats: readonly number[];
  rows: readonly UnitsInRow[];
  /** Which of the rows is the asker's own network; null: none. */
  own: number | null;
  /** Where of each row each unit goes, by its place in the row; null: they have not changed seats. */
  goes: readonly (readonly number[])[] | null;
  average: { plain: string; aligned: string | null };
}

/** One that was averaged, as a teacher reads of it afterwards. */
export interface AveragedMerge extends MergeNow {
  averagedAt: number;
  /** Null on a link for others. */
  units: MergeUnits | null;
}
