import type { CheckpointQuota } from '@/classroom/checkpoints';
import type { Group } from '@/classroom/groups';
import type { PoolDrawing } from '@/classroom/pool';
import type { Kept } from '@/classroom/retention';
import type { ClassState } from '@/classroom/state';
import type { StepRecord } from '@/classroom/step-records';
import type { CheckpointAbout, CheckpointListing } from '@/protocol/checkpoints';
import type { ClassEvent } from '@/protocol/class-event';
import type { RunExperiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import type { Remark } from '@/protocol/remarks';
import type { Batch, Point, RunOrigin, RunSummary } from '@/protocol/run';
import type { Stretch } from '@/protocol/run-curves';
import type { RunTable } from '@/protocol/run-table';
import type { TraceTable } from '@/protocol/run-traces';
import type { ShareEntry } from '@/protocol/share';
import type { Fence } from './fence';
import type { WeightsToHand } from './handed-weights';
import type { ImportedRest, ImportedRun } from './import-rows';
import type { StoredPool } from './pool-rows';
import type { KeptThing, Piece, StoredKept } from './retention-rows';
import type { StoredReveal } from './reveal-rows';
import type { ReadRun } from './run-reads';
import type { StoredShare } from './share-rows';
import type { StorageHealth } from './storage-health';

/** A class in a list of classes. */
export interface ClassListing {
  id: string;
  code: string;
  /** The group whose sitting it is. */
  group: { id: string; name: string } | null;
  lessonId: string;
  /** Held with simulated students. */
  dryRun: boolean;
  phase: ClassState['phase'];
  createdAt: number;
  startedAt: number | null;
  endedAt: number | null;
  /** Whoever asks is the first of its owners. */
  own: boolean;
  /** It has other owners as well. */
  shared: boolean;
  studentCount: number;
  runCount: number;
  /** Best verified accuracy in the class (public half before the end, private after), or null. */
  bestAccuracy: number | null;
  /** Students who have handed in an answer to the lesson's challenge, and those of them who have reached all of its parts. */
  answeredCount: number;
  reachedCount: number;
  /** What decides when it is deleted. */
  kept: Kept;
}

/** A group in a list of groups. */
export interface GroupListing {
  id: string;
  code: string;
  name: string;
  createdAt: number;
  archivedAt: number | null;
  /** Whoever asks is the first of its owners. */
  own: boolean;
  /** It has other owners as well. */
  shared: boolean;
  /** Sittings so far. */
  sittingCount: number;
  /** The newest of them. */
  last: { id: string; lessonId: string; phase: ClassState['phase']; at: number } | null;
  /** Who belongs to it: students of the newest sitting, whether they have come to it or not. */
  studentCount: number;
  /** What decides when the first of its sittings is deleted; without sittings, when the group is. */
  kept: Kept;
}

/** A sitting in the list of a group's. */
export interface Sitting {
  id: string;
  lessonId: string;
  phase: ClassState['phase'];
  createdAt: number;
}

/** A run as it is taken up: the epoch fences older attaches, points below `highWater` are stored. */
export interface AttachedRun {
  epoch: number;
  summary: RunSummary;
}

/** A run as it is read; `run.pointCount` says how many points there are. */
interface StoredRun {
  classId: string;
  run: RunSummary;
  points: Point[];
}

export interface RunToAttach {
  id: string;
  classId: string;
  studentId: string;
  experiment: RunExperiment;
  backend: Backend;
  startedAt: number;
  continues?: RunOrigin | undefined;
}

/** A moment of a run with its weights (float32, little endian). */
export interface CheckpointToKeep extends CheckpointAbout {
  weights: Uint8Array;
}

/**
 * `stored`: committed now or before (a repeat). `gap`: an earlier sequence is missing; nothing written.
 * `stale`: a newer attach has taken the run; nothing written. `closed`: the run has ended; nothing written.
 * `unknown`: no such run. `highWater` is the stored one afterwards.
 */
export type AppendOutcome = { kind: 'stored' | 'gap' | 'stale' | 'closed' | 'unknown'; highWater: number };

/**
 * All that is kept, behind one interface: SQLite or PostgreSQL, in this thread or another. Every write has been
 * committed (and synced) when its promise resolves. One contract suite (tests/store) is run against each implementation.
 */
export interface Store {
  /** Saves a new class. `code-taken`: an open class or another group has that code already; nothing was written. */
  createClass(state: ClassState): Promise<'created' | 'code-taken'>;
  /** The class with this code: the open one, else the one that ended last. */
  findClassByCode(code: string): Promise<ClassState | null>;
  loadClass(id: string): Promise<ClassState | null>;
  /**
   * Writes what differs between the two states (class row, changed students, new scores, changed results and predictions) in one transaction, with
   * what that adds to the class's history. `conflict`: the stored version is not `before.version`; nothing was written.
   * @param fence of a node among several: `fenced` if another has the class's room by now; nothing was written
   */
  saveClass(
    before: ClassState,
    after: ClassState,
    events?: readonly ClassEvent[],
    fence?: Fence,
  ): Promise<'saved' | 'conflict' | 'fenced'>;
  /** Adds to a class's history what no command brought about. A class or a student that is gone has none. */
  addEvents(classId: string, events: readonly ClassEvent[]): Promise<void>;
  /**
   * Imports a class that has ended, piece by piece, and nobody sees any of it before `finishImport`: first its state without scores. `here`: there
   * is a class with this id; nothing was written.
   */
  beginImport(state: ClassState): Promise<'begun' | 'here'>;
  /** Adds runs with their points. `taken`: one of them is in another class; none of these was written. */
  importRuns(classId: string, runs: readonly ImportedRun[]): Promise<'kept' | 'taken'>;
  /** Adds scores, history, what became of steps and what was remarked, and lets it be seen under its code. `code-taken`: nothing was written, another code may be tried. */
  finishImport(state: ClassState, rest: ImportedRest): Promise<'done' | 'code-taken'>;
  /** Keeps a link to a class. False: it has `most` already. */
  addShare(share: StoredShare, most: number): Promise<boolean>;
  /** The links to a class, oldest first. */
  listShares(classId: string): Promise<ShareEntry[]>;
  removeShare(classId: string, id: string): Promise<void>;
  /** The link that a token with this hash opens; null: there is none, or none any more. */
  findShare(tokenHash: string): Promise<Pick<StoredShare, 'id' | 'classId' | 'named' | 'lastSeenAt'> | null>;
  /** Somebody has looked by it. */
  seeShare(id: string, now: number): Promise<void>;
  /** Removes what has not been finished: of one class, or of all (null). */
  dropImports(classId: string | null): Promise<void>;
  /** The history of a class, in order. */
  listEvents(classId: string): Promise<ClassEvent[]>;
  /** The classes that a teacher owns, alone or with others, newest first. */
  listClasses(teacherId: string): Promise<ClassListing[]>;
  /** Removes a class and everything in it. */
  deleteClass(id: string): Promise<void>;
  /** Removes a student with all runs and scores; the place in the class goes too. The caller drops it from the live state. */
  deleteStudent(classId: string, studentId: string): Promise<void>;

  /** Saves a new group. `code-taken`: another group or a class, also one that has ended, has that code; nothing was written. */
  createGroup(group: Group): Promise<'created' | 'code-taken'>;
  loadGroup(id: string): Promise<Group | null>;
  findGroupByCode(code: string): Promise<Group | null>;
  /** `conflict`: the stored version is not `before.version`; nothing was written. */
  saveGroup(before: Group, after: Group): Promise<'saved' | 'conflict'>;
  /** The groups that a teacher owns, alone or with others, the one that was used last first. */
  listGroups(teacherId: string): Promise<GroupListing[]>;
  /** The sittings of a group, oldest first. */
  listSittings(groupId: string): Promise<Sitting[]>;
  /** Removes a group; its sittings stay, as classes of their own. */
  deleteGroup(id: string): Promise<void>;

  /** Makes the run if it is new, raises its epoch, and tells how far it is stored. Null: the id belongs to another student. */
  attachRun(run: RunToAttach, now: number): Promise<AttachedRun | null>;
  /** Stores a batch; many calls at once share a commit. Safe to repeat: a sequence is stored once. */
  appendBatch(runId: string, epoch: number, batch: Batch, now: number): Promise<AppendOutcome>;
  /** Runs of a class, or of one student in it, oldest first. */
  listRuns(classId: string, studentId: string | null): Promise<RunSummary[]>;
  /** What came of each run of a class, oldest first, for a page. */
  readRunTable(classId: string): Promise<RunTable>;
  /** One run with its points in order: all, or at most so many of them (`thinPoints`). */
  readRun(runId: string, most?: number): Promise<StoredRun | null>;
  /** Several runs, each with at most so many of its points (in a stretch of steps); those that are gone are left out. */
  readRuns(ids: readonly string[], most: number, stretch?: Stretch | null): Promise<ReadRun[]>;
  /** All points of a run in the pieces in which they came, with the server's time of each. */
  readBatches(runId: string): Promise<{ at: number; points: Point[] }[]>;
  /** How each run of a class went, oldest first, by some of its moments: for a replay. */
  readTraceTable(classId: string): Promise<TraceTable>;
  /** Weights as last submitted for a run (float32, little endian), or null. */
  saveWeights(runId: string, weights: Uint8Array, now: number): Promise<void>;
  readWeights(runId: string): Promise<Uint8Array | null>;
  /** What these runs were handed in with is kept no longer. */
  dropWeights(runIds: readonly string[]): Promise<void>;

  /** Keeps a moment of a run within the quota; others may go for it, or it for them (`dropped`). The same step again is the same moment. */
  keepCheckpoint(
    checkpoint: CheckpointToKeep,
    quota: CheckpointQuota,
    now: number,
  ): Promise<'kept' | 'dropped' | 'unknown'>;
  /** The kept moments of a run, in order. */
  listCheckpoints(runId: string): Promise<CheckpointListing[]>;
  readCheckpoint(runId: string, step: number): Promise<Uint8Array | null>;

  /** Keeps weights that are to be handed with a set-up, once; those go that no set-up names. */
  keepHandedWeights(weights: WeightsToHand, named: readonly string[], now: number): Promise<void>;
  readHandedWeights(classId: string, digest: string): Promise<Uint8Array | null>;

  /** Writes a remark in place of the one of its kind; an empty text takes that away. False: there is no such run. */
  saveRemark(remark: Remark): Promise<boolean>;
  /** The remarks about these runs. */
  listRemarks(runIds: readonly string[]): Promise<Remark[]>;

  /** A class's pool of drawings; empty where there is none. */
  readPool(classId: string): Promise<StoredPool>;
  /** The pixels of a student's drawings, in order of arrival. */
  listDrawings(classId: string, studentId: string): Promise<Uint8Array[]>;
  /** Adds drawings behind those that are there, all or none. */
  addDrawings(classId: string, drawings: readonly PoolDrawing[]): Promise<void>;
  /** Removes these drawings; null: all of the class. */
  removeDrawings(classId: string, ids: readonly string[] | null): Promise<void>;
  savePoolLabels(classId: string, labels: readonly string[] | null): Promise<void>;

  /** Keeps how far students came with steps: each record takes the place of the one before. */
  saveStepRecords(classId: string, records: readonly StepRecord[]): Promise<void>;
  /** How far each student of a class came with each step, in the order in which they began. */
  listStepRecords(classId: string): Promise<StepRecord[]>;

  /** Classes that are over, and groups without sittings, each piece in the order of their ids. */
  listOverClasses(piece: Piece): Promise<StoredKept[]>;
  listEmptyGroups(piece: Piece): Promise<StoredKept[]>;
  /** Ids of classes that are open and were made before this moment. */
  listOpenClasses(before: number, piece: Piece): Promise<string[]>;
  /** Reveals of races that were begun, in the order of their classes' ids. */
  listReveals(piece: Piece): Promise<StoredReveal[]>;
  /** What decides when a class is deleted, or each sitting of a group (`overAt` null); null: there is none. */
  readKept(thing: KeptThing): Promise<Kept | null>;
  /** Has it kept for so many days after its end; null: as the operator says. Its deletion counts as not announced. */
  keepFor(thing: KeptThing, keepDays: number | null): Promise<void>;
  /** Writes down that teachers are told of these deletions from now on, where they were not before. */
  announceDeletion(
    of: { classIds: readonly string[]; groupIds: readonly string[] },
    now: number,
  ): Promise<void>;
  /** When something that is done once a night was done last; null: never. */
  upkeepDoneAt(task: string): Promise<number | null>;
  noteUpkeep(task: string, at: number): Promise<void>;

  /** Resolves when the database answers; rejects when it does not. */
  ping(): Promise<void>;
  /** How the storage is, where somebody looks after it (`watchedStore`). */
  readonly health?: StorageHealth;
  close(): Promise<void>;
}
