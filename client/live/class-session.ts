import type { ChallengeSubmit } from '@/protocol/challenge';
import type { ProductAtConsole, ProductNext, ProductNextAnswer } from '@/protocol/class-product';
import type { Command } from '@/protocol/commands';
import type { StudentCondition } from '@/protocol/condition';
import type {
  ChallengeSubmitAnswer,
  CommandAnswer,
  FoolPicturesAnswer,
  MergeUnitsAnswer,
  RunAppendAnswer,
  RunAttachAnswer,
  RunListAnswer,
  RunReadAnswer,
} from '@/protocol/events';
import type { FoolTry } from '@/protocol/fool';
import type { PoolFrame } from '@/protocol/pool';
import type { Answer, RefusalCode } from '@/protocol/refusals';
import type { UnitAsked, UnitSent } from '@/protocol/relay-unit';
import type { StudentCodeAnswer } from '@/protocol/return-code';
import type { RunAppend, RunAttach } from '@/protocol/run';
import type { StorageState } from '@/protocol/storage';
import type { CurvePoint, ScreenFrame, StudentTelemetry } from '@/protocol/telemetry';
import type { StudentView, View } from '@/protocol/views';
import type { ConditionWire } from './condition-reporter';
import type { LiveWall } from './live-wall';
import type { SightLine } from './sight-line';
import type { WireAnswers, WirePayload, WireRequest } from './wire';

/**
 * `connecting`: the first attach has not been answered; `online`; `offline`: was online, is trying again (training goes on);
 * `refused`: the server said no and trying again by itself would not help (see `refusal`).
 */
export type ConnectionState = 'connecting' | 'online' | 'offline' | 'refused';

/** What a screen draws from. Immutable: a change makes a new object, whose view shares with the one before what has not changed. */
export interface ClassSnapshot<V extends View = View> {
  connection: ConnectionState;
  /** When the connection was lost (the page's steady clock), while `offline`. */
  offlineSince: number | null;
  /** The server has said that it restarts. */
  serverStopping: boolean;
  /** How the server's storage is, as it said last: while it is not `ok`, nothing new is saved. */
  storage: StorageState;
  refusal: RefusalCode | null;
  view: V | null;
  /** Server's clock minus the page's steady one (`performance.now()`), milliseconds: the computer's clock may be set. */
  clockOffset: number;
}

/** The live values of all students: only a teacher's session has them. Kept apart, so that a frame redraws only what shows it. */
export interface TelemetryTable {
  get(studentId: string): StudentTelemetry | undefined;
  /** Recent curve of the student's latest run, oldest first; grows with the frames, bounded. */
  curve(studentId: string): readonly CurvePoint[];
  /** What the student's page says of itself, and since when the student does what it does. */
  condition(studentId: string): StudentCondition | undefined;
  /** The product that the class's devices calculate together; null: no round was begun. */
  product(): ProductAtConsole | null;
}

/** A live connection to one class, for one kind of viewer. React-free; hooks in use-class-session.ts. */
export interface ClassSession<V extends View = View> {
  snapshot(): ClassSnapshot<V>;
  /** Told after each change of the snapshot; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Asks and waits for the answer; while offline it answers with a refusal `not-attached` at once. */
  command(command: Command): Promise<CommandAnswer>;
  /** A teacher's: a code with which this student gets the place back on another device. */
  giveReturnCode(studentId: string): Promise<StudentCodeAnswer>;
  /** A teacher's: has the class's networks vote. */
  countEnsemble(ensembleId: string): Promise<Answer>;
  /** A teacher's: asks the class's networks what they have learned. */
  runAudit(auditId: string): Promise<Answer>;
  /** A teacher's: averages the class's networks. */
  averageNetworks(mergeId: string): Promise<Answer>;
  /** Pictures of their units, as far as the class has seen. */
  readUnits(mergeId: string): Promise<MergeUnitsAnswer>;
  /** A student's: has the class's networks read a drawing. */
  tryToFool(tried: FoolTry): Promise<Answer>;
  /** Drawings of a game, those that whoever asks may see. */
  readDrawings(foolId: string, ids: string[]): Promise<FoolPicturesAnswer>;
  listRuns(studentId: string | null): Promise<RunListAnswer>;
  readRun(runId: string): Promise<RunReadAnswer>;
  telemetry: TelemetryTable;
  /** Told after each frame with the ids that changed (null: all). */
  subscribeTelemetry(listener: (changed: readonly string[] | null) => void): () => void;
  /** The students that the projector shows one by one: only a projector's session has them. */
  readonly wall: Pick<LiveWall, 'list'>;
  screenFrame(): ScreenFrame | null;
  subscribeScreenFrame(listener: () => void): () => void;
  /** By which plain HTTP knows who asks (`Authorization`); null: by a cookie, or nobody has a place yet. */
  authorization(): string | null;
  /** Tries again at once: after a refusal ("use this tab"), or impatiently while offline. */
  retry(): void;
  close(): void;
  /** The class's pool of drawings, where its lesson gathers one. */
  readonly pool: PoolWire;
  /** Looking over shoulders: protocol/sight. */
  readonly sights: SightLine;
}

/** The way to the class's pool of drawings: protocol/pool. */
export interface PoolWire {
  /** Asks; `not-attached` where no answer came: asking again is safe. */
  ask<Name extends PoolRequest>(name: Name, payload: WirePayload<Name>): Promise<WireAnswers[Name]>;
  /** Told of every frame; returns the way to stop. */
  subscribe(listener: (frame: PoolFrame) => void): () => void;
  /** Told after each attach, when the pool must be opened again; at once where the session is attached. */
  onAttached(listener: () => void): () => void;
}
type PoolRequest = Extract<WireRequest, `pool:${string}`>;

/** The way of a run's batches to the server. Null: no answer came (offline, or too late), and nothing is known. */
export interface RunWire {
  attachRun(run: RunAttach): Promise<RunAttachAnswer | null>;
  appendBatch(append: RunAppend): Promise<RunAppendAnswer | null>;
}

/** The way of answers to the lesson's challenge. */
export interface AnswerWire {
  /** Hands an answer in and waits for what checking gave; `not-attached` where no answer came: handing in again is safe. */
  handIn(answer: ChallengeSubmit['answer']): Promise<ChallengeSubmitAnswer>;
}

/** The way of rows of the class's product. */
interface ProductWire {
  /** Hands rows in and asks for others; `not-attached` where no answer came: asking again is safe. */
  nextRows(asked: ProductNext): Promise<ProductNextAnswer>;
}

/** The way of a unit's messages: protocol/relay-unit. */
export interface UnitWire {
  /** Told of everything that this student's unit is asked for, also of the newest before that; returns the way to stop. */
  onUnit(listener: (asked: UnitAsked) => void): () => void;
  /** `not-attached` where no answer came: a page that comes back is asked again. */
  sendUnit(sent: UnitSent): Promise<Answer>;
}

/** A student's session. */
export type StudentSession = ClassSession<StudentView> &
  RunWire &
  AnswerWire &
  ProductWire &
  UnitWire &
  ConditionWire & { readonly code: string };
