import type { Worker } from 'node:worker_threads';
import type { PoolDrawing } from '@/classroom/pool';
import type { ClassState } from '@/classroom/state';
import type { Batch } from '@/protocol/run';
import { diffClass } from './class-change';
import type { ChangeStore } from './prisma-store';
import type { RunToAttach, Store } from './store';
import { type RemoteMethod, type StoreReply, type StoreRequest, unpackError } from './store-messages';

interface Pending {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** A store in a worker thread. If the thread dies, what was asked and all that follows is rejected. */
export class RemoteStore implements Store {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  readonly #opened: Promise<void>;
  #ended: Error | null = null;
  #closing: Promise<void> | null = null;
  #lastId = 0;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.#opened = new Promise((resolve, reject) => {
      worker.on('message', (message: StoreReply) => {
        if (message.kind === 'opened') resolve();
        else if (message.kind === 'failed') reject(unpackError(message.error));
        else this.#settle(message);
      });
      worker.on('error', (error) => {
        this.#end(error instanceof Error ? error : new Error(String(error)));
        reject(error);
      });
      worker.on('exit', (code) => {
        const error = new Error(
          code === 0 ? 'The store is closed' : `The store's thread has ended (${code})`,
        );
        this.#end(error);
        reject(error);
      });
    });
  }

  /** Takes a worker of store-worker over; resolves when it has opened the database. */
  static async open(worker: Worker): Promise<RemoteStore> {
    const store = new RemoteStore(worker);
    await store.#opened;
    return store;
  }

  #settle(message: Extract<StoreReply, { id: number }>): void {
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.kind === 'done') pending?.resolve(message.value);
    else pending?.reject(unpackError(message.error));
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }

  #call<Method extends RemoteMethod>(
    method: Method,
    ...parameters: Parameters<ChangeStore[Method]>
  ): ReturnType<ChangeStore[Method]> {
    return this.#send(method, parameters, []) as ReturnType<ChangeStore[Method]>;
  }

  #send(method: RemoteMethod, parameters: unknown[], transfer: ArrayBuffer[]): Promise<unknown> {
    const ended = this.#ended ?? (this.#closing === null ? null : new Error('The store is closed'));
    if (ended !== null) return Promise.reject(ended);
    return new Promise((resolve, reject) => {
      this.#lastId += 1;
      const request: StoreRequest = { id: this.#lastId, method, parameters };
      this.#pending.set(request.id, { resolve, reject });
      this.#worker.postMessage(request, transfer);
    });
  }

  createClass(state: ClassState) {
    return this.#call('createClass', state);
  }

  findClassByCode(code: string) {
    return this.#call('findClassByCode', code);
  }

  loadClass(id: string) {
    return this.#call('loadClass', id);
  }

  /** The difference is taken here, where an unchanged object is still the same object, and is all that is sent. */
  saveClass(before: ClassState, after: ClassState) {
    return this.#call('applyChange', diffClass(before, after));
  }

  listClasses(teacherId: string) {
    return this.#call('listClasses', teacherId);
  }

  listOpenClasses() {
    return this.#call('listOpenClasses');
  }

  deleteClass(id: string) {
    return this.#call('deleteClass', id);
  }

  deleteStudent(classId: string, studentId: string) {
    return this.#call('deleteStudent', classId, studentId);
  }

  attachRun(run: RunToAttach, now: number) {
    return this.#call('attachRun', run, now);
  }

  appendBatch(runId: string, epoch: number, batch: Batch, now: number) {
    return this.#call('appendBatch', runId, epoch, batch, now);
  }

  countRuns(classId: string, studentId: string) {
    return this.#call('countRuns', classId, studentId);
  }

  listRuns(classId: string, studentId: string | null) {
    return this.#call('listRuns', classId, studentId);
  }

  readRun(runId: string, most?: number) {
    return this.#call('readRun', runId, most);
  }

  /** The caller keeps its bytes: a copy is handed over. */
  async saveWeights(runId: string, weights: Uint8Array, now: number): Promise<void> {
    const copy = Uint8Array.from(weights);
    await this.#send('saveWeights', [runId, copy, now], [copy.buffer]);
  }

  readWeights(runId: string) {
    return this.#call('readWeights', runId);
  }

  readPool(classId: string) {
    return this.#call('readPool', classId);
  }

  addDrawings(classId: string, drawings: readonly PoolDrawing[]) {
    return this.#call('addDrawings', classId, drawings);
  }

  removeDrawings(classId: string, ids: readonly string[] | null) {
    return this.#call('removeDrawings', classId, ids);
  }

  savePoolLabels(classId: string, labels: readonly string[] | null) {
    return this.#call('savePoolLabels', classId, labels);
  }

  ping() {
    return this.#call('ping');
  }

  /** Waits for all that was asked before, then ends the thread. Nothing can be asked afterwards. */
  async close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (this.#ended !== null) return;
    const exited = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    await this.#call('close');
    await exited;
  }
}
