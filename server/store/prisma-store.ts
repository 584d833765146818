import { GroupCommit } from '@/base/group-commit';
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
import { logFor } from '@/server/log';
import { keepCheckpoint, listCheckpoints, readCheckpoint } from './checkpoint-rows';
import { type ClassChange, diffClass } from './class-change';
import { classState } from './class-rows';
import { ClassTexts } from './class-texts';
import { applyClassChange, insertClass } from './class-writes';
import type { Database } from './database';
import { addEvents, listEvents } from './event-rows';
import { findGroup, insertGroup, listGroups, listSittings, saveGroup } from './group-rows';
import {
  beginImport,
  dropImports,
  finishImport,
  IMPORTING,
  type ImportedRest,
  type ImportedRun,
  importRuns,
} from './import-rows';
import { readKept } from './kept-tables';
import { type ListingRow, listingOf } from './listing-rows';
import { LogEmptyings } from './log-emptyings';
import { readMessages } from './message-rows';
import { thinForReview, unpackPoints } from './points';
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
import { readRuns } from './run-reads';
import { type RunRow, summaryOf } from './run-rows';
import { type RunWrite, type RunWritten, writeRuns } from './run-writes';
import { addShare, findShare, listShares, removeShare, type StoredShare, seeShare } from './share-rows';
import { listStepRecords, saveStepRecords } from './step-rows';
import type { AppendOutcome, CheckpointToKeep, Store } from './store';
import { deleteStudent } from './student-deletion';
import { listTraces } from './trace-rows';

const log = logFor('store');

/** Milliseconds after which the log is emptied that could not be just after a deletion. */
const EMPTY_AGAIN_MS = 2_000;
/** Appends and attaches in one transaction; more wait for the next. */
const LARGEST_GROUP = 1_000;

const SNAPSHOT = { isolationLevel: 'Serializable' } as const;

/** A store that takes changes which somebody else has worked out, for a store in another thread. */
export interface ChangeStore extends Store {
  applyChange(change: ClassChange): Promise<'saved' | 'conflict'>;
  /** Operations of the database's client, several in one transaction: see `recordClient`. */
  records(requests: readonly RecordRequest[]): Promise<unknown[]>;
  /** Writes something that changes nothing; rejects while writing is not possible. */
  probe(): Promise<void>;
}

/** The store on an open database, in this thread. */
export class PrismaStore implements ChangeStore {
  private readonly database: Database;
  private readonly writes: GroupCommit<RunWrite, RunWritten>;
  private readonly emptiesLog: boolean;
  private readonly logEmptyings: LogEmptyings;
  private readonly texts = new ClassTexts();
  private emptyingAgain: NodeJS.Timeout | null = null;
  private closed = false;

  /**
   * Takes the database over: `close` closes it.
   * @param emptiesLog `close` brings what is in SQLite's log into the database
   * @param logEmptyings tells those who watch over the log that it was emptied
   */
  constructor(database: Database, { emptiesLog = true, logEmptyings = new LogEmptyings() } = {}) {
    this.database = database;
    this.emptiesLog = emptiesLog;
    this.logEmptyings = logEmptyings;
    this.writes = new GroupCommit((group) => writeRuns(this.open, group), {
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

  async findClassByCode(code: string): Promise<ClassState | null> {
    const found =
      (await this.client.class.findUnique({ where: { openCode: code }, select: { id: true } })) ??
      (await this.client.class.findFirst({
        where: { code, openCode: null },
        orderBy: { endedAt: 'desc' },
        select: { id: true },
      }));
    return found === null ? null : this.loadClass(found.id);
  }

  async loadClass(id: string): Promise<ClassState | null> {
    const order = { orderBy: { position: 'asc' } } as const;
    // One snapshot: the row must not be of another version than the students.
    return this.client.$transaction(async (transaction) => {
      const row = await transaction.class.findFirst({ where: { id, phase: { not: IMPORTING } } });
      if (row === null) return null;
      const owners = await transaction.classOwner.findMany({ where: { classId: id }, ...order });
      const students = await transaction.student.findMany({ where: { classId: id }, ...order });
      const scores = await transaction.score.findMany({ where: { classId: id }, ...order });
      const kept = await readKept(transaction, id);
      const messages = await readMessages(transaction, id);
      const assistants = await transaction.assistant.findMany({ where: { classId: id }, ...order });
      const bookmarks = await transaction.bookmark.findMany({ where: { classId: id }, ...order });
      const setUps = await transaction.setUp.findMany({ where: { classId: id }, ...order });
      const snapshots = await transaction.snapshot.findMany({ where: { classId: id }, ...order });
      return classState({
        row,
        owners,
        students,
        scores,
        messages,
        bookmarks,
        setUps,
        snapshots,
        assistants,
        kept,
      });
    }, SNAPSHOT);
  }

  async saveClass(before: ClassState, after: ClassState, events: readonly ClassEvent[] = []) {
    return this.applyChange(diffClass(before, after, events));
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
    await dropImports(this.open, classId);
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
    const { highWater } = (await this.client.run.findUnique({ where: { id: runId } })) ?? { highWater: 0 };
    const batches = await this.client.runBatch.findMany({
      where: { runId, sequence: { lte: highWater }, pointCount: { gt: 0 } },
      orderBy: { sequence: 'asc' },
      select: { points: true, receivedAt: true },
    });
    return batches.map(({ points, receivedAt }) => ({
      at: Number(receivedAt),
      points: unpackPoints(points),
    }));
  }

  async listEvents(classId: string) {
    return listEvents(this.open, classId);
  }

  async applyChange(change: ClassChange): Promise<'saved' | 'conflict'> {
    return applyClassChange(this.open, change);
  }

  async listClasses(teacherId: string) {
    const rows = await this.client.$queryRaw<ListingRow[]>`
      SELECT c."id", c."code", c."lessonId", c."dryRun", c."phase", c."createdAt", c."startedAt", c."endedAt", c."teacherId",
        c."keepDays", c."announcedAt",
        c."groupId", (SELECT "name" FROM "Group" g WHERE g."id" = c."groupId") AS "groupName",
        (SELECT "keepDays" FROM "Group" g WHERE g."id" = c."groupId") AS "groupKeepDays",
        (SELECT COUNT(*) FROM "ClassOwner" w WHERE w."classId" = c."id") AS "coOwnerCount",
        (SELECT COUNT(*) FROM "Student" s WHERE s."classId" = c."id" AND s."membership" IN ('in', 'left')) AS "studentCount",
        (SELECT COUNT(*) FROM "Run" r WHERE r."classId" = c."id") AS "runCount",
        (SELECT MAX(CASE WHEN c."phase" = 'ended' THEN v."privateAccuracy" ELSE v."publicAccuracy" END)
          FROM "Score" v WHERE v."classId" = c."id") AS "bestAccuracy",
        (SELECT COUNT(DISTINCT a."studentId") FROM "ChallengeResult" a WHERE a."classId" = c."id") AS "answeredCount",
        (SELECT COUNT(*) FROM (
          SELECT 1 FROM "ChallengeResult" p WHERE p."classId" = c."id"
          GROUP BY p."studentId" HAVING SUM(CASE WHEN p."reached" THEN 1 ELSE 0 END) >= MAX(p."parts")
        ) g) AS "reachedCount"
      FROM "Class" c WHERE c."phase" <> ${IMPORTING} AND (c."teacherId" = ${teacherId}
        OR EXISTS (SELECT 1 FROM "ClassOwner" o WHERE o."classId" = c."id" AND o."teacherId" = ${teacherId}))
      ORDER BY c."createdAt" DESC, c."id"`;
    return rows.map((row) => listingOf(row, teacherId));
  }

  async deleteClass(id: string): Promise<void> {
    await this.client.class.deleteMany({ where: { id } });
    await this.leaveNothing();
  }

  async deleteStudent(classId: string, studentId: string): Promise<void> {
    await deleteStudent(this.open, classId, studentId);
    await this.leaveNothing();
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
    await this.client.group.deleteMany({ where: { id } });
    await this.leaveNothing();
  }

  async attachRun(run: Parameters<Store['attachRun']>[0], now: number) {
    const written = await this.writes.add({ kind: 'attach', run, now });
    return written.kind === 'attached' ? written.run : null;
  }

  async appendBatch(runId: string, epoch: number, batch: Batch, now: number): Promise<AppendOutcome> {
    const written = await this.writes.add({ kind: 'append', runId, epoch, batch, now });
    if (written.kind !== 'appended') throw new TypeError('a group gave its results in another order');
    return written.outcome;
  }

  async listRuns(classId: string, studentId: string | null) {
    const rows = await this.client.$queryRaw<RunRow[]>`
      SELECT r.*, v."best" AS "verifiedAccuracy"
      FROM "Run" r LEFT JOIN
        (SELECT "runId", MAX("publicAccuracy") AS "best" FROM "Score" WHERE "classId" = ${classId} GROUP BY "runId") v
        ON v."runId" = r."id"
      WHERE r."classId" = ${classId} AND r."studentId" = COALESCE(CAST(${studentId} AS text), r."studentId")
      ORDER BY r."createdAt", r."id"`;
    return rows.map(summaryOf);
  }

  async readRunTable(classId: string) {
    return this.texts.get(this.open, 'runs', classId, async () =>
      packRunTable((await this.listRuns(classId, null)).map(runResult)),
    );
  }

  async readRuns(ids: readonly string[], most: number, stretch: Stretch | null = null) {
    return readRuns(this.open, ids, most, stretch);
  }

  async readRun(runId: string, most = Number.POSITIVE_INFINITY) {
    const [row] = await this.client.$queryRaw<RunRow[]>`
      SELECT r.*, (SELECT MAX("publicAccuracy") FROM "Score" WHERE "runId" = r."id") AS "verifiedAccuracy"
      FROM "Run" r WHERE r."id" = ${runId}`;
    if (row === undefined) return null;
    const run = summaryOf(row);
    const batches = await this.client.runBatch.findMany({
      // Not those that came in since the row was read.
      where: { runId, sequence: { lte: run.highWater } },
      orderBy: { sequence: 'asc' },
      select: { points: true },
    });
    const points = batches.flatMap((batch) => unpackPoints(batch.points));
    return { classId: row.classId, run, points: thinForReview(points, most) };
  }

  readTraceTable(classId: string) {
    return this.texts.get(this.open, 'traces', classId, async () =>
      packTraces(await listTraces(this.open, classId)),
    );
  }

  async saveWeights(runId: string, weights: Uint8Array, now: number): Promise<void> {
    const data = { bytes: Uint8Array.from(weights), savedAt: BigInt(now) };
    await this.client.weights.upsert({ where: { runId }, create: { runId, ...data }, update: data });
  }

  async readWeights(runId: string): Promise<Uint8Array | null> {
    const row = await this.client.weights.findUnique({ where: { runId }, select: { bytes: true } });
    return row?.bytes ?? null;
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
    if (deletesAccounts(requests)) await this.leaveNothing();
    return results;
  }

  async probe(): Promise<void> {
    await this.client
      .$executeRaw`UPDATE "_prisma_migrations" SET "applied_steps_count" = "applied_steps_count"`;
  }

  /** Brings what is in SQLite's log into the database file. False: somebody else is just reading or writing. */
  async emptyLog(): Promise<boolean> {
    const [row] = await this.logEmptyings.during(
      () => this.client.$queryRaw<{ busy: number | bigint }[]>`PRAGMA wal_checkpoint(TRUNCATE)`,
    );
    return Number(row?.busy) === 0;
  }

  /**
   * After a deletion. SQLite overwrites in the database what is deleted (`secure_delete`); in its log the pages of before would stay. Where
   * somebody else is just reading or writing, it is done a little later.
   */
  private async leaveNothing(): Promise<void> {
    if (this.database.provider !== 'sqlite' || this.closed) return;
    const done = await this.emptyLog().catch((error: unknown) => {
      log.debug({ err: error }, 'the log was not emptied after a deletion: it is tried again');
      return false;
    });
    if (done || this.emptyingAgain !== null) return;
    this.emptyingAgain = setTimeout(() => {
      this.emptyingAgain = null;
      void this.leaveNothing();
    }, EMPTY_AGAIN_MS);
    this.emptyingAgain.unref();
  }

  async close(): Promise<void> {
    if (this.closed) return;
    if (this.emptyingAgain !== null) clearTimeout(this.emptyingAgain);
    await this.writes.drain();
    // libsql leaves the log behind. Where it cannot be emptied (no room), the next start takes it over.
    if (this.database.provider === 'sqlite' && this.emptiesLog)
      await this.emptyLog().catch((error: unknown) => log.debug({ err: error }, 'the log was not emptied'));
    this.closed = true;
    await this.database.client.$disconnect();
  }
}
