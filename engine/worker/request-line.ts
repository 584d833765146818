import { EngineError } from './engine-error';
import type { FromWorker, RequestName, Requests, ToWorker, TrainerEvent } from './messages';

/** As much of a Worker as is used; tests bring their own. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

interface Open {
  name: RequestName;
  resolve: (value: never) => void;
  reject: (error: EngineError) => void;
}

const DOWNLOADS: ReadonlySet<RequestName> = new Set(['load', 'samples', 'prepare']);

/** One worker and the promises of what was asked of it. */
export class RequestLine {
  private readonly open = new Map<number, Open>();
  private nextId = 1;
  private closed: EngineError | null = null;
  /** What was asked before the worker said that it listens: a worker whose code comes in pieces would miss it. */
  private early: ToWorker[] | null = [];
  private fetching = false;
  /** Whether the worker has been heard of since somebody last set this to false. */
  heard = true;

  constructor(
    private readonly worker: WorkerLike,
    onEvent: (event: TrainerEvent) => void,
    onDeath: (error: EngineError) => void,
  ) {
    worker.addEventListener('message', ({ data }) => {
      if (this.closed) return;
      this.heard = true;
      if (data.type === 'listening') {
        for (const message of this.early ?? []) this.worker.postMessage(message);
        this.early = null;
      }
      if (data.type === 'fetching' || data.type === 'fetched') this.fetching = data.type === 'fetching';
      if (data.type === 'answer' || data.type === 'refusal') this.settle(data);
      else onEvent(data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      const detail = event instanceof ErrorEvent ? event.message : 'the worker did not start';
      if (!this.closed) onDeath(new EngineError('worker-failed', detail));
    });
    worker.addEventListener('messageerror', () => {
      if (!this.closed) onDeath(new EngineError('worker-failed', 'a message could not be read'));
    });
  }

  /** Whether the worker has what it needs to answer: its code has come. */
  get listens(): boolean {
    return this.early === null && !this.fetching;
  }

  ask<N extends RequestName>(name: N, input: Requests[N]['input']): Promise<Requests[N]['answer']> {
    if (this.closed) return Promise.reject(this.closed);
    const id = this.nextId++;
    return new Promise<Requests[N]['answer']>((resolve, reject) => {
      this.open.set(id, { name, resolve: resolve as (value: never) => void, reject });
      const message = { id, name, input } as ToWorker;
      if (this.early) this.early.push(message);
      else this.worker.postMessage(message);
    });
  }

  /** Whether an answer is due, mere downloads aside (they take as long as the network does). */
  get waiting(): boolean {
    for (const { name } of this.open.values()) if (!DOWNLOADS.has(name)) return true;
    return false;
  }

  /** Ends the worker; what was asked is refused with `error`. */
  close(error: EngineError): void {
    if (this.closed) return;
    this.closed = error;
    this.worker.terminate();
    for (const { reject } of this.open.values()) reject(error);
    this.open.clear();
  }

  private settle(message: Extract<FromWorker, { type: 'answer' | 'refusal' }>): void {
    const request = this.open.get(message.id);
    this.open.delete(message.id);
    if (!request) return;
    if (message.type === 'answer') request.resolve(message.value as never);
    else request.reject(new EngineError(message.code, message.detail));
  }
}
