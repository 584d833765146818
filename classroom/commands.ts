import type { AuditFound } from '@/protocol/audit';
import type { StudentCommand, TeacherCommand } from '@/protocol/commands';
import type { EnsembleFound } from '@/protocol/ensemble';
import type { FindingKind } from '@/protocol/finding';
import type { FoolTry } from '@/protocol/fool';
import type { HelpStanding } from '@/protocol/help-call';
import type { SummedGradients, ToldPicture } from '@/protocol/leak';
import type { MaskTrouble } from '@/protocol/leak-rules';
import type { MergeFound } from '@/protocol/merge';
import type { RelayTeamRecord } from '@/protocol/relay';
import type { AloneNetwork, RoundResult } from '@/protocol/rounds';
import type { Sight } from '@/protocol/sight';
import type { CheckedAnswer } from './challenge';
import type { FoolReading } from './fools';
import type { WhichSum } from './mask-sum';
import type { Rerun } from './race-again';
import type { MadeLink, VerifiedScore } from './state';
import type { TeamsAgain } from './team-race';

/** A newcomer's wish to join; the server makes it of an `attach`. */
export interface JoinCommand {
  type: 'student:join';
  studentId: string;
  secretHash: string;
  nickname: string;
  /** Keyed hashes of the marks of its browser, the one to keep first; left out: it has shown none. */
  devices?: readonly string[];
}

/** A student that had left and is back with the right secret. */
interface ReturnCommand {
  type: 'student:return';
}

/** A student's place goes to the device that has shown the teacher's code. */
interface TakeBackCommand {
  type: 'student:take-back';
  studentId: string;
  secretHash: string;
}

/** Another teacher becomes an owner of the class, or is one no more; the server knows who is meant. */
interface OwnerCommand {
  type: 'owner:add' | 'owner:remove';
  teacherId: string;
}

/** A link for somebody who helps to lead; the server has made its token. */
type AssistantAddCommand = { type: 'assistant:add' } & MadeLink;

/** A link is taken back, or somebody has come by it. */
interface AssistantCommand {
  type: 'assistant:remove' | 'assistant:seen';
  assistantId: string;
}

/** A moment of the class is marked afterwards; the server has looked up at which step it was. */
interface BookmarkMarkCommand {
  type: 'bookmark:mark';
  bookmarkId: string;
  at: number;
  stepId: string | null;
  note: string;
}

/** The verifier's result. */
interface ScoreCommand {
  type: 'score:record';
  score: VerifiedScore;
}

/** The race has been run again. */
interface KeepRerunCommand {
  type: 'race:keep';
  rerun: Rerun;
}

/** The race by teams has been run again. */
interface KeepTeamsAgainCommand {
  type: 'race:keep-teams';
  again: TeamsAgain;
}

/** What checking an answer to the lesson's challenge gave. */
interface ChallengeRecordCommand {
  type: 'challenge:record';
  checked: CheckedAnswer;
}

/** What the networks' vote came to. */
interface EnsembleRecordCommand {
  type: 'ensemble:record';
  ensembleId: string;
  found: EnsembleFound;
}

/** What averaging the networks came to. */
interface MergeRecordCommand {
  type: 'merge:record';
  mergeId: string;
  found: MergeFound;
}

/** What the networks of a class read in a student's drawing. */
interface FooledRecordCommand {
  type: 'fool:record';
  studentId: string;
  tried: FoolTry;
  read: FoolReading;
}

/** What asking the networks came to. */
interface AuditRecordCommand {
  type: 'audit:record';
  auditId: string;
  found: AuditFound;
}

/** How many devices have sent theirs in a round. */
interface RoundsArriveCommand {
  type: 'rounds:arrive';
  roundsId: string;
  round: number;
  arrived: number;
}

/** What networks know that were trained alone. */
interface RoundsAloneCommand {
  type: 'rounds:alone';
  roundsId: string;
  alone: Readonly<Record<string, AloneNetwork>>;
}

/** What came of a round. */
interface RoundsRecordCommand {
  type: 'rounds:record';
  roundsId: string;
  result: RoundResult;
  network: string;
}

/** A student has sent a single gradient; what was read in it, where it may be shown. */
interface LeakSingleCommand {
  type: 'leak:single';
  leakId: string;
  studentId: string;
  told: ToldPicture | null;
}

/** A device takes part in a sum behind masks. */
interface LeakJoinCommand extends WhichSum {
  type: 'leak:join';
  studentId: string;
  key: string;
}

/** What has come of a sum so far. */
interface LeakCountCommand extends WhichSum {
  type: 'leak:count';
  sent: number;
  revealed: number;
  noise: Readonly<Record<string, string>>;
}

/** Who has sent nothing when the time was over. */
interface LeakRevealCommand extends WhichSum {
  type: 'leak:reveal';
  missing: readonly string[];
}

/** What a sum came to. */
interface LeakRecordCommand extends WhichSum {
  type: 'leak:record';
  summed: SummedGradients;
}

/** A sum came to nothing. */
interface LeakFailCommand extends WhichSum {
  type: 'leak:fail';
  trouble: MaskTrouble;
}

/** Somebody else takes a seat in a network of students; null: the server does that unit's work. */
interface RelaySeatCommand {
  type: 'relay:seat';
  relayId: string;
  team: number;
  seat: number;
  to: string | null;
}

/** How far networks of students are, by their numbers. */
interface RelayRecordCommand {
  type: 'relay:record';
  relayId: string;
  teams: Readonly<Record<number, RelayTeamRecord>>;
}

/** What the server has seen of a student's bench, for a teacher. */
interface SnapshotCommand {
  type: 'snapshot:keep';
  snapshotId: string;
  studentId: string;
  sight: Sight;
}

/** All that `decide` understands: what crosses the wire, and what the server itself says. */
export type ClassCommand =
  | TeacherCommand
  | StudentCommand
  | JoinCommand
  | ReturnCommand
  | TakeBackCommand
  | OwnerCommand
  | AssistantAddCommand
  | AssistantCommand
  | ScoreCommand
  | KeepRerunCommand
  | KeepTeamsAgainCommand
  | ChallengeRecordCommand
  | EnsembleRecordCommand
  | MergeRecordCommand
  | FooledRecordCommand
  | AuditRecordCommand
  | LeakSingleCommand
  | LeakJoinCommand
  | LeakCountCommand
  | LeakRevealCommand
  | LeakRecordCommand
  | LeakFailCommand
  | RoundsArriveCommand
  | RoundsAloneCommand
  | RoundsRecordCommand
  | RelaySeatCommand
  | RelayRecordCommand
  | SnapshotCommand
  | BookmarkMarkCommand;

/** Who asks, already authenticated. */
export type Actor =
  | { kind: 'teacher'; teacherId: string }
  | { kind: 'assistant'; assistantId: string }
  | { kind: 'student'; studentId: string }
  | { kind: 'newcomer' }
  | { kind: 'server' };

/** What a decision needs from outside, so that the rules stay pure. */
export interface DecisionContext {
  /** Milliseconds since 1970. */
  now: number;
  /** Whether a nickname is fit for a classroom; the word lists live in the server. */
  isNicknameFit: (nickname: string) => boolean;
  /** What the state does not say of a student; without it everybody is here. */
  students?: {
    /** Connected, or was a moment ago. */
    isHere: (studentId: string) => boolean;
    /** Has trained or drawn. */
    hasWorked: (studentId: string) => boolean;
    /** What the student does now, and what ails the training. */
    howIs?: (studentId: string) => Pick<HelpStanding, 'activity' | 'finding'>;
    /** All that the doctor has ever found in the student's trainings. */
    findingsOf?: (studentId: string) => readonly FindingKind[];
  };
}
