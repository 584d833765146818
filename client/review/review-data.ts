import type { PastAudit } from '@/protocol/audit-views';
import type { Bookmark } from '@/protocol/bookmark';
import type { Shown } from '@/protocol/challenge';
import type { CheckpointListing } from '@/protocol/checkpoints';
import type { DatasetId } from '@/protocol/datasets';
import type { CountedEnsemble } from '@/protocol/ensemble-views';
import type { PlayedFool } from '@/protocol/fool-views';
import type { HelpCall } from '@/protocol/help-call';
import type { DealtKnob } from '@/protocol/knob-views';
import type { PastLeak } from '@/protocol/leak-views';
import type { ClassDevices } from '@/protocol/measurement';
import type { AveragedMerge } from '@/protocol/merge-views';
import type { SentMessage } from '@/protocol/message';
import type { PredictionTally } from '@/protocol/prediction';
import type { HeldRelay } from '@/protocol/relay-views';
import type { Remark } from '@/protocol/remarks';
import type { Keeping } from '@/protocol/retention';
import type { RevealStage } from '@/protocol/reveal-views';
import type { HeldRounds } from '@/protocol/rounds-views';
import type { Point, RunSummary } from '@/protocol/run';
import type { RunTable } from '@/protocol/run-table';
import type { Snapshot } from '@/protocol/snapshot';
import type { Board, BoardKind, BoardRow, Mark, Membership, Phase } from '@/protocol/views';

/** One class in the list of past classes. Times in milliseconds since 1970. */
export interface PastClass {
  id: string;
  code: string;
  /** The group whose sitting it was. */
  group: { id: string; name: string } | null;
  /** Null where this version does not know the lesson. */
  lessonTitle: string | null;
  /** Held with simulated students. */
  dryRun: boolean;
  phase: Phase;
  /** When it began, else when it was made. */
  at: number;
  studentCount: number;
  runCount: number;
  bestAccuracy: number | null;
  /** Students who answered the lesson's challenge, and those who reached all of it. */
  answeredCount: number;
  reachedCount: number;
  /** Whoever looks is the first of its owners. */
  own: boolean;
  /** It has other owners as well. */
  shared: boolean;
  keeping: Keeping;
}

/** A student as the review shows it. */
export interface ReviewStudent {
  id: string;
  nickname: string;
  mark: Mark;
  membership: Membership;
  runCount: number;
}

/** A class as it is looked at afterwards. */
export interface ClassReview {
  id: string;
  code: string;
  lessonId: string;
  dataset: DatasetId | null;
  /** The steps that were chosen at its start; null: all of the lesson's. */
  steps: readonly string[] | null;
  phase: Phase;
  at: number;
  /** Null: it never began. */
  startedAt: number | null;
  students: ReviewStudent[];
  runs: RunTable;
  runCount: number;
  board: { rows: BoardRow[]; revealed: boolean; kind: BoardKind } & Pick<
    Board,
    'again' | 'race' | 'baselines' | 'teams'
  >;
  /** Null where the lesson has no challenge that rules check. */
  results: ReviewResults | null;
  /** All that was said to students, oldest first. */
  messages: SentMessage[];
  /** The class's guesses, by step. */
  predictions: PredictionTally[];
  /** Whether the class was asked: in votes, and before and after the lesson. */
  asked: { votes: boolean; quiz: boolean };
  /** What the class's devices measured; null where the lesson measures none. */
  devices: ClassDevices | null;
  /** Calls for help, in the order in which they were made, and who helped. */
  helps: readonly HelpCall[];
  /** What was kept of students' benches, in the order in which it was shown. */
  snapshots: readonly Snapshot[];
  /** Votes of its networks that were counted, in order. */
  ensembles: readonly CountedEnsemble[];
  /** What the reveal of its race showed; null: there was none, or it showed nothing that was hidden. */
  reveal: RevealStage | null;
  /** Settings of which its students were dealt values, in order. */
  knobs: readonly DealtKnob[];
  /** Averages of its networks, in order. */
  merges: readonly AveragedMerge[];
  /** Games of fooling the network that led, in order. */
  fools: readonly PlayedFool[];
  /** Times that it asked what its networks had really learned, in order. */
  audits: readonly PastAudit[];
  /** Rounds in which its devices learned together. */
  rounds: readonly HeldRounds[];
  /** What gradients told. */
  leaks: readonly PastLeak[];
  /** Networks whose units its students were. */
  relays: readonly HeldRelay[];
  /** What the class was dealt is drawn from it. */
  dealSeed: number;
  /** Moments that teachers marked. */
  bookmarks: readonly Bookmark[];
  /** Held with simulated students. */
  dryRun: boolean;
  /** Students were called by their marks. */
  anonymised: boolean;
}

/** One student's best in each part that was answered. */
export interface ReviewStudentResults {
  studentId: string;
  best: Readonly<Record<string, { shown: Shown; reached: boolean }>>;
  /** Answers handed in. */
  tries: number;
  /** Mean over all parts, 0 to 1. */
  total: number;
}

/** The results of a challenge, the best student first. */
export interface ReviewResults {
  parts: readonly string[];
  rows: ReviewStudentResults[];
}

/** One verified submission; the hidden half only once the class has ended. */
export interface ReviewSubmission {
  id: string;
  submittedAt: number;
  publicAccuracy: number;
  privateAccuracy: number | null;
}

/** One run with all that is kept of it. */
export interface RunReview {
  classId: string;
  /** The class has ended. */
  over: boolean;
  lessonId: string;
  student: { nickname: string; mark: Mark } | null;
  run: RunSummary;
  points: Point[];
  /** The class of the run with whose weights it began, where it can be looked at. */
  originClassId: string | null;
  /** The moments that were kept, in order. */
  checkpoints: readonly CheckpointListing[];
  /** What teachers have written about it. */
  remarks: readonly Remark[];
  submissions: ReviewSubmission[];
}
