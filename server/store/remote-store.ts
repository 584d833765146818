import type { Worker } from 'node:worker_threads';
import { type BackOff, backOffDelay } from '@/base/back-off';
import { Caller } from '@/base/line/caller';
import type { CheckpointQuota } from '@/classroom/checkpoints';
import type { Group } from '@/classroom/groups';
import type { PoolDrawing } from '@/classroom/pool';
import type { ClassState } from '@/classroom/state';
import type { ClassEvent } from '@/protocol/class-event';
import type { Remark } from '@/protocol/remarks';
import type { Batch } from '@/protocol/run';
import type { Stretch } from '@/protocol/run-curves';
import { logFor } from '@/server/log';
import { threadPort } from '@/server/thread-port';
import { type AppendRequest, appendRequest } from './append-request';
import { diffClass } from './class-change';
import type { Fence } from './fence';
import type { FilePlace } from './file-guard';
import type { RunsToFold } from './folding';
import type { WeightsToHand } from './handed-weights';
import type { ImportedRest, ImportedRun } from './import-rows';
import type { ChangeStore } from './prisma-store';
import type { RecordRequest } from './record-requests';
import type { StoredShare } from './share-rows';
import { StorageError } from './storage-trouble';
import type { CheckpointToKeep, RunToAttach, Store } from './store';
import {
  type CarriedError,
  type RemoteMethod,
  type StoreNews,
  type StoreRequests,
  unpackError,
} from './store-messages';

/** A thread that has opened the database, and the line to it. */
interface OpenThread {
  thread: Worker;
  line: Caller<StoreRequests, StoreNews, CarriedError>;
}

/** Before another thread is tried: at once the first time, then ever later. */
const RETRIES: BackOff = { least: 250, most: 5_000 };

/** Requests that may wait for the thread: more mean that it does not get on. */
const MOST_PENDING = 20_000;

const log = logFor('store');

/**
 * A store in a worker thread. If the thread dies, what was asked is rejected (it may have been done or not, and asking
 * again is safe), and so is what is asked until another thread has opened the database.
 */
export class RemoteStore implements Store {
  private readonly spawn: (place: FilePlace | null) => Worker;
  /** Null while there is none. */
  private open: OpenThread | null = null;
  private closing: Promise<void> | null = null;
  /** The file that was opened first: another thread must open the same one. */
  private place: FilePlace | null = null;

  private constructor(
    spawn: (place: FilePlace | null) => Worker,
    private readonly onRescued: () => void,
  ) {
    this.spawn = spawn;
  }

  /**
   * Resolves when the database is open.
   * @param spawn starts a thread of store-worker; called again whenever the last one has died, with the file that it had open
   * @param onRescued the log was removed; the database is whole, and has to be opened anew
   */
  static async open(
    spawn: (place: FilePlace | null) => Worker,
    onRescued: () => void = () => undefined,
  ): Promise<RemoteStore> {
    const store = new RemoteStore(spawn, onRescued);
    await store.start();
    return store;
  }

  /** Starts a thread; resolves when it has opened the database. */
  private async start(): Promise<void> {
    const thread = this.spawn(this.place);
    let opened: OpenThread | null = null;
    const line = new Caller<StoreRequests, StoreNews, CarriedError>(threadPort(thread), {
      refused: unpackError,
      deathOf: (error) => {
        if (this.closing !== null) return new Error('The store is closed', { cause: error });
        return opened === null ? error : new StorageError('unreachable', { cause: error });
      },
      onEvent: () => this.onRescued(),
      onDeath: (error) => {
        if (opened !== null) this.lose(opened, error);
      },
    });
    const place = await line.ask('open', null);
    this.place ??= place;
    // Closed meanwhile: nobody will end it later.
    if (this.closing !== null) return line.close(new Error('The store is closed'));
    opened = { thread, line };
    this.open = opened;
  }

  /** The thread is gone. Unless that was wanted, another takes its place. */
  private lose(lost: OpenThread, error: Error): void {
    if (lost !== this.open) return;
    this.open = null;
    if (this.closing !== null) return;
    log.error({ err: error.cause ?? error }, 'the thread of the store has ended: another takes its place');
    void this.replace();
  }

  private async replace(): Promise<void> {
    for (let attempt = 0; this.closing === null && this.open === null; attempt += 1) {
      const wait = attempt === 0 ? 0 : backOffDelay(RETRIES, attempt - 1);
      await new Promise((resolve) => setTimeout(resolve, wait).unref());
      if (this.closing !== null) return;
      try {
        await this.start();
      } catch (error) {
        log.error({ err: error }, 'the database could not be opened again');
      }
    }
  }

  private call<Method extends RemoteMethod>(
    method: Method,
    ...parameters: Parameters<ChangeStore[Method]>
  ): ReturnType<ChangeStore[Method]> {
    return this.send(method, parameters, []) as ReturnType<ChangeStore[Method]>;
  }

  private send<Method extends RemoteMethod>(
    method: Method,
    parameters: Parameters<ChangeStore[Method]>,
    transfer: ArrayBuffer[],
  ): Promise<unknown> {
    if (this.closing !== null) return Promise.reject(new Error('The store is closed'));
    if (this.open === null || this.open.line.size >= MOST_PENDING)
      return Promise.reject(new StorageError('unreachable'));
    return this.open.line.ask(method, parameters, { transfer });
  }

  createClass(state: ClassState) {
    return this.call('createClass', state);
  }

  findClassByCode(code: string) {
    return this.call('findClassByCode', code);
  }

  loadClass(id: string) {
    return this.call('loadClass', id);
  }

  /** The difference is taken here, where an unchanged object is still the same object, and is all that is sent. */
  saveClass(before: ClassState, after: ClassState, events: readonly ClassEvent[] = [], fence?: Fence) {
    return this.call('applyChange', diffClass(before, after, events, fence));
  }

  addEvents(classId: string, events: readonly ClassEvent[]) {
    return this.call('addEvents', classId, events);
  }

  beginImport(state: ClassState) {
    return this.call('beginImport', state);
  }

  importRuns(classId: string, runs: readonly ImportedRun[]) {
    return this.call('importRuns', classId, runs);
  }

  finishImport(state: ClassState, rest: ImportedRest) {
    return this.call('finishImport', state, rest);
  }

  dropImports(classId: string | null) {
    return this.call('dropImports', classId);
  }

  addShare(share: StoredShare, most: number) {
    return this.call('addShare', share, most);
  }

  listShares(classId: string) {
    return this.call('listShares', classId);
  }

  removeShare(classId: string, id: string) {
    return this.call('removeShare', classId, id);
  }

  findShare(tokenHash: string) {
    return this.call('findShare', tokenHash);
  }

  seeShare(id: string, now: number) {
    return this.call('seeShare', id, now);
  }

  readBatches(runId: string) {
    return this.call('readBatches', runId);
  }

  listEvents(classId: string) {
    return this.call('listEvents', classId);
  }

  listClasses(teacherId: string) {
    return this.call('listClasses', teacherId);
  }

  deleteClass(id: string) {
    return this.call('deleteClass', id);
  }

  deleteStudent(classId: string, studentId: string) {
    return this.call('deleteStudent', classId, studentId);
  }

  createGroup(group: Group) {
    return this.call('createGroup', group);
  }

  loadGroup(id: string) {
    return this.call('loadGroup', id);
  }

  findGroupByCode(code: string) {
    return this.call('findGroupByCode', code);
  }

  saveGroup(before: Group, after: Group) {
    return this.call('saveGroup', before, after);
  }

  listGroups(teacherId: string) {
    return this.call('listGroups', teacherId);
  }

  listSittings(groupId: string) {
    return this.call('listSittings', groupId);
  }

  deleteGroup(id: string) {
    return this.call('deleteGroup', id);
  }

  attachRun(run: RunToAttach, now: number) {
    return this.call('attachRun', run, now);
  }

  async appendBatch(runId: string, epoch: number, batch: Batch, now: number) {
    const [outcome] = await this.appendBatches([appendRequest(runId, epoch, batch, now)]);
    return outcome!;
  }

  appendBatches(appends: readonly AppendRequest[]) {
    return this.call('appendBatches', appends);
  }

  foldRuns(which: RunsToFold) {
    return this.call('foldRuns', which);
  }

  forgetDeleted() {
    return this.call('forgetDeleted');
  }

  listRuns(classId: string, studentId: string | null) {
    return this.call('listRuns', classId, studentId);
  }

  readRunTable(classId: string) {
    return this.call('readRunTable', classId);
  }

  readRuns(ids: readonly string[], most: number, stretch: Stretch | null = null) {
    return this.call('readRuns', ids, most, stretch);
  }

  readRun(runId: string, most?: number) {
    return this.call('readRun', runId, most);
  }

  readTraceTable(classId: string) {
    return this.call('readTraceTable', classId);
  }

  /** The caller keeps its bytes: a copy is handed over. */
  async saveWeights(runId: string, weights: Uint8Array, now: number): Promise<void> {
    const copy = Uint8Array.from(weights);
    await this.send('saveWeights', [runId, copy, now], [copy.buffer]);
  }

  async dropWeights(runIds: readonly string[]): Promise<void> {
    await this.call('dropWeights', runIds);
  }

  readWeights(runId: string) {
    return this.call('readWeights', runId);
  }

  keepCheckpoint(checkpoint: CheckpointToKeep, quota: CheckpointQuota, now: number) {
    return this.call('keepCheckpoint', checkpoint, quota, now);
  }

  listCheckpoints(runId: string) {
    return this.call('listCheckpoints', runId);
  }

  readCheckpoint(runId: string, step: number) {
    return this.call('readCheckpoint', runId, step);
  }

  keepHandedWeights(weights: WeightsToHand, named: readonly string[], now: number) {
    return this.call('keepHandedWeights', weights, named, now);
  }

  readHandedWeights(classId: string, digest: string) {
    return this.call('readHandedWeights', classId, digest);
  }

  saveRemark(remark: Remark) {
    return this.call('saveRemark', remark);
  }

  listRemarks(runIds: readonly string[]) {
    return this.call('listRemarks', runIds);
  }

  readPool(classId: string) {
    return this.call('readPool', classId);
  }

  listDrawings(classId: string, studentId: string) {
    return this.call('listDrawings', classId, studentId);
  }

  addDrawings(classId: string, drawings: readonly PoolDrawing[]) {
    return this.call('addDrawings', classId, drawings);
  }

  removeDrawings(classId: string, ids: readonly string[] | null) {
    return this.call('removeDrawings', classId, ids);
  }

  savePoolLabels(classId: string, labels: readonly string[] | null) {
    return this.call('savePoolLabels', classId, labels);
  }

  saveStepRecords(...asked: Parameters<Store['saveStepRecords']>) {
    return this.call('saveStepRecords', ...asked);
  }

  listStepRecords(classId: string) {
    return this.call('listStepRecords', classId);
  }

  listOverClasses(piece: Parameters<Store['listOverClasses']>[0]) {
    return this.call('listOverClasses', piece);
  }

  listEmptyGroups(piece: Parameters<Store['listEmptyGroups']>[0]) {
    return this.call('listEmptyGroups', piece);
  }

  listReveals(...asked: Parameters<Store['listReveals']>) {
    return this.call('listReveals', ...asked);
  }

  listOpenClasses(...asked: Parameters<Store['listOpenClasses']>) {
    return this.call('listOpenClasses', ...asked);
  }

  readKept(thing: Parameters<Store['readKept']>[0]) {
    return this.call('readKept', thing);
  }

  keepFor(...asked: Parameters<Store['keepFor']>) {
    return this.call('keepFor', ...asked);
  }

  announceDeletion(...asked: Parameters<Store['announceDeletion']>) {
    return this.call('announceDeletion', ...asked);
  }

  upkeepDoneAt(task: string) {
    return this.call('upkeepDoneAt', task);
  }

  noteUpkeep(task: string, at: number) {
    return this.call('noteUpkeep', task, at);
  }

  records(requests: readonly RecordRequest[]) {
    return this.call('records', requests);
  }

  ping() {
    return this.call('ping');
  }

  probe() {
    return this.call('probe');
  }

  /** Waits for all that was asked before, then ends the thread. Nothing can be asked afterwards. */
  async close(): Promise<void> {
    this.closing ??= this.stop();
    return this.closing;
  }

  private async stop(): Promise<void> {
    const { open } = this;
    if (open === null) return;
    const exited = new Promise<void>((resolve) => open.thread.once('exit', () => resolve()));
    await this.call('close').catch((error: unknown) => {
      // Dead is closed too.
      if (this.open === open) throw error;
    });
    await exited;
  }
}
