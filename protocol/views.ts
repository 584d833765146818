import type { AssistantEntry, TeachingRole } from './assistants';
import type { AuditConsole, AuditOnScreen, OwnAudit } from './audit-views';
import type { Bookmark } from './bookmark';
import type { ChallengeProgress, ChallengeScored, Shown } from './challenge';
import type { Ranking } from './commands';
import type { Countdown } from './countdown';
import type { DatasetId } from './datasets';
import type { EnsembleConsole, EnsembleOnScreen, OwnEnsemble } from './ensemble-views';
import type { FoolConsole, FoolNow, OwnFool } from './fool-views';
import type { HelpKind } from './help';
import type { HelpCall } from './help-call';
import type { KnobConsole, KnobNow, OwnKnob } from './knob-views';
import type { LeakConsole, LeakNow, OwnLeak } from './leak-views';
import type { ClassDevices, DeviceSpeedUps } from './measurement';
import type { MergeConsole, MergeNow, OwnMerge } from './merge-views';
import type { OwnMessage, SentMessage } from './message';
import type { Pacing } from './pacing';
import type { OwnPrediction, PredictionTally } from './prediction';
import type { OwnQuiz, QuizCounts } from './quiz';
import type { Baseline, RaceRules, RaceShown } from './race';
import type { OwnRelay, RelayConsole, RelayOnWall } from './relay-views';
import type { OwnReveal, RevealConsole, RevealStage } from './reveal-views';
import type { OwnRounds, RoundsConsole, RoundsOnWall } from './rounds-views';
import type { ScreenDesk, ScreenShows } from './screen';
import type { HandedSetUp } from './set-up';
import type { SharedPlace } from './shared-place';
import type { SnapshotEntry } from './snapshot';
import type { OwnVote, VoteDesk, VoteOnScreen } from './vote';

/** The whole view of a class for one kind of viewer. What is not in here, that viewer cannot know. */

export const PHASES = ['lobby', 'live', 'ended'] as const;
export type Phase = (typeof PHASES)[number];

/** A student's colour (index into series-1…8) and glyph, kept from the lobby to the review. */
export interface Mark {
  colour: number;
  glyph: number;
}
export const MARK_COLOURS = 8;
export const MARK_GLYPHS = 12;

/** `waiting`: asked to join and not yet let in; `absent`: one of the class's group who has not come to this sitting. */
export const MEMBERSHIPS = ['waiting', 'in', 'absent', 'left', 'removed', 'banned'] as const;
export type Membership = (typeof MEMBERSHIPS)[number];

/** What everybody in the class may know of it. Times in milliseconds since 1970, server's clock. */
export interface ClassFacts {
  id: string;
  code: string;
  /** The group whose sitting it is; null: a class of its own. */
  groupId: string | null;
  lessonId: string;
  /** What the class trains on; null in a lesson that trains no pictures. */
  dataset: DatasetId | null;
  /** The steps that were chosen at the start, by their ids, in their order; null: all of the lesson's. */
  steps: readonly string[] | null;
  /** Held before the lesson with simulated students. */
  dryRun: boolean;
  phase: Phase;
  /** Index of the step at which the class is, among those that it has. */
  stepIndex: number;
  pacing: Pacing;
  /** Null: there is none. */
  countdown: Countdown | null;
  paused: boolean;
  locked: boolean;
  ranking: Ranking;
  /** Handed-in networks are trained again on the server, where that is possible, before they count. */
  reproduce: boolean;
  /** How often each may hand a network in, and the seconds between two times. */
  handInsAllowed: number;
  coolDownSeconds: number;
  /** The rules of its race. */
  race: RaceRules;
  createdAt: number;
  startedAt: number | null;
  endedAt: number | null;
  /** Students that are in, whether they are here now or not. */
  studentCount: number;
  /** Students that are in and here: with a connection now. */
  hereCount: number;
  /** What this class is dealt is drawn from it: unsigned 32 bits. Nothing hidden is. */
  dealSeed: number;
}

/** One place on the board. Equal accuracies share a rank; in a challenge the earlier of two equals stands above. */
export interface BoardRow {
  rank: number;
  /**
   * The place without what luck may have done: shared by all between whom the hidden pictures cannot decide (classroom/tie-bands). Left out
   * where nobody knows, as in a challenge and for networks of before.
   */
  place?: SharedPlace;
  /**
   * Places that the hidden pictures leave open after the end: the true one is among them in at least 95 of 100 such intervals
   * (classroom/race-again). Left out where nobody knows.
   */
  could?: SharedPlace;
  /** How often it would have won, of `Board.again.races`; left out before that is shown. */
  wins?: number;
  mark: Mark;
  /** Null where names are not shown to this viewer. */
  nickname: string | null;
  /** Only in a teacher's view. */
  studentId: string | null;
  /**
   * What the board ranks by while the class runs, 0 to 1: the accuracy that the server verified on the public half of
   * the hidden data, or in a challenge the mean of the best results over its parts. In a race with a bar, before the end, the bar itself.
   */
  accuracy: number;
  /** On the private half: null until the class has ended, and in a challenge, which hides no half. */
  finalAccuracy: number | null;
  /** How to say it: parts reached of all, or the one part's own result; in a race with a bar what it is about. */
  shown: Shown | RaceShown;
  runId: string | null;
  /** Whether the server has trained it again and come to the same weights; left out where it was not asked to. */
  reproduced?: boolean;
  /** When this place was reached. */
  submittedAt: number;
  /** A team, which `nickname` names: those by whom it is judged, and how many of them have no network that counts. Left out: a student. */
  team?: { size: number; missing: number };
}

/** The teams of a race that ranks them, best first. */
export interface TeamBoard {
  rows: BoardRow[];
  total: number;
  /** As of a board. */
  again?: NonNullable<Board['again']>;
}

/** The team of a student in a race by teams. */
export interface OwnTeam {
  name: string;
  /** Its place; null: nobody of it has handed in what counts. */
  row: BoardRow | null;
  /** With what each has right of the half that counts; null: nothing yet. Names only where students see names. */
  members: { mark: Mark; nickname: string | null; accuracy: number | null; own?: true }[];
}

/** `accuracy`: weights that were evaluated; `weights`, `examples`: the same in a race with a bar, by what it is about (fewer is better); `result`: a challenge of one part, its result says all; `parts`: one of several. */
const BOARD_KINDS = ['accuracy', 'weights', 'examples', 'result', 'parts'] as const;
export type BoardKind = (typeof BOARD_KINDS)[number];

/** Whether a board ranks networks, and not answers that rules check. */
export const ranksNetworks = (kind: BoardKind): boolean => kind !== 'result' && kind !== 'parts';

/** Ranked by `finalAccuracy` once the class has ended, by `accuracy` before; in a race with a bar by `shown`. */
export interface Board {
  rows: BoardRow[];
  /** How many have a verified score, shown or not. */
  total: number;
  /** The private halves are shown; never in a challenge. */
  revealed: boolean;
  kind: BoardKind;
  /** The rules by which it ranks; left out where they are the usual ones, and in a challenge. */
  race?: RaceRules;
  /** With what it is compared; left out where the race asks for none. */
  baselines?: readonly Baseline[];
  /** Teams, which rank instead of the students of `rows`; left out where students do. */
  teams?: TeamBoard;
  /** The race, run again from the hidden pictures; left out where it was not, or cannot be. */
  again?: {
    races: number /** When everybody was shown how often each won; null: they were not. */;
    shownAt: number | null;
  };
}

/** A student's own call for help, or offer of it. */
export interface OwnHelp {
  kind: HelpKind;
  askedAt: number;
  /** Who helps, or is helped; null: nobody yet. The name only where students see names. */
  partner: { mark: Mark; nickname: string | null } | null;
}

export interface StudentView {
  viewer: 'student';
  version: number;
  class: ClassFacts;
  me: {
    id: string;
    nickname: string;
    mark: Mark;
    membership: Membership;
    submissions: number;
    /** From when the next network may be handed in; null: from now on. */
    nextHandInAt: number | null;
  };
  /** Null while the ranking is off, and while this student waits to be let in. */
  board: Board | null;
  /** The own row, whatever the ranking. */
  ownRow: BoardRow | null;
  /** The own team, where teams rank; null: they do not, the board is off, or this student is in none. */
  ownTeam: OwnTeam | null;
  /** In a lesson with a challenge: the result that was bettered last, and all that is reached; null before the first answer. */
  standing: ChallengeScored | null;
  /** Steps at which a guess is committed. */
  predictions: OwnPrediction[];
  /** The vote that is on; null: none is. */
  vote: OwnVote | null;
  /** The vote of networks that is on; null: none is. */
  ensemble: OwnEnsemble | null;
  /** The reveal of the race, where it stands; null: there is none, or the board is off. */
  reveal: OwnReveal | null;
  knob: OwnKnob | null;
  /** The average of the class's networks that is on; null: none is. */
  merge: OwnMerge | null;
  /** The game of fooling the network that leads; null: none is on. */
  fool: OwnFool | null;
  /** What the class's networks have really learned, where that is asked; null: it is not. */
  audit: OwnAudit | null;
  /** What a gradient tells, where that is asked; null: it is not. */
  leak: OwnLeak | null;
  /** The rounds of learning together that are on; null: none are. */
  rounds: OwnRounds | null;
  /** The network whose units are students, while one is on; null: none is. */
  relay: OwnRelay | null;
  /** The own answers to the questions before and after the lesson; null: the class is asked none. */
  quiz: OwnQuiz | null;
  /** How fast the class's devices are, with no names; null in a lesson that measures none. */
  devices: ClassDevices | null;
  /** The own device, once it is measured. */
  ownDevice: DeviceSpeedUps | null;
  /** The set-up that was handed to this student last, at the class's step; null: none. */
  setUp: HandedSetUp | null;
  /** The own call for help, or offer of it; null: none is open. */
  help: OwnHelp | null;
  /** The newest message to this student that is not put away. */
  message: OwnMessage | null;
}

/** One student, as the teacher sees it. */
export interface RosterEntry {
  id: string;
  /** Null while names are anonymised. */
  nickname: string | null;
  mark: Mark;
  membership: Membership;
  joinedAt: number;
  submissions: number;
  /** In which team the teacher has put the student; null: in none. */
  team: string | null;
  /** Banned, and nobody new may join in the browser in which it did. */
  barsDevice: boolean;
}

export interface TeacherView {
  viewer: 'teacher';
  version: number;
  /** As what this viewer stands at the console. */
  role: TeachingRole;
  /** Links by which others help to lead; null: they are none of this viewer's business. */
  assistants: readonly AssistantEntry[] | null;
  class: ClassFacts;
  settings: { approvalRequired: boolean; anonymised: boolean; namesOnScreen: boolean };
  /** What the projector shows, and what it could show. */
  screen: ScreenDesk;
  roster: RosterEntry[];
  board: Board;
  /** Null where the lesson has no challenge that rules check. */
  progress: ChallengeProgress | null;
  /** Steps at which somebody has guessed. */
  predictions: PredictionTally[];
  /** The vote that is on; null: none is. */
  vote: VoteDesk | null;
  ensemble: EnsembleConsole;
  reveal: RevealConsole;
  /** Null: the class trains no pictures. */
  knob: KnobConsole | null;
  /** Null: the class trains no pictures. */
  merge: MergeConsole | null;
  /** Null: the class trains no pictures. */
  fool: FoolConsole | null;
  audit: AuditConsole | null;
  leak: LeakConsole | null;
  rounds: RoundsConsole | null;
  relay: RelayConsole;
  /** How many have answered the questions before and after the lesson; null: the class is asked none. */
  quiz: QuizCounts | null;
  /** Null in a lesson that measures no devices. */
  devices: ClassDevices | null;
  /** Of each student who is in the open call for help, else the last. */
  helps: HelpCall[];
  /** What was kept of students' benches, in the order in which it is shown. */
  snapshots: SnapshotEntry[];
  /** The newest messages, at most SENT_MESSAGES_SHOWN of them, oldest first. */
  messages: SentMessage[];
  /** Moments that teachers have marked, oldest first. */
  bookmarks: readonly Bookmark[];
}

/** A student's bench on the projector. */
export interface BenchOnScreen {
  /** Whose it is, where the teacher has released that; the name only while names are shown at all. */
  whose: { mark: Mark; nickname: string | null } | null;
  /** Null: it is live. */
  snapshot: { id: string; stepId: string; caption: string; number: number; count: number } | null;
}

export interface ScreenView {
  viewer: 'screen';
  version: number;
  class: ClassFacts;
  /** What the teacher has put on the projector. */
  shows: ScreenShows;
  /** The student's bench that is shown; null: none is. */
  bench: BenchOnScreen | null;
  /** One entry a student that is in and here; the name only where the teacher shows names on the projector. */
  marks: { mark: Mark; nickname: string | null }[];
  /** Null while the ranking is off. */
  board: Board | null;
  /** Null where the lesson has no challenge that rules check. */
  progress: ChallengeProgress | null;
  predictions: PredictionTally[];
  /** The vote that is on; null: none is. */
  vote: VoteOnScreen | null;
  /** The vote of networks that is on, or was counted last; null: there is none. */
  ensemble: EnsembleOnScreen | null;
  /** The reveal of the race, where it stands; null: there is none, or the board is off. */
  reveal: RevealStage | null;
  knob: KnobNow | null;
  merge: MergeNow | null;
  fool: FoolNow | null;
  audit: AuditOnScreen | null;
  leak: LeakNow | null;
  rounds: RoundsOnWall | null;
  relay: RelayOnWall | null;
  /** Null in a lesson that measures no devices. */
  devices: ClassDevices | null;
}

/** Messages of which a teacher's view tells; the review has all. */
export const SENT_MESSAGES_SHOWN = 3;

export type View = StudentView | TeacherView | ScreenView;
