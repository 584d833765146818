import type { AttachInput } from './attach';
import type { AuditRun } from './audit';
import type { Work } from './bench-work';
import type { ChallengeScored, ChallengeSubmit } from './challenge';
import type { ProductNext, ProductNextAnswer } from './class-product';
import type { Command } from './commands';
import type { Condition } from './condition';
import type { EnsembleCount } from './ensemble';
import type { FoolPictures, FoolTry } from './fool';
import type { MergeAverage } from './merge';
import type { MergeUnits } from './merge-views';
import type { PoolAdd, PoolClear, PoolFrame, PoolLabel, PoolOpen, PoolOpenAnswer, PoolRemove } from './pool';
import type { Answer, Refusal, RefusalCode } from './refusals';
import type { UnitAsked, UnitSent } from './relay-unit';
import type { StudentCode, StudentCodeAnswer } from './return-code';
import type { Point, RunAppend, RunAttach, RunList, RunRead, RunSummary } from './run';
import type { SetUpRead } from './set-up';
import type { Sight, SightFrame, SightWatch, Watched } from './sight';
import type { SnapshotRead, SnapshotTake } from './snapshot';
import type { StorageState } from './storage';
import type { ScreenFrame, TeacherFrame, TelemetrySnapshot } from './telemetry';
import type { View } from './views';

/** The answer to `attach`: the whole view, and from there the client goes on. */
export type AttachAnswer = Answer<{ view: View; telemetry: TelemetrySnapshot | null; serverTime: number }>;
/** What checking gave, with the student's standing after it; comes after the commit. */
export type ChallengeSubmitAnswer = Answer<ChallengeScored>;
export type SnapshotReadAnswer = Answer<{ sight: Sight }>;
export type SetUpReadAnswer = Answer<{ works: readonly Work[] }>;
export type MergeUnitsAnswer = Answer<{ units: MergeUnits }>;
/** Those of the pictures that whoever asks may see. */
export type FoolPicturesAnswer = Answer<{ pictures: readonly { id: string; pixels: string }[] }>;
export type CommandAnswer = Answer<{ version: number }>;
/** `highWater` is the highest sequence that is stored: what it covers may be forgotten by the outbox. */
export type RunAttachAnswer = Answer<{ epoch: number; highWater: number }>;
export type RunAppendAnswer = { ok: true; highWater: number } | (Refusal & { highWater?: number });
export type RunListAnswer = Answer<{ runs: RunSummary[] }>;
/** At most LIMITS.pointsPerRead points, oldest first; `run.pointCount` says how many there are. */
export type RunReadAnswer = Answer<{ run: RunSummary; points: Point[] }>;

/** Client to server. Imperative names; every one is answered. */
export interface ClientToServer {
  attach: (payload: AttachInput, answer: (answer: AttachAnswer) => void) => void;
  command: (payload: Command, answer: (answer: CommandAnswer) => void) => void;
  'run:attach': (payload: RunAttach, answer: (answer: RunAttachAnswer) => void) => void;
  'run:append': (payload: RunAppend, answer: (answer: RunAppendAnswer) => void) => void;
  /** The own runs (student) or one student's (teacher). */
  'run:list': (payload: RunList, answer: (answer: RunListAnswer) => void) => void;
  /** A code with which a student who has lost the place gets it back. */
  'student:code': (payload: StudentCode, answer: (answer: StudentCodeAnswer) => void) => void;
  /** How it stands with the student at work; takes the place of what was said before, and is nowhere kept. */
  'student:condition': (payload: Condition, answer: (answer: Answer) => void) => void;
  /** A teacher looks over a student's shoulder, or ends it. */
  'sight:watch': (payload: SightWatch, answer: (answer: Answer) => void) => void;
  /** What a student's bench shows, while somebody looks; takes the place of what was shown before, and is nowhere kept. */
  'sight:show': (payload: Sight, answer: (answer: Answer) => void) => void;
  /** What is in a set-up that was handed to this student. */
  'setup:read': (payload: SetUpRead, answer: (answer: SetUpReadAnswer) => void) => void;
  /** Keeps what is seen over a student's shoulder now. */
  'snapshot:take': (payload: SnapshotTake, answer: (answer: Answer) => void) => void;
  /** What a snapshot shows. */
  'snapshot:read': (payload: SnapshotRead, answer: (answer: SnapshotReadAnswer) => void) => void;
  'challenge:submit': (payload: ChallengeSubmit, answer: (answer: ChallengeSubmitAnswer) => void) => void;
  /** Has the class's networks vote; answered when it is recorded. */
  'ensemble:count': (payload: EnsembleCount, answer: (answer: Answer) => void) => void;
  /** Asks the class's networks what they have learned; answered when it is recorded. */
  'audit:run': (payload: AuditRun, answer: (answer: Answer) => void) => void;
  /** Averages the class's networks; answered when it is recorded. */
  'merge:average': (payload: MergeAverage, answer: (answer: Answer) => void) => void;
  /** Pictures of their units. */
  'merge:units': (payload: MergeAverage, answer: (answer: MergeUnitsAnswer) => void) => void;
  /** Has the class's networks read a student's drawing; answered when it is recorded. */
  'fool:try': (payload: FoolTry, answer: (answer: Answer) => void) => void;
  'fool:pictures': (payload: FoolPictures, answer: (answer: FoolPicturesAnswer) => void) => void;
  /** The class's pool of drawings: see protocol/pool. */
  'pool:open': (payload: PoolOpen, answer: (answer: PoolOpenAnswer) => void) => void;
  'pool:add': (payload: PoolAdd, answer: (answer: Answer) => void) => void;
  'pool:remove': (payload: PoolRemove, answer: (answer: Answer) => void) => void;
  'pool:label': (payload: PoolLabel, answer: (answer: Answer) => void) => void;
  'pool:clear': (payload: PoolClear, answer: (answer: Answer) => void) => void;
  /** Rows of the class's product: those that were calculated, for those that come next. */
  'product:next': (payload: ProductNext, answer: (answer: ProductNextAnswer) => void) => void;
  /** What this student's unit has come to: see protocol/relay-unit. */
  'relay:send': (payload: UnitSent, answer: (answer: Answer) => void) => void;
  'run:read': (payload: RunRead, answer: (answer: RunReadAnswer) => void) => void;
}

/** Server to client. */
export interface ServerToClient {
  /** The whole view after a change; versions only grow, and an older one is dropped by the client. */
  view: (view: View) => void;
  frame: (frame: TeacherFrame) => void;
  'screen:frame': (frame: ScreenFrame) => void;
  /** Only after `pool:open`. */
  pool: (frame: PoolFrame) => void;
  /** Only after `sight:watch`, and on a projector with a spotlight. */
  sight: (frame: SightFrame) => void;
  /** Who looks at this student's bench now: after each change, and to whoever attaches while somebody does. */
  watched: (watched: Watched) => void;
  /** What this student's unit is asked for, in a network whose units are students. */
  unit: (asked: UnitAsked) => void;
  /** This socket is attached no longer, and why: removed, banned, class deleted, another tab took over, signed out. */
  detached: (code: RefusalCode) => void;
  /** The server is about to restart: keep training, come back. */
  stopping: () => void;
  /** How the storage is: after each change, and to whoever connects while it is not `ok`. */
  storage: (state: StorageState) => void;
}
