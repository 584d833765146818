import { GroupCommit } from '@/base/group-commit';
import { SerialQueue } from '@/base/serial-queue';
import type { CheckpointQuota } from '@/classroom/checkpoints';
import type { Group } from '@/classroom/groups';
import type { PoolDrawing } from '@/classroom/pool';
import type { ClassState } from '@/classroom/state';
import type { ClassEvent } from '@/protocol/class-event';
import type { Remark } from '@/protocol/remarks';
import type { Batch } from '@/protocol/run';
import type { Stretch } from '@/protocol/run-curves';
import { packRunTable, runResult } from '@/protocol/run-table';
import { packTraces } from '@/protocol/run-traces';
import { type AppendRequest, appendRequest } from './append-request';
import { keepCheckpoint, listCheckpoints, readCheckpoint } from './checkpoint-rows';
import { type ClassChange, diffClass } from './class-change';
import { findClassByCode, loadClass } from './class-reads';
import { ClassTexts } from './class-texts';
import { applyClassChange, insertClass } from './class-writes';
import type { Database } from './database';
import { addEvents, listEvents } from './event-rows';
import type { Fence } from './fence';
import { Folding, type RunsToFold } from './folding';
import { findGroup, insertGroup, listGroups, listSittings, saveGroup } from './group-rows';
import { keepHandedWeights, readHandedWeights, type WeightsToHand } from './handed-weights';
import {
  beginImport,
  dropImports,
  finishImport,
  type ImportedRest,
  type ImportedRun,
  importRuns,
} from './import-rows';
import { listClasses } from './listing-rows';
import { LogEmptier } from './log-emptier';
import { LogEmptyings } from './log-emptyings';
import { addDrawings, listDrawings, readPool, removeDrawings, savePoolLabels } from './pool-rows';
import { deletesAccounts, performRecords, type RecordRequest } from './record-requests';
import { listRemarks, saveRemark } from './remark-rows';
import {
  announceDeletion,
  keepFor,
  listEmptyGroups,
  listOpenClasses,
  listOverClasses,
  noteUpkeep,
  readKeptOf,
  upkeepDoneAt,
} from './retention-rows';
import { listReveals } from './reveal-rows';
import { RunJournal } from './run-journal';
import { listRuns, readBatches, readRun, readRuns } from './run-reads';
import { type RunWrite, type RunWritten, writeRuns } from './run-writes';
import { addShare, findShare, listShares, removeShare, type StoredShare, seeShare } from './share-rows';
import { listStepRecords, saveStepRecords } from './step-rows';
import type { AppendOutcome, CheckpointToKeep, Store } from './store';
import { deleteStudent } from './student-deletion';
import { listTraces } from './trace-rows';
import { dropWeights, loadWeights, saveWeights } from './weight-rows';

/** Appends and attaches in one transaction; more wait for the next. */
const LARGEST_GROUP = 1_000;

/** A store that takes changes which somebody else has worked out, for a store in another thread. */
export interface ChangeStore extends Store {
  applyChange(change: ClassChange): Promise<'saved' | 'conflict' | 'fenced'>;
  /** Batches that came at about the same time, with one answer: outcomes in their order. */
  appendBatches(appends: readonly AppendRequest[]): Promise<AppendOutcome[]>;
  /** What was acknowledged of these runs is there for every connection of the database when it resolves. */
  foldRuns(which: RunsToFold): Promise<void>;
  /** After a deletion by another connection: in the journal and in SQLite's log nothing is left of it either. */
  forgetDeleted(): Promise<void>;
  /** Operations of the database's client, several in one transaction: see `recordClient`. */
  records(requests: readonly RecordRequest[]): Promise<unknown[]>;
  /** Writes something that changes nothing; rejects while writing is not possible. */
  probe(): Promise<void>;
}

/** The store on an open database, in this thread. */
export class PrismaStore implements ChangeStore {
  private readonly database: Database;
  private readonly turns = new SerialQueue();
  private readonly writes: GroupCommit<RunWrite, RunWritten>;
  /** Null: batches go straight into their tables. */
  private readonly journal: RunJournal | null;
  private readonly log: LogEmptier;
  private readonly folding: Folding;
  private readonly texts = new ClassTexts();
  private closed = false;

  /**
   * Takes the database over: `close` closes it.
   * @param emptiesLog `close` brings what is in SQLite's log into the database
   * @param logEmptyings tells those who watch over the log that it was emptied
   * @param keepsJournal false: another store of this process folds what is read here
   */
  constructor(
    database: Database,
    { emptiesLog = true, logEmptyings = new LogEmptyings(), keepsJournal = true } = {},
  ) {
    this.database = database;
    this.log = new LogEmptier(database, logEmptyings, emptiesLog);
    this.journal =
      keepsJournal && database.provider === 'sqlite'
        ? new RunJournal(database, this.turns, () => void this.log.leaveNothing())
        : null;
    this.folding = new Folding(database, this.journal, this.turns, this.log);
    this.writes = new GroupCommit((group) => writeRuns(this.open, this.journal, group), {
      turns: this.turns,
      largest: LARGEST_GROUP,
      // Messages of another thread that are there already.
      gather: () => new Promise((resolve) => setImmediate(resolve)),
    });
  }

  /** Prisma would quietly connect again after a disconnect. */
  private get open(): Database {
    if (this.closed) throw new Error('The store is closed');
    return this.database;
  }

  private get client() {
    return this.open.client;
  }

  async createClass(state: ClassState): Promise<'created' | 'code-taken'> {
    return insertClass(this.open, state);
  }

  async findClassByCode(code: string) {
    return findClassByCode(this.open, code);
  }

  async loadClass(id: string) {
    return loadClass(this.open, id);
  }

  async saveClass(before: ClassState, after: ClassState, events: readonly ClassEvent[] = [], fence?: Fence) {
    return this.applyChange(diffClass(before, after, events, fence));
  }

  async addEvents(classId: string, events: readonly ClassEvent[]): Promise<void> {
    await addEvents(this.open, classId, events);
  }

  async beginImport(state: ClassState) {
    return beginImport(this.open, state);
  }

  async importRuns(classId: string, runs: readonly ImportedRun[]) {
    return importRuns(this.open, classId, runs);
  }

  async finishImport(state: ClassState, rest: ImportedRest) {
    return finishImport(this.open, state, rest);
  }

  async dropImports(classId: string | null): Promise<void> {
    await this.folding.deleting(() => dropImports(this.open, classId));
  }

  async addShare(share: StoredShare, most: number) {
    return addShare(this.open, share, most);
  }

  async listShares(classId: string) {
    return listShares(this.open, classId);
  }

  async removeShare(classId: string, id: string): Promise<void> {
    await removeShare(this.open, classId, id);
  }

  async findShare(tokenHash: string) {
    return findShare(this.open, tokenHash);
  }

  async seeShare(id: string, now: number): Promise<void> {
    await seeShare(this.open, id, now);
  }

  async readBatches(runId: string) {
    await this.folding.beforeReading({ runIds: [runId] });
    return readBatches(this.open, runId);
  }

  async listEvents(classId: string) {
    return listEvents(this.open, classId);
  }

  async applyChange(change: ClassChange): Promise<'saved' | 'conflict' | 'fenced'> {
    return applyClassChange(this.open, change);
  }

  async listClasses(teacherId: string) {
    return listClasses(this.open, teacherId);
  }

  async deleteClass(id: string): Promise<void> {
    await this.folding.deleting(() => this.client.class.deleteMany({ where: { id } }));
  }

  async deleteStudent(classId: string, studentId: string): Promise<void> {
    await this.folding.deleting(() => deleteStudent(this.open, classId, studentId));
  }

  async createGroup(group: Group) {
    return insertGroup(this.open, group);
  }

  async loadGroup(id: string) {
    return findGroup(this.open, { id });
  }

  async findGroupByCode(code: string) {
    return findGroup(this.open, { code });
  }

  async saveGroup(before: Group, after: Group) {
    return saveGroup(this.open, before, after);
  }

  async listGroups(teacherId: string) {
    return listGroups(this.open, teacherId);
  }

  async listSittings(groupId: string) {
    return listSittings(this.open, groupId);
  }

  async deleteGroup(id: string): Promise<void> {
    await this.folding.deleting(() => this.client.group.deleteMany({ where: { id } }));
  }

  async attachRun(run: Parameters<Store['attachRun']>[0], now: number) {
    const written = await this.writes.add({ kind: 'attach', run, now });
    return written.kind === 'attached' ? written.run : null;
  }

  async appendBatch(runId: string, epoch: number, batch: Batch, now: number): Promise<AppendOutcome> {
    const [outcome] = await this.appendBatches([appendRequest(runId, epoch, batch, now)]);
    return outcome!;
  }

  async appendBatches(requests: readonly AppendRequest[]): Promise<AppendOutcome[]> {
    const written = await this.writes.add({ kind: 'append', requests });
    if (written.kind !== 'appended') throw new TypeError('a group gave its results in another order');
    return written.outcomes;
  }

  foldRuns(which: RunsToFold): Promise<void> {
    return this.folding.runs(which);
  }

  forgetDeleted(): Promise<void> {
    return this.folding.leaveNothing();
  }

  async listRuns(classId: string, studentId: string | null) {
    await this.folding.beforeReading({ classId });
    return listRuns(this.open, classId, studentId);
  }

  async readRunTable(classId: string) {
    await this.folding.beforeReading({ classId });
    return this.texts.get(this.open, 'runs', classId, async () =>
      packRunTable((await listRuns(this.open, classId, null)).map(runResult)),
    );
  }

  async readRuns(ids: readonly string[], most: number, stretch: Stretch | null = null) {
    await this.folding.beforeReading({ runIds: ids });
    return readRuns(this.open, ids, most, stretch);
  }

  async readRun(runId: string, most = Number.POSITIVE_INFINITY) {
    await this.folding.beforeReading({ runIds: [runId] });
    return readRun(this.open, runId, most);
  }

  async readTraceTable(classId: string) {
    await this.folding.beforeReading({ classId });
    return this.texts.get(this.open, 'traces', classId, async () =>
      packTraces(await listTraces(this.open, classId)),
    );
  }

  async saveWeights(...[runId, weights, now]: Parameters<Store['saveWeights']>): Promise<void> {
    await saveWeights(this.open, runId, weights, now);
  }

  async dropWeights(runIds: readonly string[]): Promise<void> {
    await dropWeights(this.open, runIds);
  }

  async readWeights(runId: string) {
    return loadWeights(this.open, runId);
  }

  keepCheckpoint(checkpoint: CheckpointToKeep, quota: CheckpointQuota, now: number) {
    return keepCheckpoint(this.open, checkpoint, quota, now);
  }

  listCheckpoints(runId: string) {
    return listCheckpoints(this.open, runId);
  }

  readCheckpoint(runId: string, step: number) {
    return readCheckpoint(this.open, runId, step);
  }

  keepHandedWeights(weights: WeightsToHand, named: readonly string[], now: number) {
    return keepHandedWeights(this.open, weights, named, now);
  }

  readHandedWeights(classId: string, digest: string) {
    return readHandedWeights(this.open, classId, digest);
  }

  saveRemark(remark: Remark) {
    return saveRemark(this.open, remark);
  }

  listRemarks(runIds: readonly string[]) {
    return listRemarks(this.open, runIds);
  }

  async readPool(classId: string) {
    return readPool(this.open, classId);
  }

  listDrawings(classId: string, studentId: string) {
    return listDrawings(this.open, classId, studentId);
  }

  async addDrawings(classId: string, drawings: readonly PoolDrawing[]): Promise<void> {
    await addDrawings(this.open, classId, drawings);
  }

  async removeDrawings(classId: string, ids: readonly string[] | null): Promise<void> {
    await removeDrawings(this.open, classId, ids);
  }

  async savePoolLabels(classId: string, labels: readonly string[] | null): Promise<void> {
    await savePoolLabels(this.open, classId, labels);
  }

  saveStepRecords(...[classId, records]: Parameters<Store['saveStepRecords']>) {
    return saveStepRecords(this.open, classId, records);
  }

  listStepRecords(classId: string) {
    return listStepRecords(this.open, classId);
  }

  listOverClasses(piece: Parameters<Store['listOverClasses']>[0]) {
    return listOverClasses(this.open, piece);
  }

  listEmptyGroups(piece: Parameters<Store['listEmptyGroups']>[0]) {
    return listEmptyGroups(this.open, piece);
  }

  listOpenClasses(...[before, piece]: Parameters<Store['listOpenClasses']>) {
    return listOpenClasses(this.open, before, piece);
  }

  listReveals(piece: Parameters<Store['listReveals']>[0]) {
    return listReveals(this.open, piece);
  }

  readKept(thing: Parameters<Store['readKept']>[0]) {
    return readKeptOf(this.open, thing);
  }

  keepFor(...[thing, keepDays]: Parameters<Store['keepFor']>) {
    return keepFor(this.open, thing, keepDays);
  }

  announceDeletion(...[of, now]: Parameters<Store['announceDeletion']>) {
    return announceDeletion(this.open, of, now);
  }

  upkeepDoneAt(task: string) {
    return upkeepDoneAt(this.open, task);
  }

  noteUpkeep(task: string, at: number) {
    return noteUpkeep(this.open, task, at);
  }

  async ping(): Promise<void> {
    await this.client.$queryRaw`SELECT 1 AS "one"`;
  }

  async records(requests: readonly RecordRequest[]): Promise<unknown[]> {
    const results = await performRecords(this.client, requests);
    if (deletesAccounts(requests)) await this.folding.leaveNothing();
    return results;
  }

  async probe(): Promise<void> {
    await this.client
      .$executeRaw`UPDATE "_prisma_migrations" SET "applied_steps_count" = "applied_steps_count"`;
  }

  /** Folds what a process that was killed has left; to be called when the database is known to be in order. */
  takeUpJournal(): void {
    this.journal?.start();
  }

  /** Brings what is in SQLite's log into the database file. False: somebody else is just reading or writing. */
  emptyLog(): Promise<boolean> {
    return this.log.empty();
  }

  async close(): Promise<void> {
    if (this.closed) return;
    await this.writes.drain();
    await this.journal?.close();
    await this.log.close();
    this.closed = true;
    await this.database.client.$disconnect();
  }
}
